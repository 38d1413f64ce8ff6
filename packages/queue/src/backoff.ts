import type { Backoff } from './job/index.ts';

/**
 * How long to wait after a failed attempt, in milliseconds: the delay of the policy, spread by its jitter so that jobs
 * that failed together do not come back together (Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog 2015).
 *
 * @param attempt the attempt that failed, from 1
 * @param random 0…1
 */
export function backoffDelay(backoff: Backoff, attempt: number, random: () => number = Math.random): number {
  const base =
    backoff.type === 'list'
      ? (backoff.delaysMs[Math.min(attempt, backoff.delaysMs.length) - 1] ?? 0)
      : Math.min(backoff.delayMs * 2 ** (attempt - 1), backoff.capMs);
  const spread = 1 + backoff.jitter * (2 * random() - 1);
  const most = backoff.type === 'list' ? Number.POSITIVE_INFINITY : backoff.capMs;
  return Math.round(Math.min(base * spread, most));
}
