import { type Grid, stepTime, type Values } from './charts/series.ts';

/** How long events took to this page. */
export interface Latencies {
  /** An event took so many milliseconds and came at `at`, in milliseconds since 1970. */
  add(at: number, ms: number): void;
  /** The median and the 95th percentile of the minute before each step of a grid; unknown where no event came. */
  read(grid: Grid): { p50: Values; p95: Values };
  /** True when an event came before it was sent: the clocks differ by more than the way takes. */
  readonly backwards: boolean;
}

/** Events that are kept: those of a quarter of an hour at two a second. */
const most = 1_800;

/** Each step tells of the time before it that has this length, in milliseconds. */
const windowMs = 60_000;

/** Keep the newest latencies. */
export function createLatencies(): Latencies {
  let seen: { at: number; ms: number }[] = [];
  return {
    add(at, ms) {
      seen = [...seen.slice(1 - most), { at, ms }];
    },
    read(grid) {
      const steps = Array.from({ length: grid.steps }, (_, index) => {
        const end = stepTime(grid, index) + grid.stepMs;
        const times = seen.filter(({ at }) => at < end && at >= end - windowMs).map(({ ms }) => ms);
        return times.toSorted((one, other) => one - other);
      });
      return { p50: steps.map((times) => percentile(times, 50)), p95: steps.map((times) => percentile(times, 95)) };
    },
    get backwards() {
      return seen.some(({ ms }) => ms < 0);
    },
  };
}

/**
 * The smallest value that so many percent of the values do not exceed (nearest rank); undefined without values.
 *
 * @param sorted the smallest first
 */
export function percentile(sorted: readonly number[], percent: number): number | undefined {
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)];
}
