import type { Client, Health, JobStats, ListedJob, Queue } from '@jobwire/client';
import { batch, type ReadonlySignal, signal } from '@preact/signals';

import type { App } from '../app.ts';
import { createDepths, type Depths } from './depths.ts';
import { askFrom, type Finished, withAnswer } from './finished.ts';
import { createLatencies, type Latencies } from './latencies.ts';
import { startPolling } from './polling.ts';
import { pausesDiffer, withCounts } from './queue-states.ts';

/** What operators look at, as it changes. */
export interface Operations {
  readonly queues: ReadonlySignal<readonly Queue[]>;
  readonly finished: ReadonlySignal<Finished | undefined>;
  /** The newest jobs that failed; undefined until they are known. */
  readonly failed: ReadonlySignal<readonly ListedJob[] | undefined>;
  /** Of the last 24 hours. */
  readonly stats: ReadonlySignal<JobStats | undefined>;
  /** Null when the process that answers is not healthy; undefined until it is known. */
  readonly health: ReadonlySignal<Health | null | undefined>;
  /** Why the last look came to nothing; undefined while all is well. */
  readonly failure: ReadonlySignal<unknown>;
  readonly depths: Depths;
  readonly latencies: Latencies;
  /** When what the charts show was written down last, in milliseconds since 1970. */
  readonly moment: ReadonlySignal<number>;
  /** Look again, because something was done. */
  look(): void;
}

/** What a look costs the server is little, and nobody reads faster; in milliseconds. */
const lookEveryMs = 10_000;

/** Counting a day reads up to 100,000 jobs, so that it is asked for less often; in milliseconds. */
const countEveryMs = 60_000;

/** As often as the server tells of a queue at most, in milliseconds. */
const noteEveryMs = 2_000;

/** Failed jobs that are listed. */
const failedShown = '5';

/** Watch the queues and ask for the rest, until the signal ends it. */
export function watchOperations(
  { client, connection }: Pick<App, 'client' | 'connection'>,
  document: Document,
  ends: AbortSignal,
): Operations {
  const queues = signal<readonly Queue[]>([]);
  const finished = signal<Finished | undefined>();
  const failed = signal<readonly ListedJob[] | undefined>();
  const stats = signal<JobStats | undefined>();
  const health = signal<Health | null | undefined>();
  const failure = signal<unknown>();
  const moment = signal(Date.now());
  const depths = createDepths();
  const latencies = createLatencies();
  const watched = new Set<string>();
  let lookedAt = 0;
  let liveSince = Infinity;

  const follow = (name: string): void => {
    watched.add(name);
    const told = (data: unknown): void => {
      const before = queues.peek();
      queues.value = withCounts(before, name, data);
      // Why and until when is in no event.
      if (pausesDiffer(before, queues.peek())) looking.now();
    };
    client.channel(`admin:queue:${name}`, { signal: ends }).on({
      snapshot: ({ snapshot }) => told(snapshot),
      event({ type, at, data }) {
        const sent = Date.parse(at);
        // What was caught up after a lost connection took as long as that was lost.
        if (sent >= liveSince) latencies.add(Date.now(), Date.now() - sent);
        if (type === 'queue.counts') told(data);
        else looking.now();
      },
      error: (error) => (failure.value = error),
    });
  };

  const looking = startPolling({
    everyMs: lookEveryMs,
    document,
    signal: ends,
    ask: () =>
      attempt(ends, failure, async () => {
        // The server is not there; the frame says so, and who comes back looks at once.
        if (connection.peek().state === 'waiting') return;
        const [nowQueues, throughput, page, nowHealth] = await lookAll(client, finished.peek(), ends);
        lookedAt = Date.now();
        batch(() => {
          queues.value = nowQueues;
          finished.value = withAnswer(finished.peek(), throughput);
          failed.value = page.jobs;
          health.value = nowHealth;
        });
        for (const { name } of nowQueues) if (!watched.has(name)) follow(name);
        note();
      }),
  });
  startPolling({
    everyMs: countEveryMs,
    document,
    signal: ends,
    ask: () =>
      // The page is of use without it.
      attempt(ends, {}, async () => {
        stats.value = await client.jobs.stats({ signal: ends });
      }),
  });

  /** Write down what is known to be so now; otherwise the charts have a gap. */
  const note = (): void => {
    if (document.hidden) return;
    const now = Date.now();
    if (connection.peek().state === 'live' || now - lookedAt < lookEveryMs) depths.put(now, queues.peek());
    moment.value = now;
  };
  const noting = setInterval(note, noteEveryMs);
  const unlisten = connection.subscribe(({ state }) => {
    if (state === 'live' && liveSince === Infinity) looking.now();
    liveSince = state === 'live' ? Math.min(liveSince, Date.now()) : Infinity;
  });
  ends.addEventListener('abort', () => {
    clearInterval(noting);
    unlisten();
  });
  return { queues, finished, failed, stats, health, failure, depths, latencies, moment, look: looking.now };
}

function lookAll(client: Client, known: Finished | undefined, ends: AbortSignal) {
  const control = { signal: ends };
  return Promise.all([
    client.queues(control),
    client.jobs.throughput(askFrom(known), control),
    client.jobs.list({ state: 'failed', limit: failedShown }, control),
    client.health(control).catch(() => null),
  ]);
}

/** Do something, and keep what went wrong for the page to show until it goes well. */
async function attempt(ends: AbortSignal, failure: { value?: unknown }, ask: () => Promise<void>): Promise<void> {
  try {
    await ask();
    failure.value = undefined;
  } catch (error) {
    if (!ends.aborted) failure.value = error;
  }
}
