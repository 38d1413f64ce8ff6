import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { insertBulkAction, insertJob } from '@jobwire/db';
import { type TestDatabase, testDatabase } from '@jobwire/testing';
import { z } from 'zod';

import { newJob } from '../index.ts';
import { defineJob } from '../job/index.ts';
import { type BulkStep, type BulkSteps, createBulkSteps } from './bulk-steps.ts';

const sheet = defineJob({ name: 'bulk.sheet', payload: z.strictObject({}), result: z.null() });
const carrier = defineJob({ name: 'bulk.carrier', payload: z.strictObject({}), result: z.null() });

let database: TestDatabase;
let bulk: BulkSteps;

beforeAll(async () => {
  database = await testDatabase();
  bulk = createBulkSteps({
    db: database.db,
    engine: { remove: async () => undefined },
    dispatcher: { wake: () => undefined },
    bus: { ring: () => undefined },
    definitions: [sheet, carrier],
    emit: () => undefined,
  });
});
afterAll(() => database.stop());
beforeEach(() => database.db.query('TRUNCATE jobs, bulk_actions, bulk_action_items, audit_log'));

/** A bulk action that replays failed jobs, and the job at work that carries it out. */
async function replaying(jobs: number, ratePerSecond: number): Promise<{ id: string; jobId: string; of: string[] }> {
  const { db } = database;
  const failed = Array.from({ length: jobs }, () => newJob(sheet, {}));
  for (const job of failed) await insertJob(db, job);
  await db.query(`UPDATE jobs SET state = 'failed', finished_at = now()`);
  const run = newJob(carrier, {});
  await insertJob(db, run);
  await db.query(`UPDATE jobs SET state = 'running' WHERE id = $1`, [run.id]);
  const id = crypto.randomUUID();
  const match = { filter: { states: ['failed'] as const }, except: carrier.name, limit: jobs };
  const actor = { kind: 'admin' as const, id: null };
  await insertBulkAction(db, { id, jobId: run.id, action: 'replay', ratePerSecond, actor, ...match });
  return { id, jobId: run.id, of: failed.map((job) => job.id).toSorted() };
}

/** Of which jobs there are replays; one that was done twice is there twice. */
const replayed = async (): Promise<string[]> => {
  const rows = await database.db.query<{ of: string }>(
    'SELECT replay_of AS of FROM jobs WHERE replay_of IS NOT NULL ORDER BY 1',
  );
  return rows.map(({ of }) => of);
};

/** Carry an action out as a worker does, without its pauses: the rate is not what this is about. */
async function carryOut(id: string, jobId: string): Promise<BulkStep> {
  for (;;) {
    const step = await bulk.step(id, jobId);
    if (step.kind !== 'acted') return step;
  }
}
/** So fast that no step has to wait. */
const atOnce = 1e9;

it('the next job waits until the rate lets it', async () => {
  const { id, jobId } = await replaying(2, 0.01);
  expect(await bulk.step(id, jobId)).toMatchObject({ kind: 'acted' });
  const wait = await bulk.step(id, jobId);
  expect(wait).toEqual({ kind: 'wait', ms: expect.any(Number) });
  // A hundred seconds, and what has passed since.
  expect(wait.kind === 'wait' && wait.ms).toBeGreaterThan(30_000);
  expect(await replayed()).toHaveLength(1);
  await database.db.query('UPDATE bulk_actions SET next_at = now()');
  expect(await bulk.step(id, jobId)).toMatchObject({ kind: 'acted', counts: { done: 2 } });
  expect(await bulk.step(id, jobId)).toMatchObject({ kind: 'over', counts: { matched: 2, done: 2 } });
});

it('two that carry it out at a time take turns, and act on each job once', async () => {
  const { id, jobId, of } = await replaying(20, atOnce);
  const ends = await Promise.all(Array.from({ length: 4 }, () => carryOut(id, jobId)));
  for (const end of ends) expect(end).toMatchObject({ kind: 'over', counts: { matched: 20, done: 20 } });
  expect(await replayed()).toEqual(of);
});

it('a crash between act and note undoes both, and the action goes on with that job', async () => {
  const { db } = database;
  const { id, jobId, of } = await replaying(4, atOnce);
  await bulk.step(id, jobId);
  await db.query(`CREATE FUNCTION crash() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'crash'; END $$`);
  await db.query('CREATE TRIGGER crash BEFORE UPDATE ON bulk_action_items EXECUTE FUNCTION crash()');
  await expect(bulk.step(id, jobId)).rejects.toThrow('crash');
  expect(await replayed()).toHaveLength(1);
  await db.query('DROP FUNCTION crash CASCADE');
  expect(await carryOut(id, jobId)).toMatchObject({ kind: 'over', counts: { done: 4, skipped: 0, failed: 0 } });
  expect(await replayed()).toEqual(of);
});

it('nobody but its job at work carries it out', async () => {
  const { id, jobId } = await replaying(1, atOnce);
  expect(await bulk.step(id, crypto.randomUUID())).toEqual({ kind: 'stopped' });
  await database.db.query('UPDATE jobs SET cancel_requested_at = now() WHERE id = $1', [jobId]);
  expect(await bulk.step(id, jobId)).toEqual({ kind: 'stopped' });
  await database.db.query(`UPDATE jobs SET cancel_requested_at = NULL, state = 'retrying' WHERE id = $1`, [jobId]);
  expect(await bulk.step(id, jobId)).toEqual({ kind: 'stopped' });
  expect(await replayed()).toEqual([]);
});
