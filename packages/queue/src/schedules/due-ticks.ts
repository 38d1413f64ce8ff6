import type { CatchUp } from '@jobwire/db';

import type { CronRule } from './cron-rule.ts';

/** A tick that is taken within this time is on time, whatever the catch-up policy: a new release takes less. In milliseconds. */
export const onTimeMs = 60_000;
/** Ticks of a schedule that are made up for at once: beyond it the oldest are left out. Every second of `onTimeMs` fits. */
export const mostTicks = 100;

const secondMs = 1_000;

/** What is to be done for a schedule that is due. */
export interface TickPlan {
  /** The ticks to take, oldest first; their number is bounded. */
  ticks: Date[];
  /** The tick after them; null when there is none. */
  next: Date | null;
  /** From here on ticks were left out, because nobody was there to take them; null: none. */
  missedSince: Date | null;
}

/**
 * Decide which ticks of a schedule are taken now.
 *
 * @param due the oldest tick that nobody has taken, in the past
 */
export function planTicks(rule: CronRule, catchUp: CatchUp, due: Date, now: Date): TickPlan {
  const onTime = ticksSince(rule, due, new Date(now.getTime() - onTimeMs), now, mostTicks);
  const ticks = {
    none: () => onTime,
    last: () => (onTime.length > 0 ? onTime : ticksSince(rule, due, due, now, 1)),
    all: () => ticksSince(rule, due, due, now, mostTicks),
  }[catchUp]();
  const missed = ticks[0]?.getTime() !== due.getTime();
  return { ticks, next: rule.next(now) ?? null, missedSince: missed ? due : null };
}

/** The newest ticks at `from` or later, up to `now`. The one that is due is a tick because the record says so. */
function ticksSince(rule: CronRule, due: Date, from: Date, now: Date, most: number): Date[] {
  const start = new Date(Math.max(due.getTime(), from.getTime() - 1));
  const later = newestTicks(rule, start, now, most);
  return due >= from && later.length < most ? [due, ...later] : later;
}

/**
 * The newest ticks after `after`, up to `until`. It halves the time while there are too many in it, so that weeks of a
 * schedule that ticks every second cost no more than some thousand steps.
 */
function newestTicks(rule: CronRule, after: Date, until: Date, most: number): Date[] {
  const ticks = firstTicks(rule, after, until, most + 1);
  if (ticks.length <= most) return ticks;
  const middle = new Date(Math.floor((after.getTime() + until.getTime()) / 2 / secondMs) * secondMs);
  // Two ticks within a second are one: below that there is nothing to halve.
  if (middle <= after) return ticks.slice(-most);
  const later = newestTicks(rule, middle, until, most);
  return later.length === most ? later : [...newestTicks(rule, after, middle, most - later.length), ...later];
}

function firstTicks(rule: CronRule, after: Date, until: Date, most: number): Date[] {
  const ticks: Date[] = [];
  for (let tick = rule.next(after); tick && tick <= until && ticks.length < most; tick = rule.next(tick)) {
    ticks.push(tick);
  }
  return ticks;
}
