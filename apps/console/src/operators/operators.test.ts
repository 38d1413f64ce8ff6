import { describe, expect, it } from '@jest/globals';
import type { Queue, Throughput } from '@jobwire/client';

import { gridUntil } from './charts/series.ts';
import { createDepths, depthSteps } from './depths.ts';
import { askFrom, failureCodes, type Finished, finishedGrid, perMinute, withAnswer } from './finished.ts';
import { createLatencies, percentile } from './latencies.ts';
import { startPolling } from './polling.ts';
import { pausesDiffer, withCounts } from './queue-states.ts';

const noon = Date.parse('2026-11-24T12:00:00.000Z');
const at = (seconds: number): string => new Date(noon + seconds * 1_000).toISOString();
const answerOf = (from: number, to: number, ...finished: Throughput['finished']): Throughput => ({
  stepMs: 10_000,
  from: at(from),
  to: at(to),
  finished,
});
const ended = (seconds: number, count: number, state: 'succeeded' | 'failed', code?: string) => ({
  at: at(seconds),
  name: 'email.send',
  state,
  count,
  ...(code === undefined ? {} : { code }),
});
const queue = (name: string, queued: number, oldestWaitingMs?: number): Queue => ({
  name,
  paused: false,
  counts: { scheduled: 0, queued, running: 0, retrying: 0 },
  workers: [],
  ...(oldestWaitingMs === undefined ? {} : { oldestWaitingMs }),
});

describe('percentiles', () => {
  it.each([
    [[], 50, undefined],
    [[7], 50, 7],
    [[7], 95, 7],
    [[1, 2, 3, 4], 50, 2],
    [Array.from({ length: 100 }, (_, index) => index + 1), 95, 95],
  ])('of %j: %d %% are within %p', (sorted, percent, expected) => {
    expect(percentile(sorted, percent)).toBe(expected);
  });

  it('are those of the minute before each step, and unknown where no event came', () => {
    const latencies = createLatencies();
    for (const [second, ms] of [
      [0, 5],
      [1, 900],
      [2, 10],
      [65, 3],
    ] as const)
      latencies.add(noon + second * 1_000, ms);
    const { p50, p95 } = latencies.read(gridUntil(noon + 130_000, { stepMs: 10_000, steps: 15 }));
    expect(p50.slice(0, 2)).toEqual([undefined, 10]);
    expect([p50[6], p95[6], p50[7], p95[7]]).toEqual([10, 900, 3, 3]);
    expect(p50.at(-1)).toBeUndefined();
    expect(latencies.backwards).toBe(false);
    latencies.add(noon, -40);
    expect(latencies.backwards).toBe(true);
  });
});

describe('what ended', () => {
  const first = answerOf(0, 125, ended(0, 2, 'succeeded'), ended(60, 3, 'succeeded'), ended(120, 1, 'succeeded'));

  it('is counted of the minute before each step that is over', () => {
    const values = perMinute(withAnswer(undefined, first), { states: ['succeeded'] });
    expect(values).toHaveLength(90);
    // The step of 12:01:50 is the last that is over; the minute until 12:01:00 is the first that is known.
    expect(values.slice(-8)).toEqual([undefined, 2, 3, 3, 3, 3, 3, 3]);
    expect(finishedGrid(withAnswer(undefined, first)).last).toBe(noon / 10_000 + 11);
  });

  it('is asked for again from a little before the last answer, which the next one replaces', () => {
    const known = withAnswer(undefined, first);
    expect([askFrom(undefined), askFrom(known)]).toEqual([undefined, at(105)]);
    const after = withAnswer(known, answerOf(100, 135, ended(120, 9, 'succeeded')));
    expect(after.from).toBe(noon);
    expect(perMinute(after, { states: ['succeeded'] }).at(-1)).toBe(9);
    expect(after.counts).toHaveLength(3);
  });

  it('begins anew after a hole, and forgets what is too old', () => {
    const known = withAnswer(undefined, first);
    expect(withAnswer(known, answerOf(3_600, 7_200)).counts).toEqual([]);
    const kept = withAnswer(known, answerOf(120, 125 + 15 * 60, ended(120, 1, 'succeeded')));
    expect([kept.from, kept.counts.length]).toEqual([noon + 65_000, 1]);
  });

  it('tells why, the most frequent reason first, of all kinds of jobs or one', () => {
    const finished: Finished = withAnswer(
      undefined,
      answerOf(
        0,
        125,
        ended(0, 2, 'failed', 'A'),
        ended(10, 1, 'failed', 'B'),
        ended(20, 2, 'failed', 'B'),
        ended(20, 1, 'failed'),
      ),
    );
    expect(failureCodes(finished)).toEqual([
      { code: 'B', count: 3 },
      { code: 'A', count: 2 },
      { code: 'UNKNOWN', count: 1 },
    ]);
    expect(failureCodes(finished, 'image.thumbnail')).toEqual([]);
    expect(perMinute(finished, { name: 'image.thumbnail', states: ['failed'] }).at(-1)).toBe(0);
  });
});

