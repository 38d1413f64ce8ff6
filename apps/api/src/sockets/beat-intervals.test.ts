import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { afterDrop, afterLife, createBeatIntervals, steadyMs } from './beat-intervals.ts';

const bounds = { minMs: 5_000, maxMs: 25_000 };

describe('the time between heartbeats', () => {
  it.each([
    [25_000, 20_000, 10_000],
    [25_000, 12_000, 6_000],
    [25_000, 6_000, 5_000],
    [8_000, 60_000, 8_000],
    [25_000, 4_999, 25_000],
    [25_000, 0, 25_000],
  ])('of %d is, after a drop that followed %d of silence, %d', (current, idle, expected) => {
    expect(afterDrop(current, idle, bounds)).toBe(expected);
  });

  it('stays within its bounds and never grows by a drop, nor shrinks by a life', () => {
    const interval = fc.integer({ min: bounds.minMs, max: bounds.maxMs });
    fc.assert(
      fc.property(interval, fc.nat(100_000), (current, idle) => {
        const dropped = afterDrop(current, idle, bounds);
        const lived = afterLife(current, bounds);
        expect(dropped).toBeGreaterThanOrEqual(bounds.minMs);
        expect(dropped).toBeLessThanOrEqual(current);
        expect(lived).toBeGreaterThanOrEqual(current);
        expect(lived).toBeLessThanOrEqual(bounds.maxMs);
      }),
    );
  });
});

describe('what is remembered of those whose connections drop', () => {
  it('is the shortest of a user and an address, and wears off with connections that live', () => {
    const beats = createBeatIntervals(bounds);
    expect(beats.of(['ada', '203.0.113.9'])).toBe(25_000);
    beats.dropped(['ada', '203.0.113.9'], 20_000);
    expect([beats.of(['ada']), beats.of(['eve', '203.0.113.9']), beats.of(['eve'])]).toEqual([10_000, 10_000, 25_000]);
    beats.ended(['ada'], steadyMs - 1);
    expect(beats.of(['ada'])).toBe(10_000);
    beats.ended(['ada'], steadyMs);
    expect(beats.of(['ada'])).toBe(15_000);
    for (let lives = 0; lives < 3; lives += 1) beats.ended(['ada'], steadyMs);
    expect(beats.of(['ada'])).toBe(25_000);
  });

  it('is bounded', () => {
    const beats = createBeatIntervals(bounds);
    for (let holder = 0; holder <= 10_000; holder += 1) beats.dropped([String(holder)], 20_000);
    expect([beats.of(['0']), beats.of(['1']), beats.of(['10000'])]).toEqual([25_000, 10_000, 10_000]);
  });
});
