import type { ScheduleRow, ScheduleSettings } from '@jobwire/db';

import { createCronRule } from './cron-rule.ts';

type Times = Pick<ScheduleSettings, 'cron' | 'timeZone' | 'enabled'>;

/**
 * When a schedule ticks next after somebody saved it. A tick that is due already stays due when the times are as they
 * were; otherwise it counts from now, also after it was switched on again.
 *
 * @param before the schedule as it was; undefined for a new one
 * @returns null while it is switched off
 */
export function nextRunOf(
  { cron, timeZone, enabled }: Times,
  before: Pick<ScheduleRow, 'cron' | 'timeZone' | 'enabled' | 'nextRunAt'> | undefined,
  now: Date,
): Date | null {
  if (!enabled) return null;
  const same = before?.enabled === true && before.cron === cron && before.timeZone === timeZone;
  return same && before.nextRunAt ? before.nextRunAt : (createCronRule(cron, timeZone).next(now) ?? null);
}

/** The next ticks of a schedule, oldest first: `first` and those after it. */
export function nextRuns({ cron, timeZone }: Omit<Times, 'enabled'>, first: Date | null, count: number): Date[] {
  const rule = createCronRule(cron, timeZone);
  const runs: Date[] = [];
  for (let at: Date | undefined = first ?? undefined; at && runs.length < count; at = rule.next(at)) runs.push(at);
  return runs;
}