describe('queues', () => {
  it('are what their channels tell last', () => {
    const counts = { scheduled: 1, queued: 2, running: 3, retrying: 4 };
    const told = { name: 'a', paused: true, counts, oldestMs: 50 };
    const after = withCounts([queue('a', 0), queue('b', 7)], 'a', told);
    expect(after).toEqual([{ ...queue('a', 0), paused: true, counts, oldestWaitingMs: 50 }, queue('b', 7)]);
    expect([pausesDiffer([queue('a', 0)], after.slice(0, 1)), pausesDiffer(after, after)]).toEqual([true, false]);
    expect(withCounts(after, 'a', { ...told, oldestMs: null })[0]?.oldestWaitingMs).toBeUndefined();
    for (const nonsense of [null, 'text', {}, { counts: 3 }]) expect(withCounts(after, 'a', nonsense)).toBe(after);
  });

  it('are written down together and each', () => {
    const depths = createDepths();
    depths.put(noon, [queue('a', 2, 400), queue('b', 3)]);
    depths.put(noon + 10_000, [queue('a', 4, 900), queue('b', 0)]);
    const grid = gridUntil(noon + 10_000, depthSteps);
    expect(depths.jobs(grid, 'queued').slice(-3)).toEqual([5, undefined, 4]);
    expect(depths.jobs(grid, 'queued', 'b').slice(-3)).toEqual([3, undefined, 0]);
    expect(depths.age(grid).slice(-3)).toEqual([400, undefined, 900]);
  });
});

describe('polling', () => {
  /** A page that may be hidden, and what was asked. */
  function pollingPage() {
    const page = Object.assign(new EventTarget(), { hidden: false });
    const ends = new AbortController();
    const answers: (() => void)[] = [];
    const ask = (): Promise<void> => new Promise((resolve) => answers.push(resolve));
    const polling = startPolling({ everyMs: 60_000, ask, document: page as never, signal: ends.signal });
    const answer = async (): Promise<void> => {
      answers.at(-1)?.();
      await new Promise((resolve) => setImmediate(resolve));
    };
    return { page, ends, answers, polling, answer };
  }

  it('asks once at a time, and once more when it was wanted meanwhile', async () => {
    const { ends, answers, polling, answer } = pollingPage();
    polling.now();
    polling.now();
    expect(answers).toHaveLength(1);
    await answer();
    expect(answers).toHaveLength(2);
    await answer();
    expect(answers).toHaveLength(2);
    ends.abort();
    polling.now();
    expect(answers).toHaveLength(2);
  });

  it('asks nothing while nobody looks, and at once when somebody does again', async () => {
    const { page, ends, answers, polling, answer } = pollingPage();
    await answer();
    page.hidden = true;
    polling.now();
    expect(answers).toHaveLength(1);
    page.hidden = false;
    page.dispatchEvent(new Event('visibilitychange'));
    expect(answers).toHaveLength(2);
    await answer();
    ends.abort();
  });
});
