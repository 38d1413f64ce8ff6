import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { insertJob } from '@jobwire/db';
import { type TestDatabase, testDatabase } from '@jobwire/testing';
import { z } from 'zod';

import { createRetention, newJob, type Retention } from './index.ts';
import { defineJob, type JobDefinition } from './job/index.ts';

const hour = 3_600_000;
const define = (name: string, succeededMs: number, failedMs: number): JobDefinition =>
  defineJob({ name, payload: z.strictObject({}), result: z.null(), retention: { succeededMs, failedMs } });
/** Keeps failures longer, as usual. */
const short = define('keep.short', hour, 2 * hour);
/** Keeps successes longer. */
const long = define('keep.long', 20 * hour, 10 * hour);

let database: TestDatabase;
let retention: Retention;
const events: { name: string; facts: Record<string, unknown> }[] = [];

beforeAll(async () => {
  database = await testDatabase();
  retention = createRetention(database.db, [short, long], (name, facts = {}) => void events.push({ name, facts }));
});
afterAll(() => database.stop());
beforeEach(async () => {
  await database.db.query('TRUNCATE jobs, job_events, job_attempts, job_steps');
  events.length = 0;
});

/** A job with an event, a failed attempt and a step, ended some hours ago. */
async function ended(definition: JobDefinition, state: string, hoursAgo: number): Promise<string> {
  const job = newJob(definition, {});
  await insertJob(database.db, job);
  await database.db.query(
    "UPDATE jobs SET state = $2, finished_at = now() - $3::float8 * interval '1 h' WHERE id = $1",
    [job.id, state, hoursAgo],
  );
  await database.db.query("INSERT INTO job_attempts (job_id, seq, attempt, outcome) VALUES ($1, 1, 1, 'failed')", [
    job.id,
  ]);
  await database.db.query("INSERT INTO job_steps (job_id, key, state, attempt) VALUES ($1, 'step', 'done', 1)", [
    job.id,
  ]);
  return job.id;
}

/** Which of these jobs each table still knows. */
async function left(ids: readonly string[]): Promise<Record<string, string[]>> {
  const tables = { jobs: 'id', job_events: 'job_id', job_attempts: 'job_id', job_steps: 'job_id' };
  const found: Record<string, string[]> = {};
  for (const [table, column] of Object.entries(tables)) {
    const rows = await database.db.query<{ id: string }>(
      `SELECT ${column} AS id FROM ${table} WHERE ${column} = ANY($1::uuid[])`,
      [ids],
    );
    found[table] = rows.map(({ id }) => id);
  }
  return found;
}
const nowhere = { jobs: [], job_events: [], job_attempts: [], job_steps: [] };
const everywhere = (id: string) => ({ jobs: [id], job_events: [id], job_attempts: [id], job_steps: [id] });

describe('a finished job', () => {
  it.each([
    { definition: short, state: 'succeeded', hours: 1 },
    { definition: short, state: 'failed', hours: 2 },
    { definition: short, state: 'cancelled', hours: 2 },
    { definition: short, state: 'expired', hours: 2 },
    { definition: long, state: 'succeeded', hours: 20 },
    { definition: long, state: 'failed', hours: 10 },
  ])('that is $definition.name and $state is kept for $hours h, then goes with all of it', async (kept) => {
    const { definition, state, hours } = kept;
    const young = await ended(definition, state, hours - 0.1);
    const old = await ended(definition, state, hours + 0.1);
    expect(await retention.sweep()).toBe(1);
    expect(await left([old])).toEqual(nowhere);
    expect(await left([young])).toEqual(everywhere(young));
    expect(events).toEqual([{ name: 'jobs.deleted', facts: { jobs: 1 } }]);
  });

  it('of a type that this process does not know stays', async () => {
    const id = await ended(define('keep.unknown', 1, 1), 'succeeded', 1_000);
    expect(await retention.sweep()).toBe(0);
    expect(await left([id])).toEqual(everywhere(id));
    expect(events).toEqual([]);
  });
});

it('a job that has not ended stays, however old', async () => {
  const job = newJob(short, {});
  await insertJob(database.db, job);
  await database.db.query("UPDATE jobs SET created_at = now() - interval '10 y', state = 'running'");
  expect(await retention.sweep()).toBe(0);
  expect((await left([job.id]))['jobs']).toEqual([job.id]);
});

it('more jobs than fit into one batch go in one sweep', async () => {
  await database.db.query(
    `INSERT INTO jobs (id, name, state, payload, max_attempts, seq, finished_at)
     SELECT gen_random_uuid(), 'keep.short', 'succeeded', '{}', 3, 1, now() - interval '3 h' FROM generate_series(1, 2500)`,
  );
  expect(await retention.sweep()).toBe(2_500);
  expect(await database.db.query('SELECT 1 FROM jobs')).toEqual([]);
});

it('whoever does not lead leaves the rows alone', async () => {
  const id = await ended(short, 'succeeded', 3);
  await database.db.transaction(async (tx) => {
    await tx.query("SELECT pg_advisory_xact_lock(hashtext('jobwire'), hashtext('retention'))");
    expect(await retention.sweep()).toBe(0);
  });
  expect(await left([id])).toEqual(everywhere(id));
});
