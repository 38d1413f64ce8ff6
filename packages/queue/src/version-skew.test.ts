import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type QueueSystem, startQueueSystem, type TestDatabase, testDatabase } from '@jobwire/testing';
import { z } from 'zod';

import { enqueue } from './index.ts';
import { defineJob, type JobDefinition } from './job/index.ts';

const result = z.unknown();
const backoff = { type: 'exponential', delayMs: 10, capMs: 10, jitter: 0 } as const;
const retry = { attempts: 3, backoff };
/** A job as two releases define it. The newer one may be told what the older one has never heard of. */
const oldOrder = defineJob({ name: 'skew.order', payload: z.strictObject({ id: z.string() }), result, retry });
const newOrder = defineJob({
  name: 'skew.order',
  payload: z.strictObject({ id: z.string(), gift: z.boolean().optional() }),
  result,
  retry,
});
/** A job that only the newer release has. */
const refund = defineJob({ name: 'skew.refund', payload: z.strictObject({ id: z.string() }), result, retry });

let database: TestDatabase;
let older: QueueSystem | undefined;
let newer: QueueSystem | undefined;
const ran: unknown[] = [];

/** One release: without workers it accepts and dispatches, as an api does. */
const release = (workers: boolean, ...definitions: JobDefinition[]): Promise<QueueSystem> =>
  startQueueSystem(
    { database: database.url, redisUrl: undefined },
    database.db,
    definitions.map((definition) => ({ definition, handler: async (payload) => void ran.push(payload) })),
    { workers },
  );

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(async () => {
  await Promise.all([older?.stop(), newer?.stop()]);
  await database.stop();
});

it('jobs of two releases run side by side, and what the old one cannot do waits for the new one or is refused for good', async () => {
  older = await release(true, oldOrder);
  // Nobody of the old release takes a job whose name it does not know, and nothing happens to it.
  const unknown = await database.db.transaction((tx) => enqueue(tx, refund, { id: 'back' }));
  await older.finished(await older.start(oldOrder, { id: 'old' }));
  expect(await older.job(unknown.id)).toMatchObject({ state: 'queued', attempt: 0 });

  // The api is new already, the worker is not. A payload without the addition is understood by both.
  newer = await release(false, newOrder, refund);
  expect(await newer.finished(await newer.start(newOrder, { id: 'plain' }))).toMatchObject({ state: 'succeeded' });
  // One with it is refused, at once and for good: no attempt would make it fit.
  const gift = await newer.start(newOrder, { id: 'given', gift: true });
  expect(await newer.finished(gift)).toMatchObject({
    state: 'failed',
    attempt: 1,
    error: { code: 'INVALID_PAYLOAD' },
  });
  expect(ran).toEqual([{ id: 'old' }, { id: 'plain' }]);

  // The worker is new too: it runs what waited, and what was refused when somebody retries it.
  await older.stop();
  older = undefined;
  newer.startWorkers();
  expect(await newer.finished(unknown.id)).toMatchObject({ state: 'succeeded', attempt: 1 });
  await newer.control.retry(gift, { kind: 'system', id: null });
  expect(await newer.finished(gift)).toMatchObject({ state: 'succeeded' });
  expect(ran).toContainEqual({ id: 'given', gift: true });
});
