import type { JobLog as LogPage } from '@jobwire/client';
import { useEffect, useState } from 'preact/hooks';

import { timeText } from '../language/time.ts';
import { type JobPicture, textIn } from '../live-job/job-picture.ts';
import { factsOf } from './event-facts.ts';
import { type JobPart, readBy } from './job-part.ts';
import { jobWords } from './job-words.ts';

type Line = LogPage['lines'][number];

/** What the job said while it ran. Nothing is shown of a job that says nothing. */
export function JobLog(part: JobPart) {
  const { app, picture } = part;
  const earlier = useEarlierLines(part);
  const lines = [...earlier, ...linesOf(picture).filter(({ seq }) => seq > (earlier.at(-1)?.seq ?? 0))];
  if (lines.length === 0) return null;
  return (
    <section class="card stack tight" aria-labelledby="job-log">
      <h2 id="job-log">{jobWords[app.language.value].parts.logs}</h2>
      <ol class="job-log" tabIndex={0} aria-labelledby="job-log">
        {lines.map(({ seq, at, message, facts }) => (
          <li key={seq}>
            <time class="quiet number" dateTime={at}>
              {timeText(at, app.language.value)}
            </time>{' '}
            {message} <span class="quiet">{factsOf(facts)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The lines among the events that were seen. */
function linesOf({ events }: JobPicture): Line[] {
  return events
    .filter(({ type }) => type === 'job.log')
    .map(({ seq, at, data }) => ({ seq, at, message: textIn(data, 'message') ?? '', facts: withoutText(data) }));
}

/** What a line says beside its text; which attempt it is of is seen at its time. */
function withoutText(data: Line['facts']): Line['facts'] {
  return Object.fromEntries(Object.entries(data).filter(([name]) => name !== 'message' && name !== 'attempt'));
}

/** The newest lines before the first event that was seen, where that is not the first of all. */
function useEarlierLines({ app, id, way, picture }: JobPart): readonly Line[] {
  const [lines, setLines] = useState<readonly Line[]>([]);
  const missing = (picture.final && picture.events.length === 0) || (picture.events[0]?.seq ?? 1) > 1;
  useEffect(() => {
    if (!missing) return undefined;
    const ends = new AbortController();
    app.client.jobs.logs(id, { ...readBy(way), limit: 100, signal: ends.signal }).then(
      (page) => setLines(page.lines),
      () => undefined,
    );
    return () => ends.abort();
  }, [missing, id]);
  return lines;
}
