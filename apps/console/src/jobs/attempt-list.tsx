import type { JobAttempts } from '@jobwire/client';
import { useEffect, useState } from 'preact/hooks';

import { durationText, timeText } from '../language/time.ts';
import { type JobPart, readBy } from './job-part.ts';
import { jobWords } from './job-words.ts';

type Attempt = JobAttempts['attempts'][number];

/** How the runs of a job went, the newest first; administrators see stacks and workers. */
export function AttemptList(part: JobPart) {
  const words = jobWords[part.app.language.value];
  const attempts = useAttempts(part);
  if (attempts.length === 0) return null;
  return (
    <section class="card stack tight" aria-labelledby="job-attempts">
      <h2 id="job-attempts">{words.parts.attempts}</h2>
      <ol class="job-events" reversed>
        {attempts.toReversed().map((attempt) => (
          <AttemptItem key={attempt.startedAt} {...part} attempt={attempt} />
        ))}
      </ol>
    </section>
  );
}

function AttemptItem({ app, attempt }: JobPart & { attempt: Attempt }) {
  const language = app.language.value;
  const words = jobWords[language];
  const { outcome, startedAt, endedAt, retryAt, error, worker } = attempt;
  return (
    <li class="stack tight">
      <div class="row">
        <strong>{words.timeline.run(attempt.attempt)}</strong>
        <span class={`badge ${tones[outcome]}`}>{words.timeline.outcomes[outcome]}</span>
        <span class="quiet small number">
          {timeText(startedAt, language)}
          {endedAt !== undefined && ` · ${durationText(Date.parse(endedAt) - Date.parse(startedAt))}`}
        </span>
      </div>
      {error && (
        <p class="small job-event-facts">
          <code>{error.code}</code> {error.message}
        </p>
      )}
      {retryAt !== undefined && (
        <p class="small quiet">
          {words.attempts.retryAt}: {timeText(retryAt, language)}
        </p>
      )}
      {worker !== undefined && (
        <p class="small quiet">
          {words.attempts.worker}: <code>{worker}</code>
        </p>
      )}
      {error?.stack !== undefined && (
        <details class="small">
          <summary>{words.attempts.stack}</summary>
          <pre class="json" tabIndex={0}>
            {error.stack}
          </pre>
        </details>
      )}
    </li>
  );
}

const tones: Readonly<Record<Attempt['outcome'], string>> = {
  running: 'accent',
  succeeded: 'good',
  failed: 'bad',
  stalled: 'warn',
  cancelled: '',
  'handed-back': 'warn',
};

/** Events that begin or end a run. */
const turns = /^job\.(started|stalled|retrying|succeeded|failed|cancelled)$/;

/** The runs, asked for again whenever one begins or ends. */
function useAttempts({ app, id, way, picture }: JobPart): readonly Attempt[] {
  const [attempts, setAttempts] = useState<readonly Attempt[]>([]);
  const newest = picture.events.findLast(({ type }) => turns.test(type))?.seq ?? 0;
  useEffect(() => {
    const ends = new AbortController();
    app.client.jobs.attempts(id, { ...readBy(way), signal: ends.signal }).then(
      (found) => setAttempts(found.attempts),
      () => undefined,
    );
    return () => ends.abort();
  }, [id, way.ticket, newest]);
  return attempts;
}
