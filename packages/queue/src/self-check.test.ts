import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { insertJob } from '@jobwire/db';
import { createStops, engines, type TestDatabase, testDatabase } from '@jobwire/testing';
import { z } from 'zod';

import { createEngine, type Engine, newJob, type QueueLoad } from './index.ts';
import { defineJob } from './job/index.ts';
import { createSelfCheck, type SelfCheck } from './self-check.ts';

const job = defineJob({ name: 'check.me', payload: z.strictObject({}), result: z.null() });
const ignore = (): void => undefined;
const minute = 60_000;

describe.each(engines)('the self-check of a worker on the $kind engine', ({ start }) => {
  let database: TestDatabase;
  let engine: Engine;
  const events: string[] = [];
  const stops = createStops();

  beforeAll(async () => {
    const running = stops.add(await start());
    database = stops.add(await testDatabase());
    engine = createEngine(
      { redisUrl: running.redisUrl, directUrl: database.url },
      { names: [job.name], process: 'test', emit: ignore },
    );
    stops.add({ stop: () => engine.close() });
    await engine.prepare();
    await engine.queue(job.name).waitUntilReady();
  });
  afterAll(() => stops.stopAll());
  beforeEach(async () => {
    await database.db.query('TRUNCATE jobs CASCADE');
    events.length = 0;
  });

  /** A job that was given to the engine some time ago. */
  const dispatched = async (agoMs: number, state = 'queued', name: string = job.name): Promise<void> => {
    const accepted = { ...newJob(job, {}), name };
    await insertJob(database.db, accepted);
    await database.db.query(
      `UPDATE jobs SET dispatch = 1, state = $2, dispatched_at = now() - $3::float8 * interval '1 ms' WHERE id = $1`,
      [accepted.id, state, agoMs],
    );
  };
  /** A worker that takes nothing: it has a slot free, and its last job is long ago. */
  const idle: QueueLoad = { name: job.name, concurrency: 2, running: 1, lastClaim: performance.now() - 2 * minute };
  const checkOf = (load: Partial<QueueLoad> = {}, ready = true, onStuck = ignore): SelfCheck =>
    createSelfCheck(
      database.db,
      { ready: () => ready && engine.ready(), queue: engine.queue },
      { loads: () => [{ ...idle, ...load }] },
      (name) => void events.push(name),
      onStuck,
    );

  it('finds a worker stuck that takes nothing although jobs wait for a minute', async () => {
    await dispatched(2 * minute);
    expect(await checkOf().check()).toBe(true);
    expect(events).toEqual(['worker.stuck']);
  });

  interface Calm {
    why: string;
    job: [agoMs: number, state: string, name?: string] | undefined;
    load: Partial<QueueLoad>;
  }
  const calm: Calm[] = [
    { why: 'there is no job', job: undefined, load: {} },
    { why: 'its job waits for less than a minute', job: [minute / 2, 'queued'], load: {} },
    { why: 'its job runs', job: [2 * minute, 'running'], load: {} },
    { why: 'its job waits for its next attempt', job: [2 * minute, 'retrying'], load: {} },
    { why: 'the waiting job is of another type', job: [2 * minute, 'queued', 'check.other'], load: {} },
    { why: 'all its slots are busy', job: [2 * minute, 'queued'], load: { running: 2 } },
    { why: 'it took a job a moment ago', job: [2 * minute, 'queued'], load: { lastClaim: performance.now() } },
  ];

  it.each(calm)('does not when $why', async ({ job: facts, load }) => {
    if (facts) await dispatched(...facts);
    expect(await checkOf(load).check()).toBe(false);
    expect(events).toEqual([]);
  });

  it('does not while the engine is away', async () => {
    await dispatched(2 * minute);
    expect(await checkOf({}, false).check()).toBe(false);
  });

  it('does not while the queue is paused', async () => {
    await dispatched(2 * minute);
    await engine.queue(job.name).pause();
    expect(await checkOf().check()).toBe(false);
    await engine.queue(job.name).resume();
    expect(await checkOf().check()).toBe(true);
  });

  it('does not while the queue is rate limited', async () => {
    await dispatched(2 * minute);
    await engine.queue(job.name).rateLimit(10 * minute);
    expect(await checkOf().check()).toBe(false);
    await engine.queue(job.name).removeRateLimitKey();
    expect(await checkOf().check()).toBe(true);
  });

  describe('once started', () => {
    // Only its interval is in the test's hand; everything else keeps its own time.
    const doNotFake = ['Date', 'performance', 'setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate'] as const;
    beforeEach(() => {
      jest.useFakeTimers({ doNotFake: [...doNotFake, 'nextTick', 'queueMicrotask', 'hrtime'] });
    });
    afterEach(() => {
      jest.useRealTimers();
    });

    it('asks for a fresh start once', async () => {
      await dispatched(2 * minute);
      let calls = 0;
      const check = await new Promise<SelfCheck>((resolve) => {
        const started = checkOf({}, true, () => {
          calls += 1;
          resolve(started);
        });
        started.start();
        jest.advanceTimersByTime(15_000);
      });
      jest.advanceTimersByTime(minute);
      expect(jest.getTimerCount()).toBe(0);
      expect(calls).toBe(1);
      check.stop();
    });

    it('says that it could not look, and looks again', async () => {
      await dispatched(2 * minute);
      const failures: unknown[] = [];
      await new Promise<void>((stuck) => {
        const broken = {
          ready: () => {
            if (failures.length === 0) throw new Error('no answer');
            return true;
          },
          queue: engine.queue,
        };
        const emit = (name: string): void => {
          if (name !== 'self-check.failed') return;
          failures.push(name);
          jest.advanceTimersByTime(15_000);
        };
        createSelfCheck(database.db, broken, { loads: () => [idle] }, emit, stuck).start();
        jest.advanceTimersByTime(15_000);
      });
      expect(failures).toHaveLength(1);
    });
  });
});
