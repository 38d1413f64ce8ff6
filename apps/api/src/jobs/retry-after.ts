import type { JobView } from './job-view.ts';

/** An hour: whoever waits for a job of tomorrow should look again before. */
const longest = 3_600;

/**
 * When it is worth asking for an open job again, in whole seconds: a moment while it runs or may run any time, later when it
 * is known not to run before.
 *
 * @param now milliseconds since the epoch
 */
export function retryAfterSeconds(job: Pick<JobView, 'runAt' | 'nextAttemptAt'>, now: number): number {
  const due = job.runAt ?? job.nextAttemptAt;
  const seconds = due === undefined ? 0 : Math.ceil((Date.parse(due) - now) / 1_000);
  return Math.min(Math.max(seconds, 1), longest);
}
