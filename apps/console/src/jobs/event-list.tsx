import { useState } from 'preact/hooks';

import type { App } from '../app.ts';
import { timeText } from '../language/time.ts';
import type { SeenEvent } from '../live-job/job-picture.ts';
import { factsOf } from './event-facts.ts';
import { jobWords } from './job-words.ts';
import { Json } from './json.tsx';

/** Events that are shown at once: a page with thousands of them is slow. */
const mostShown = 100;

/** What happened to a job, the newest first. */
export function EventList({ app, events }: { app: App; events: readonly SeenEvent[] }) {
  const words = jobWords[app.language.value];
  const [most, setMost] = useState(mostShown);
  const hidden = Math.max(0, events.length - most);
  const missing = events[0] !== undefined && events[0].seq > 1;
  return (
    <section class="card stack tight" aria-labelledby="job-events">
      <h2 id="job-events">{words.parts.events}</h2>
      {events.length === 0 && <p class="quiet small">{words.events.none}</p>}
      <ol class="job-events" reversed>
        {events
          .slice(hidden)
          .toReversed()
          .map((event) => (
            <Event key={event.seq} app={app} event={event} />
          ))}
      </ol>
      {hidden > 0 && (
        <button type="button" onClick={() => setMost(most + 1_000)}>
          {words.events.older(Math.min(hidden, 1_000))}
        </button>
      )}
      {missing && hidden === 0 && <p class="quiet small">{words.events.missing}</p>}
    </section>
  );
}

function Event({ app, event }: { app: App; event: SeenEvent }) {
  const words = jobWords[app.language.value].events;
  const { seq, type, at, data, skipped } = event;
  return (
    <li>
      <div class="row">
        <span class="quiet small number">#{seq}</span>
        <code>{type}</code>
        <time class="quiet small number" dateTime={at}>
          {timeText(at, app.language.value)}
        </time>
      </div>
      <p class="small job-event-facts">{factsOf(data)}</p>
      {skipped > 0 && <p class="small quiet">{words.skipped(skipped)}</p>}
      <details class="small">
        <summary aria-label={`${words.raw} #${seq}`}>{words.raw}</summary>
        <Json value={{ seq, type, at, data, ...(skipped > 0 ? { skipped } : {}) }} label={`#${seq}`} />
      </details>
    </li>
  );
}
