import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { createCronRule, problemOfCron } from './cron-rule.ts';

/** The next ticks after a moment, as ISO times without the zeros at the end. */
const ticks = (cron: string, zone: string, after: string, count: number): string[] => {
  const rule = createCronRule(cron, zone);
  const found: string[] = [];
  for (let at = rule.next(new Date(after)); at && found.length < count; at = rule.next(at)) {
    found.push(at.toISOString().replace(':00.000Z', 'Z'));
  }
  return found;
};

describe('when clocks are put forward', () => {
  it.each([
    [
      'Europe/Berlin',
      '30 2 * * *',
      '2026-03-27T12:00Z',
      ['2026-03-28T01:30Z', '2026-03-29T01:30Z', '2026-03-30T00:30Z'],
    ],
    ['America/New_York', '30 2 * * *', '2026-03-07T12:00Z', ['2026-03-08T07:30Z', '2026-03-09T06:30Z']],
    ['Australia/Lord_Howe', '10 2 * * *', '2026-10-03T00:00Z', ['2026-10-03T15:40Z', '2026-10-04T15:10Z']],
  ])('in %s a time that is left out (%s) ticks as much later', (zone, cron, after, expected) => {
    expect(ticks(cron, zone, after, expected.length)).toEqual(expected);
  });

  it('every time that is left out ticks, once together with one that there is', () => {
    expect(ticks('0,30 2 * * *', 'Europe/Berlin', '2026-03-28T12:00Z', 3)).toEqual([
      '2026-03-29T01:00Z',
      '2026-03-29T01:30Z',
      '2026-03-30T00:00Z',
    ]);
    expect(ticks('30 2,3 * * *', 'Europe/Berlin', '2026-03-28T12:00Z', 2)).toEqual([
      '2026-03-29T01:30Z',
      '2026-03-30T00:30Z',
    ]);
  });

  it('a tick that is due later than the jump is found from a moment after it', () => {
    expect(ticks('30 2 * * *', 'Europe/Berlin', '2026-03-29T01:10Z', 1)).toEqual(['2026-03-29T01:30Z']);
  });

  it('what ticks all the time goes on without a gap or a crowd', () => {
    expect(ticks('*/30 * * * *', 'Europe/Berlin', '2026-03-29T00:00Z', 4)).toEqual([
      '2026-03-29T00:30Z',
      '2026-03-29T01:00Z',
      '2026-03-29T01:30Z',
      '2026-03-29T02:00Z',
    ]);
  });

  it('a midnight that is left out ticks at one', () => {
    expect(ticks('0 0 * * *', 'Africa/Cairo', '2026-04-23T00:00Z', 2)).toEqual([
      '2026-04-23T22:00Z',
      '2026-04-24T21:00Z',
    ]);
  });
});

describe('when clocks are put back', () => {
  it.each([
    ['Europe/Berlin', '30 2 * * *', '2026-10-24T12:00Z', ['2026-10-25T00:30Z', '2026-10-26T01:30Z']],
    ['America/New_York', '30 1 * * *', '2026-10-31T12:00Z', ['2026-11-01T05:30Z', '2026-11-02T06:30Z']],
    ['Europe/Berlin', '0 */2 * * *', '2026-10-24T22:30Z', ['2026-10-25T00:00Z', '2026-10-25T03:00Z']],
  ])('in %s a time that there is twice (%s) ticks the first time alone', (zone, cron, after, expected) => {
    expect(ticks(cron, zone, after, expected.length)).toEqual(expected);
  });

  it('what ticks all the time ticks in both hours', () => {
    expect(ticks('*/30 * * * *', 'Europe/Berlin', '2026-10-25T00:00Z', 4)).toEqual([
      '2026-10-25T00:30Z',
      '2026-10-25T01:00Z',
      '2026-10-25T01:30Z',
      '2026-10-25T02:00Z',
    ]);
    expect(ticks('0 * * * *', 'America/New_York', '2026-11-01T04:30Z', 4)).toEqual([
      '2026-11-01T05:00Z',
      '2026-11-01T06:00Z',
      '2026-11-01T07:00Z',
      '2026-11-01T08:00Z',
    ]);
  });

  it('nothing ticks again in the second hour', () => {
    expect(ticks('30 2 * * *', 'Europe/Berlin', '2026-10-25T01:10Z', 1)).toEqual(['2026-10-26T01:30Z']);
  });
});

