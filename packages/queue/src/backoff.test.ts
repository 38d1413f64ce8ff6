import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { backoffDelay } from './backoff.ts';
import { createProgressReports } from './progress.ts';

describe('the wait before the next attempt', () => {
  it('doubles until its cap', () => {
    const backoff = { type: 'exponential', delayMs: 1_000, capMs: 10_000, jitter: 0 } as const;
    expect([1, 2, 3, 4, 5, 50].map((attempt) => backoffDelay(backoff, attempt))).toEqual([
      1_000, 2_000, 4_000, 8_000, 10_000, 10_000,
    ]);
  });

  it('follows its list and stays at the last', () => {
    const backoff = { type: 'list', delaysMs: [30, 120], jitter: 0 } as const;
    expect([1, 2, 3].map((attempt) => backoffDelay(backoff, attempt))).toEqual([30, 120, 120]);
  });

  it('is spread by its jitter and never above the cap', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100 }), fc.double({ min: 0, max: 1, noNaN: true }), (attempt, random) => {
        const backoff = { type: 'exponential', delayMs: 1_000, capMs: 60_000, jitter: 0.5 } as const;
        const delay = backoffDelay(backoff, attempt, () => random);
        const base = Math.min(1_000 * 2 ** (attempt - 1), 60_000);
        expect(delay).toBeGreaterThanOrEqual(Math.floor(base * 0.5));
        expect(delay).toBeLessThanOrEqual(60_000);
      }),
    );
  });
});

describe('reports of progress', () => {
  const stages = ['one', 'two', 'three', 'four'];

  it('never go back, whatever the handler says, and end where it came furthest', () => {
    const report = fc.record({
      stage: fc.constantFrom(...stages),
      fraction: fc.double({ min: -1, max: 2, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(report, { minLength: 1 }), (said) => {
        const percents: number[] = [];
        const note = (events: { type: string; data: Record<string, unknown> }[]): void => {
          for (const { type, data } of events) if (type === 'job.progress') percents.push(Number(data['percent']));
        };
        const reports = createProgressReports(stages, 1, async (events) => note(events));
        for (const { stage, fraction } of said) reports.report(stage, fraction);
        note(reports.close().events);
        expect(percents).toEqual(percents.toSorted((a, b) => a - b));
        const furthest = Math.max(
          ...said.map(({ stage, fraction }) => {
            return Math.round((100 * (stages.indexOf(stage) + Math.min(1, Math.max(0, fraction)))) / stages.length);
          }),
        );
        expect(percents.at(-1)).toBe(furthest);
      }),
    );
  });

  it('name a stage that does not exist', () => {
    const reports = createProgressReports(stages, 1, async () => undefined);
    expect(() => reports.report('five')).toThrow('Unknown stage "five"');
    reports.close();
  });
});
