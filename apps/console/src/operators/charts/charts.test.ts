import { describe, expect, it } from '@jest/globals';

import { areaPath, linePath } from './paths.ts';
import { createSeries, gridUntil, latestOf, mostOf, rangeOf, stepTime, sumOf } from './series.ts';
import { countTicks, timeTicks } from './ticks.ts';

const steps = { stepMs: 1_000, steps: 4 };

describe('a series', () => {
  it('keeps the last word of each step, and leaves the others open', () => {
    const series = createSeries(steps);
    series.put(10_000, 1);
    series.put(10_900, 2);
    series.put(12_000, 3);
    expect(series.read(12)).toEqual([undefined, 2, undefined, 3]);
  });

  it('forgets what is older than its steps, also when nothing new came to its place', () => {
    const series = createSeries(steps);
    for (const second of [10, 11, 12, 13, 14]) series.put(second * 1_000, second);
    expect(series.read(14)).toEqual([11, 12, 13, 14]);
    expect(series.read(16)).toEqual([13, 14, undefined, undefined]);
    expect(series.read(1_000)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('is read at the moments of its grid', () => {
    const grid = gridUntil(12_345, steps);
    expect(grid.last).toBe(12);
    expect([0, 3].map((index) => stepTime(grid, index))).toEqual([9_000, 12_000]);
  });

  it('is added up and compared where something is known', () => {
    const all = [
      [1, undefined, 3, undefined],
      [10, 20, undefined, undefined],
    ];
    expect(sumOf(all)).toEqual([11, 20, 3, undefined]);
    expect(mostOf(all)).toEqual([10, 20, 3, undefined]);
    expect(sumOf([])).toEqual([]);
    expect([rangeOf([undefined, 4, 2]), rangeOf([undefined])]).toEqual([{ least: 2, most: 4 }, undefined]);
    expect([latestOf([1, 2, undefined]), latestOf([undefined])]).toEqual([2, undefined]);
  });
});

describe('the marks of an axis', () => {
  it.each([
    [0, [0, 1]],
    [1, [0, 1]],
    [3, [0, 1, 2, 3]],
    [4, [0, 1, 2, 3, 4]],
    [7, [0, 2, 4, 6, 8]],
    [11, [0, 5, 10, 15]],
    [150, [0, 50, 100, 150]],
    [1_001, [0, 500, 1_000, 1_500]],
    [98_000, [0, 50_000, 100_000]],
  ])('for %d jobs are %j', (most, expected) => {
    expect(countTicks(most)).toEqual(expected);
  });

  it.each([
    [0, [0, 1, 2, 3, 4]],
    [70, [0, 20, 40, 60, 80]],
    [3_500, [0, 1_000, 2_000, 3_000, 4_000]],
    [50_000, [0, 15_000, 30_000, 45_000, 60_000]],
    [3_600_000, [0, 900_000, 1_800_000, 2_700_000, 3_600_000]],
    [30 * 86_400_000, [0, 10, 20, 30].map((days) => days * 86_400_000)],
  ])('for %d ms are %j', (most, expected) => {
    expect(timeTicks(most)).toEqual(expected);
  });
});

describe('a line', () => {
  const scale = { x: (index: number) => index * 10, y: (value: number) => 100 - value };

  it('breaks where nothing is known, and shows a step that stands alone', () => {
    expect(linePath([1, 2, undefined, 3.26, undefined, undefined, 5, 6], scale)).toBe(
      'M0 99L10 98M30 96.7h.01M60 95L70 94',
    );
    expect(linePath([undefined], scale)).toBe('');
  });

  it('has its area down to zero', () => {
    expect(areaPath([undefined, 1, 2], scale)).toBe('M10 100L10 99L20 98L20 100Z');
  });
});
