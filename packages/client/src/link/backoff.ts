/** Limit of the first and of the longest wait, in milliseconds. */
const firstMs = 500;
const longestMs = 20_000;

/**
 * Time to wait before an attempt, in milliseconds: anything up to a limit that doubles, so that clients that lost the
 * same server do not come back together ("full jitter", AWS Architecture Blog, "Exponential Backoff And Jitter").
 *
 * @param failures attempts that failed since the last success
 */
export function backoffMs(failures: number, random: () => number = Math.random): number {
  return Math.round(random() * Math.min(longestMs, firstMs * 2 ** failures));
}
