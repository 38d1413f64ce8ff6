import { JobwireError, type ListedJob } from '@jobwire/client';
import { useEffect, useState } from 'preact/hooks';

import type { App } from '../app.ts';
import { useTitle } from '../controls/use-title.ts';
import { unknownJob } from '../live-job/job-picture.ts';
import { useLiveJob } from '../live-job/use-live-job.ts';
import { AttemptList } from './attempt-list.tsx';
import { EventList } from './event-list.tsx';
import { JobFacts } from './job-facts.tsx';
import { JobHead } from './job-head.tsx';
import { JobLog } from './job-log.tsx';
import { JobResultView } from './job-result.tsx';
import { jobWords } from './job-words.ts';
import { Json } from './json.tsx';
import { TimelineView } from './timeline-view.tsx';
import type { WayIn } from './way-in.ts';

/** Everything that is known of a job, as it goes on. */
export function JobView({ app, id, way, begun, gone }: JobViewProps) {
  const words = jobWords[app.language.value];
  const live = useLiveJob(app.client, id, way.ticket);
  const picture = live?.picture.value ?? unknownJob;
  const lost = live?.lost.value;
  const details = useDetails(app, id, way);
  const title = app.kept.find(id)?.title;
  useTitle(title ?? picture.job?.name ?? words.parts.facts);
  useEffect(() => {
    if (lost instanceof JobwireError && (lost.code === 'UNKNOWN_CHANNEL' || lost.code === 'NOT_FOUND')) gone();
  }, [lost]);
  if (!picture.job) {
    return (
      <p class="jobs-placeholder" role="status">
        {words.opening}
      </p>
    );
  }
  const part = { app, id, way, picture };
  return (
    <div class="stack">
      <JobHead {...part} title={title} lost={lost} begun={begun} />
      <TimelineView app={app} picture={picture} />
      <div class="columns even">
        <div class="stack">
          <JobFacts {...part} job={picture.job} />
          <JobResultView {...part} />
          <section class="card stack tight">
            <h2>{words.parts.payload}</h2>
            {details && 'payload' in details ? (
              <Json value={details.payload} label={words.parts.payload} />
            ) : (
              <p class="quiet small">{words.noPayload}</p>
            )}
          </section>
        </div>
        <div class="stack">
          <AttemptList {...part} />
          <JobLog {...part} />
          <EventList app={app} events={picture.events} />
        </div>
      </div>
    </div>
  );
}

/** What a job's page is given. */
export interface JobViewProps {
  app: App;
  id: string;
  way: WayIn;
  /** Called when the job was begun again by hand. */
  begun(): void;
  /** Called when there is no such job, or none for who looks. */
  gone(): void;
}

/** What no event and no snapshot says: the payload. Undefined for who has only a ticket, and until it is there. */
function useDetails({ client }: App, id: string, { ticket }: WayIn): ListedJob | undefined {
  const [job, setJob] = useState<ListedJob>();
  useEffect(() => {
    if (ticket !== undefined) return undefined;
    const ends = new AbortController();
    // What went wrong is said once, by what watches the job.
    client.jobs.get(id, { signal: ends.signal }).then(setJob, () => undefined);
    return () => ends.abort();
  }, [client, id, ticket]);
  return job;
}