describe('the calendar', () => {
  it.each([
    ['a leap day', '0 12 29 2 *', ['2028-02-29T12:00Z', '2032-02-29T12:00Z']],
    ['the last day of a month', '0 12 L * *', ['2026-01-31T12:00Z', '2026-02-28T12:00Z', '2026-03-31T12:00Z']],
    ['the last Friday of a month', '0 12 * * 5L', ['2026-01-30T12:00Z', '2026-02-27T12:00Z']],
    ['the second Friday of a month', '0 12 * * FRI#2', ['2026-01-09T12:00Z', '2026-02-13T12:00Z']],
    ['seconds, in a sixth field before', '*/30 * * * * *', ['2026-01-01T00:00:30.000Z', '2026-01-01T00:01Z']],
    ['a day of the month or a weekday', '0 0 3 * MON', ['2026-01-03T00:00Z', '2026-01-05T00:00Z']],
  ])('has %s', (_what, cron, expected) => {
    expect(ticks(cron, 'UTC', '2026-01-01T00:00:00Z', expected.length)).toEqual(expected);
  });

  it('of another zone has its own days', () => {
    expect(ticks('0 9 * * *', 'Asia/Kolkata', '2026-01-01T00:00Z', 1)).toEqual(['2026-01-01T03:30Z']);
    expect(ticks('0 0 29 2 *', 'Europe/Berlin', '2026-01-01T00:00Z', 1)).toEqual(['2028-02-28T23:00Z']);
  });
});

it('in every minute of a year, in zones that put their clocks back, a schedule moves on and misses no hour', () => {
  const starts = fc.integer({ min: Date.UTC(2026, 0), max: Date.UTC(2027, 0) });
  const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Tokyo', 'UTC');
  fc.assert(
    fc.property(starts, zones, (start, zone) => {
      const hourly = createCronRule('0 * * * *', zone).next(new Date(start))?.getTime() ?? 0;
      expect(hourly).toBeGreaterThan(start);
      expect(hourly - start).toBeLessThanOrEqual(90 * 60_000);
      const daily = createCronRule('30 2 * * *', zone).next(new Date(start))?.getTime() ?? 0;
      expect(daily).toBeGreaterThan(start);
      expect(daily - start).toBeLessThanOrEqual(25 * 60 * 60_000);
    }),
    { numRuns: 500 },
  );
});

describe('what is no schedule', () => {
  it.each([
    ['0 0 * *', 'UTC', 'cron'],
    ['0 0 * * * * 2027', 'UTC', 'cron'],
    ['61 * * * *', 'UTC', 'cron'],
    ['0 0 31 2 *', 'UTC', 'cron'],
    ['? * * * *', 'UTC', 'cron'],
    ['@daily', 'UTC', 'cron'],
    ['2030-01-01T00:00:00', 'UTC', 'cron'],
    [`0 0 * * ${'1,'.repeat(300)}1`, 'UTC', 'cron'],
    ['0 0 * * *', 'Europe/Nowhere', 'timeZone'],
    ['0 0 * * *', '+02:00', 'timeZone'],
    ['0 0 * * *', '', 'timeZone'],
  ])('is told: %s in %s', (cron, zone, part) => {
    expect(problemOfCron(cron, zone)).toMatchObject({ part });
  });

  it.each(['0 0 31 2 *', '0 0 30 2 *', '0 0 31 4,6,9,11 *'])('%s says that its day never comes', (cron) => {
    expect(problemOfCron(cron, 'Europe/Berlin')?.message).toBe('has no time to come');
  });

  it('is not told of what is one', () => {
    expect(problemOfCron('*/5 9-17 * * MON-FRI', 'Europe/Berlin')).toBeUndefined();
    expect(problemOfCron('15 30 4 L * *', 'America/New_York')).toBeUndefined();
  });
});
