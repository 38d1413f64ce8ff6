import type { JobRow } from '@jobwire/db';

/** An hour: whoever waits for a job of tomorrow should look again before. */
const longest = 3_600;

/**
 * When it is worth asking for an open job again, in whole seconds: a moment while it runs or may run any time, later when it
 * is known not to run before.
 *
 * @param now milliseconds since the epoch
 */
export function retryAfterSeconds(job: Pick<JobRow, 'state' | 'run_at' | 'next_attempt_at'>, now: number): number {
  const due = job.state === 'scheduled' ? job.run_at : job.state === 'retrying' ? job.next_attempt_at : null;
  const seconds = due ? Math.ceil((due.getTime() - now) / 1_000) : 0;
  return Math.min(Math.max(seconds, 1), longest);
}
