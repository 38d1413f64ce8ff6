import type { Queue } from '@jobwire/client';

import { numberIn } from '../live-job/job-picture.ts';

/** What a queue's jobs that have not ended may be doing, in the order in which it happens. */
export const openStates = ['scheduled', 'queued', 'running', 'retrying'] as const;

/** What a job that has not ended may be doing. */
export type OpenState = (typeof openStates)[number];

/** The queues after the channel of one of them has told its counts; what it told is not taken when it is something else. */
export function withCounts(queues: readonly Queue[], name: string, told: unknown): readonly Queue[] {
  if (typeof told !== 'object' || told === null) return queues;
  const data = Object.fromEntries(Object.entries(told));
  const counted = data['counts'];
  if (typeof counted !== 'object' || counted === null) return queues;
  const counts = Object.fromEntries(Object.entries(counted));
  return queues.map((queue) =>
    queue.name === name
      ? {
          ...queue,
          paused: data['paused'] === true,
          counts: {
            scheduled: numberIn(counts, 'scheduled') ?? 0,
            queued: numberIn(counts, 'queued') ?? 0,
            running: numberIn(counts, 'running') ?? 0,
            retrying: numberIn(counts, 'retrying') ?? 0,
          },
          oldestWaitingMs: numberIn(data, 'oldestMs'),
        }
      : queue,
  );
}

/** True when a queue was paused or resumed between two looks. */
export function pausesDiffer(before: readonly Queue[], after: readonly Queue[]): boolean {
  return after.some(({ name, paused }) => before.find((queue) => queue.name === name)?.paused !== paused);
}
