import { expect, it } from '@jest/globals';
import { defineJob, type Handler, Permanent, RetryAfter, Skip } from '@jobwire/queue/job';
import { z } from 'zod';

import { performJob, testDatabase } from './index.ts';

const copyFile = defineJob({
  name: 'file.copy',
  payload: z.object({ at: z.coerce.date() }),
  result: z.object({ year: z.number() }),
  stages: ['read', 'write'],
  retry: { attempts: 2, backoff: { type: 'list', delaysMs: [1_000], jitter: 0 } },
});
interface CopyPorts {
  write: (year: number) => Promise<void>;
}
const handle: Handler<typeof copyFile, CopyPorts> = async ({ at }, { progress, log, once }, { write }) => {
  progress('read', 0.5, 'half');
  log('read', { at: at.toISOString() });
  await once('write', () => write(at.getUTCFullYear()), { onUncertain: 'fail' });
  progress('write', 1);
  return { year: at.getUTCFullYear() };
};
const payload = { at: new Date('2026-01-02') };
const throwing = (error: unknown): CopyPorts => ({ write: () => Promise.reject(error) });

it('runs a handler with a payload and a result that went through JSON', async () => {
  const done = await performJob(copyFile, handle, payload, { write: async () => undefined });
  expect(done.verdict).toEqual({ kind: 'succeeded', result: { year: 2026 } });
  expect(done.result).toEqual({ year: 2026 });
  expect(done.progress).toEqual([
    { percent: 25, stage: 'read', detail: 'half' },
    { percent: 100, stage: 'write' },
  ]);
  expect(done.logs).toEqual([{ message: 'read', facts: { at: '2026-01-02T00:00:00.000Z' } }]);
});

it('judges what a handler throws as a worker does', async () => {
  const verdictOf = async (error: unknown, attempt = 1) =>
    (await performJob(copyFile, handle, payload, throwing(error), { attempt })).verdict;
  expect(await verdictOf(new Skip('gone'))).toEqual({ kind: 'skipped', reason: 'gone' });
  expect(await verdictOf(new Permanent('BAD'))).toMatchObject({ kind: 'failed', error: { code: 'BAD' } });
  expect(await verdictOf(new RetryAfter(50))).toMatchObject({ kind: 'handed-back', delayMs: 50 });
  expect(await verdictOf(new Error('no'))).toMatchObject({ kind: 'retrying', delayMs: 1_000 });
  expect(await verdictOf(new Error('no'), 2)).toMatchObject({ kind: 'failed' });
});

it('fails a result that does not survive JSON', async () => {
  const done = await performJob(copyFile, async () => ({ year: Number.NaN }), payload, throwing(undefined));
  expect(done.verdict).toMatchObject({ kind: 'failed', error: { code: 'INVALID_RESULT' } });
});

it('remembers an uncertain step for the next run', async () => {
  const first = await performJob(copyFile, handle, payload, throwing(new Error('lost')));
  const second = await performJob(copyFile, handle, payload, { write: async () => undefined }, { steps: first.steps });
  expect(second.verdict).toMatchObject({ kind: 'failed', error: { code: 'UNCERTAIN_STEP' } });
});

it('commits once over several runs, in a real database', async () => {
  const { db, stop } = await testDatabase();
  await db.query('CREATE TABLE effects (at int)');
  const committing: Handler<typeof copyFile, CopyPorts> = async (_payload, { commit }) =>
    commit('effect', async (tx) => {
      await tx.query('INSERT INTO effects VALUES (1)');
      return { year: 1 };
    });
  const first = await performJob(copyFile, committing, payload, throwing(undefined), { db });
  const second = await performJob(copyFile, committing, payload, throwing(undefined), { db, steps: first.steps });
  expect(second.result).toEqual({ year: 1 });
  expect(await db.query('SELECT * FROM effects')).toHaveLength(1);
  await stop();
});
