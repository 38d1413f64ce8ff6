import { afterAll, beforeAll, expect, it } from '@jest/globals';
import {
  createStops,
  describeWithRedis,
  engines,
  eventually,
  type EventSpy,
  type QueueSystem,
  type RunningEngine,
  spyEvents,
  startQueueSystem,
  type TestDatabase,
  testDatabase,
} from '@jobwire/testing';
import { z } from 'zod';

import { defineJob } from '../job/index.ts';

const late = defineJob({ name: 'expire.late', payload: z.strictObject({}), result: z.unknown() });
const hour = 3_600_000;

describeWithRedis('while Redis is away', () => {
  const stops = createStops();
  const runs: string[] = [];
  let engine: RunningEngine;
  let database: TestDatabase;
  let system: QueueSystem;
  let spy: EventSpy;

  beforeAll(async () => {
    const redis = engines.find(({ kind }) => kind === 'redis');
    if (!redis) throw new Error('There is no Redis');
    engine = stops.add(await redis.start());
    database = stops.add(await testDatabase());
    const handler = async (_payload: unknown, { job }: { job: { id: string } }): Promise<null> => {
      runs.push(job.id);
      return null;
    };
    const urls = { database: database.url, redisUrl: engine.redisUrl };
    system = stops.add(await startQueueSystem(urls, database.db, [{ definition: late, handler }], { workers: false }));
    spy = spyEvents(system.events);
  });
  afterAll(() => stops.stopAll());

  it('a job expires with its one event, and is not run by what Redis still holds of it', async () => {
    const held = await system.start(late, {}, { expiresInMs: hour });
    await eventually(async () => {
      expect(await system.engine.queue(late.name).getJobState(`${held}-1`)).toBe('waiting');
    });
    await engine.redis?.kill();
    // Redis never hears of this one.
    const unknown = await system.start(late, {}, { expiresInMs: hour });
    await database.db.query("UPDATE jobs SET expires_at = now() - interval '1 ms'");
    await system.reconciler.endExpired();
    await system.reconciler.endExpired();
    for (const id of [held, unknown]) {
      expect((await system.job(id)).state).toBe('expired');
      expect((await system.eventsOf(id)).map(({ type }) => type)).toEqual(['job.queued', 'job.expired']);
    }
    expect(spy.named('job.expired')).toHaveLength(2);

    await engine.redis?.start();
    await eventually(() => expect(system.engine.ready()).toBe(true));
    system.startWorkers();
    const after = await system.start(late, {});
    await system.reconciler.checkMemory();
    expect(await system.finished(after)).toMatchObject({ state: 'succeeded' });
    expect(runs).toEqual([after]);
    expect((await system.eventsOf(held)).at(-1)?.type).toBe('job.expired');
  });
});
