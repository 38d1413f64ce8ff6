import type { Throughput } from '@jobwire/client';

import { type Grid, stepTime, type Values } from './charts/series.ts';

/** What ended lately, as the server counted it. */
export interface Finished {
  /** From when on everything is known, and until when it was counted, in milliseconds since 1970 by the server's clock. */
  from: number;
  to: number;
  stepMs: number;
  counts: readonly FinishedCount[];
}

type FinishedCount = Throughput['finished'][number];

/** What of it is looked at. */
export interface FinishedFilter {
  /** One kind of job; left out, all. */
  name?: string | undefined;
  states: readonly FinishedCount['state'][];
}

/** What is kept: a quarter of an hour, and the minute before it that its first step sums up. */
const keptMs = 16 * 60_000;

/** Steps are counted again until they are this old, in milliseconds: a verdict is committed a little after its time. */
const settledMs = 20_000;

const minuteMs = 60_000;

/** From when on the server is asked next, ISO 8601; undefined at first. */
export function askFrom(known: Finished | undefined): string | undefined {
  return known && new Date(known.to - settledMs).toISOString();
}

/** What is known after one more answer: it replaces what was known of its time. */
export function withAnswer(known: Finished | undefined, answer: Throughput): Finished {
  const [answeredFrom, to] = [Date.parse(answer.from), Date.parse(answer.to)];
  // An answer that begins later than what is known ends leaves a hole: what is before it is forgotten.
  const before = known && known.to >= answeredFrom ? known : undefined;
  const from = Math.max(before?.from ?? answeredFrom, to - keptMs);
  const older = (before?.counts ?? []).filter(({ at }) => Date.parse(at) < answeredFrom && Date.parse(at) >= from);
  return { from, to, stepMs: answer.stepMs, counts: [...older, ...answer.finished] };
}

/** The steps of a quarter of an hour that are over; the last one is still being filled. */
export function finishedGrid({ to, stepMs }: Finished): Grid {
  return { stepMs, steps: (15 * minuteMs) / stepMs, last: Math.floor(to / stepMs) - 1 };
}

/** How many ended in the minute until the end of each step; unknown where that minute is not known wholly. */
export function perMinute(finished: Finished, { name, states }: FinishedFilter): Values {
  const grid = finishedGrid(finished);
  const counted = new Map<number, number>();
  for (const each of finished.counts) {
    if ((name !== undefined && each.name !== name) || !states.includes(each.state)) continue;
    const at = Date.parse(each.at);
    counted.set(at, (counted.get(at) ?? 0) + each.count);
  }
  const stepsOfMinute = minuteMs / grid.stepMs;
  return Array.from({ length: grid.steps }, (_, index) => {
    const first = stepTime(grid, index - stepsOfMinute + 1);
    if (first < finished.from) return undefined;
    const times = Array.from({ length: stepsOfMinute }, (_step, offset) => first + offset * grid.stepMs);
    return times.reduce((sum, at) => sum + (counted.get(at) ?? 0), 0);
  });
}

/** Why jobs failed in this quarter of an hour, the most frequent first. */
export function failureCodes(finished: Finished, name?: string): { code: string; count: number }[] {
  const from = stepTime(finishedGrid(finished), 0);
  const byCode = new Map<string, number>();
  for (const each of finished.counts) {
    if (each.state !== 'failed' || Date.parse(each.at) < from || (name !== undefined && each.name !== name)) continue;
    const code = each.code ?? 'UNKNOWN';
    byCode.set(code, (byCode.get(code) ?? 0) + each.count);
  }
  return [...byCode]
    .map(([code, count]) => ({ code, count }))
    .toSorted((one, other) => other.count - one.count || one.code.localeCompare(other.code));
}
