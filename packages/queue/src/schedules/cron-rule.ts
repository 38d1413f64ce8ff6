import { Cron } from 'croner';

import { createTimeZone, isTimeZone, type TimeZone } from './time-zone.ts';

/** The times of a cron expression in a time zone. */
export interface CronRule {
  /** The first tick after a moment; undefined when there is none any more. */
  next(after: Date): Date | undefined;
}

/** What is wrong with a cron expression or its time zone. */
export interface CronProblem {
  part: 'cron' | 'timeZone';
  message: string;
}

const secondMs = 1_000;
/** Longer than any jump of the clocks: the longest left out a whole day. */
const longestJumpMs = 26 * 60 * 60 * secondMs;
/** Characters of a cron expression: room for every field with a list of all its values. */
const longestCron = 500;
/** croner would also take dates, nicknames, and `?`, which stands for the moment of parsing. */
const fields = /^[\d*,/#+A-Z-]+(?: [\d*,/#+A-Z-]+){4,5}$/i;

/**
 * Say what is wrong with a cron expression or a time zone; undefined when they are fine. Five fields, or six with seconds
 * first, one space between them.
 */
export function problemOfCron(cron: string, timeZone: string): CronProblem | undefined {
  if (!isTimeZone(timeZone)) return { part: 'timeZone', message: 'must be a time zone such as Europe/Berlin or UTC' };
  if (cron.length > longestCron || !fields.test(cron)) {
    return { part: 'cron', message: 'must be five fields, or six with seconds first, one space between them' };
  }
  try {
    if (createCronRule(cron, timeZone).next(new Date())) return undefined;
    return { part: 'cron', message: 'has no time to come' };
  } catch (error) {
    // croner looks for a day that no month has until its stack is full.
    if (error instanceof RangeError) return { part: 'cron', message: 'has no time to come' };
    return { part: 'cron', message: error instanceof Error ? error.message : 'is not valid' };
  }
}

/**
 * Make the rule of a cron expression. croner matches the fields; the clocks are put forward and back here, because it
 * leaves out the second of two equal hours also for what runs all the time:
 *
 * - With `*` for the hour the schedule follows the time that passes: hours that there are twice tick twice.
 * - Otherwise it follows the clock on the wall: a time that there is twice ticks the first time, and one that is left out
 *   ticks as much later as the clocks were put forward.
 *
 * @throws Error when the expression or the zone is not valid
 */
export function createCronRule(cron: string, timeZone: string): CronRule {
  const zone = createTimeZone(timeZone);
  const wall = new Cron(cron, { paused: true, mode: '5-or-6-parts', utcOffset: 0 });
  const everyHour = cron.split(' ').at(-4) === '*';

  /** The first match at `start` or later, if the clocks were `offset` ahead all the time. */
  const matchFrom = (start: number, offset: number): number => {
    const match = wall.nextRun(new Date(start - secondMs + offset));
    return match ? match.getTime() - offset : Number.POSITIVE_INFINITY;
  };

  /** The first tick at `start` or later, if the clocks do not change after `start`. */
  const tickFrom = (start: number): number => {
    const offset = zone.offsetAt(start);
    const jump = everyHour ? undefined : lastJump(zone, start, offset);
    if (!jump) return matchFrom(start, offset);
    if (jump.by < 0) return matchFrom(Math.max(start, jump.at - jump.by), offset);
    const leftOut = matchFrom(start, offset - jump.by);
    const match = matchFrom(start, offset);
    return leftOut < jump.at + jump.by ? Math.min(leftOut, match) : match;
  };

  return {
    next(after) {
      let start = (Math.floor(after.getTime() / secondMs) + 1) * secondMs;
      for (;;) {
        const tick = tickFrom(start);
        if (tick === Number.POSITIVE_INFINITY) return undefined;
        const change = zone.firstChange(start, tick);
        if (change === undefined) return new Date(tick);
        start = change;
      }
    },
  };
}

/** When the clocks jumped shortly before `start`, and by how much they were put forward. */
function lastJump(zone: TimeZone, start: number, offset: number): { at: number; by: number } | undefined {
  const earlier = start - longestJumpMs;
  const by = offset - zone.offsetAt(earlier);
  const at = by === 0 ? undefined : zone.firstChange(earlier, start);
  return at === undefined ? undefined : { at, by };
}
