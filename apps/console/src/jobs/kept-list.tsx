import type { App } from '../app.ts';
import { Icon } from '../controls/icon.tsx';
import { routeTo } from '../frame/route.ts';
import type { KeptJob } from '../kept/kept-jobs.ts';
import { timeText } from '../language/time.ts';
import { stateTone, stateWords } from '../live-job/states.ts';
import { usePicture } from './use-picture.ts';
import { listWords } from './words.ts';

/** Jobs of this browser that are watched at a time. */
const mostWatched = 20;

/** The jobs that this browser holds tickets of. */
export function KeptList({ app }: { app: App }) {
  const words = listWords[app.language.value];
  const kept = app.kept.all.value;
  return (
    <section class="stack tight" aria-labelledby="kept-jobs">
      <h2 id="kept-jobs">{words.kept}</h2>
      <p class="quiet small">{words.keptAbout}</p>
      {kept.length === 0 && (
        <p class="empty">
          {words.keptNone} <a href={routeTo('try')}>{words.try}</a>
        </p>
      )}
      <ul class="stack tight">
        {kept.map((job, index) => (
          <KeptRow key={job.id} app={app} job={job} watching={index < mostWatched} />
        ))}
      </ul>
    </section>
  );
}

function KeptRow({ app, job, watching }: { app: App; job: KeptJob; watching: boolean }) {
  const language = app.language.value;
  const words = listWords[language];
  const picture = usePicture(app.client, job, watching);
  const { state } = picture;
  return (
    <li class="card kept-row">
      <div>
        <a href={routeTo('jobs', job.id)}>{job.title}</a>
        <p class="row quiet small">
          <span>
            {job.name} · {timeText(job.createdAt, language)}
          </span>
          {picture.job && <span class={`badge ${stateTone[state]}`}>{stateWords[language][state]}</span>}
        </p>
      </div>
      <button type="button" class="plain" aria-label={words.forget(job.title)} onClick={() => app.kept.forget(job.id)}>
        <Icon name="cross" />
      </button>
    </li>
  );
}
