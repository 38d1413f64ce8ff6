import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';

import { createPace } from './pace.ts';

describe('the pace of one socket', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  it('lets a burst through, then one after another in order', () => {
    const pace = createPace(2, 10);
    const ran: number[] = [];
    for (const n of [1, 2, 3, 4]) pace.run(() => void ran.push(n));
    expect(ran).toEqual([1, 2]);
    jest.advanceTimersByTime(10);
    expect(ran).toEqual([1, 2, 3]);
    jest.advanceTimersByTime(10);
    expect(ran).toEqual([1, 2, 3, 4]);
  });

  it('stops its timer when it is full again, and forgets what waits when cleared', () => {
    const pace = createPace(1, 10);
    const ran: string[] = [];
    pace.run(() => void ran.push('first'));
    pace.run(() => void ran.push('forgotten'));
    pace.clear();
    jest.advanceTimersByTime(100);
    expect(ran).toEqual(['first']);
    pace.run(() => void ran.push('second'));
    jest.advanceTimersByTime(100);
    expect(jest.getTimerCount()).toBe(0);
    expect(ran).toEqual(['first', 'second']);
  });
});
