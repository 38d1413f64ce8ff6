import type { App } from '../app.ts';
import { routeTo } from '../frame/route.ts';
import type { KeptJob } from '../kept/kept-jobs.ts';
import { unknownJob } from '../live-job/job-picture.ts';
import { ProgressBar } from '../live-job/progress-bar.tsx';
import { stateTone, stateWords } from '../live-job/states.ts';
import { useLiveJob } from '../live-job/use-live-job.ts';

/** A job of this browser as it goes on. */
export function JobCard({ app, kept }: { app: App; kept: KeptJob }) {
  const live = useLiveJob(app.client, kept.id, kept.ticket);
  const picture = live?.picture.value ?? unknownJob;
  return (
    <article class="card stack tight">
      <div class="row apart">
        <h3>
          <a href={routeTo('jobs', kept.id)}>{kept.title}</a>
        </h3>
        <span class={`badge ${stateTone[picture.state]}`}>{stateWords[app.language.value][picture.state]}</span>
      </div>
      <ProgressBar app={app} picture={picture} label={kept.title} />
    </article>
  );
}
