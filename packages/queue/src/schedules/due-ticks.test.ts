import { describe, expect, it } from '@jest/globals';

import { createCronRule } from './cron-rule.ts';
import { mostTicks, planTicks } from './due-ticks.ts';

const now = new Date('2026-05-04T12:00:30.500Z');
const hourly = createCronRule('0 * * * *', 'UTC');
const secondly = createCronRule('* * * * * *', 'UTC');
const daily = createCronRule('0 12 * * *', 'UTC');
const times = (dates: readonly Date[]): string[] => dates.map((date) => date.toISOString().slice(11, 19));
const at = (time: string): Date => new Date(`2026-05-04T${time}Z`);

describe.each(['none', 'last', 'all'] as const)('with catch-up %s', (catchUp) => {
  it('the tick that is due now is taken, and the next is told', () => {
    expect(planTicks(daily, catchUp, at('12:00:00'), now)).toEqual({
      ticks: [at('12:00:00')],
      next: new Date('2026-05-05T12:00:00Z'),
      missedSince: null,
    });
  });

  it('every tick of the last minute is on time', () => {
    const { ticks, missedSince } = planTicks(secondly, catchUp, at('12:00:25'), now);
    expect(times(ticks)).toEqual(['12:00:25', '12:00:26', '12:00:27', '12:00:28', '12:00:29', '12:00:30']);
    expect(missedSince).toBeNull();
  });
});

describe('after two and a half hours without anybody', () => {
  const late = new Date('2026-05-04T12:30:00Z');
  it.each([
    ['none', []],
    ['last', ['12:00:00']],
    ['all', ['10:00:00', '11:00:00', '12:00:00']],
  ] as const)('catch-up %s takes %j', (catchUp, expected) => {
    const plan = planTicks(hourly, catchUp, at('10:00:00'), late);
    expect(times(plan.ticks)).toEqual(expected);
    expect(plan.next).toEqual(at('13:00:00'));
    expect(plan.missedSince).toEqual(catchUp === 'all' ? null : at('10:00:00'));
  });
});

describe('after weeks of a schedule that ticks every second', () => {
  const since = new Date('2026-04-01T00:00:00Z');
  it.each([
    ['none', 61, '11:59:30'],
    ['last', 61, '11:59:30'],
    ['all', mostTicks, '11:58:51'],
  ] as const)('catch-up %s takes the newest %i', (catchUp, count, first) => {
    const { ticks, missedSince } = planTicks(secondly, catchUp, since, new Date('2026-05-04T12:00:30Z'));
    expect(ticks).toHaveLength(count);
    expect(times([ticks[0]!, ticks.at(-1)!])).toEqual([first, '12:00:30']);
    expect(missedSince).toEqual(since);
  });
});

it('a burst long ago is found without a step for every second since', () => {
  const burst = createCronRule('* * 3 * * *', 'UTC');
  const { ticks } = planTicks(burst, 'all', new Date('2026-04-01T03:00:00Z'), now);
  expect(times([ticks[0]!, ticks.at(-1)!])).toEqual(['03:58:20', '03:59:59']);
});

it('a tick that the record names counts also where the expression has none', () => {
  const { ticks, next } = planTicks(daily, 'none', at('11:59:45'), now);
  expect(times(ticks)).toEqual(['11:59:45', '12:00:00']);
  expect(next).toEqual(new Date('2026-05-05T12:00:00Z'));
});
