import type { QueueLoadRow, QueueSettings } from '@jobwire/db';
import type { QueueCounts } from '@jobwire/realtime';
import { z } from 'zod';

const count = z.int().min(0);
const time = z.iso.datetime();

/** A queue as administrators see it. */
export const queueViewSchema = z
  .object({
    name: z.string().meta({ description: 'The kind of job, as in the catalog', examples: ['email.welcome'] }),
    paused: z.boolean().meta({ description: 'No worker takes its jobs; they are still accepted' }),
    reason: z.string().optional().meta({ description: 'Why it is paused: a code when the system paused it' }),
    pausedUntil: time.optional().meta({ description: 'Resumed by itself then; left out it waits for an operator' }),
    counts: z
      .object({ scheduled: count, queued: count, running: count, retrying: count })
      .meta({ description: 'Jobs that have not ended, by state' }),
    oldestWaitingMs: count.optional().meta({ description: 'How long the oldest queued job has waited' }),
    workers: z.array(z.string()).meta({ description: 'Workers that run its jobs now' }),
  })
  .meta({ id: 'Queue', description: 'The work of one kind of job, as the record knows it' });

/** A queue as administrators see it. */
export type QueueView = z.output<typeof queueViewSchema>;

/** Show queues, in the order of their names. */
export function queueViews(
  names: readonly string[],
  settings: readonly QueueSettings[],
  loads: readonly QueueLoadRow[],
): QueueView[] {
  return names.toSorted().map((name) =>
    queueView(
      name,
      settings.find((setting) => setting.name === name),
      loads.filter((load) => load.name === name),
    ),
  );
}

function queueView(name: string, setting: QueueSettings | undefined, loads: readonly QueueLoadRow[]): QueueView {
  const inState = (state: QueueLoadRow['state']): QueueLoadRow | undefined =>
    loads.find((load) => load.state === state);
  const countOf = (state: QueueLoadRow['state']): number => inState(state)?.jobs ?? 0;
  const oldest = inState('queued')?.oldestSeconds;
  const { paused, reason, pausedUntil } = setting ?? { paused: false, reason: null, pausedUntil: null };
  return {
    name,
    paused,
    ...(paused && reason !== null ? { reason } : {}),
    ...(paused && pausedUntil ? { pausedUntil: pausedUntil.toISOString() } : {}),
    counts: {
      scheduled: countOf('scheduled'),
      queued: countOf('queued'),
      running: countOf('running'),
      retrying: countOf('retrying'),
    },
    ...(oldest === undefined ? {} : { oldestWaitingMs: Math.round(oldest * 1_000) }),
    workers: inState('running')?.workers ?? [],
  };
}

/** A queue as the channel shows it. */
export function queueCountsOf({ name, paused, counts, oldestWaitingMs }: QueueView): QueueCounts {
  return { name, paused, counts, oldestMs: oldestWaitingMs ?? null };
}
