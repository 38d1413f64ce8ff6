import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { deleteFinalJob, eraseUser } from '@jobwire/db';
import { type TestDatabase, testDatabase } from '@jobwire/testing';
import { z } from 'zod';

import { acceptJobs, createRetention, newJob } from './index.ts';
import { defineJob } from './job/index.ts';

/** A job of this kind has rows in every table that belongs to jobs. */
const letter = defineJob({
  name: 'keep.letter',
  payload: z.strictObject({ to: z.string() }),
  result: z.null(),
  searchable: ['to'],
  retention: { succeededMs: 3_600_000, failedMs: 3_600_000 },
});

/** Tables that name jobs, and are kept or deleted by rules of their own. */
const independent = ['bulk_action_items', 'bulk_actions', 'email_messages', 'schedule_ticks', 'uploads'];
/** What says which job somebody's was, and what was in it. */
const personal = ['job_dedupes', 'job_tags', 'job_words'];

let database: TestDatabase;
let belonging: string[];

beforeAll(async () => {
  database = await testDatabase();
  const rows = await database.db.query<{ name: string }>(
    `SELECT table_name::text AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name = 'job_id' ORDER BY 1`,
  );
  belonging = rows.map(({ name }) => name).filter((name) => !independent.includes(name));
});
afterAll(() => database.stop());
beforeEach(() => database.db.query('TRUNCATE users, jobs, blobs CASCADE'));

/** A job with all that can belong to it, which has ended some hours ago. */
async function ended(ownerId: string, hoursAgo: number): Promise<string> {
  const { db } = database;
  const dedupe = { key: crypto.randomUUID(), mode: 'forever' as const };
  const job = newJob(letter, { to: 'ada@example.com' }, { ownerId, tags: ['private', 'late'], dedupe });
  await db.transaction((tx) => acceptJobs(tx, [job]));
  const write = (sql: string): Promise<unknown> => db.query(sql, [job.id]);
  await write(`INSERT INTO job_attempts (job_id, seq, attempt, outcome) VALUES ($1, 1, 1, 'failed')`);
  await write(`INSERT INTO job_steps (job_id, key, state, attempt) VALUES ($1, 'step', 'done', 1)`);
  await write(`WITH blob AS (
      INSERT INTO blobs (sha256, storage_key, byte_size) VALUES ($1::uuid::text, $1::uuid::text, 1) RETURNING sha256
    ) INSERT INTO files (id, job_id, name, type, blob_sha256) SELECT $1, $1, 'list.csv', 'text/csv', sha256 FROM blob`);
  await db.query(
    `UPDATE jobs SET state = 'succeeded', finished_at = now() - $2::float8 * interval '1 h' WHERE id = $1`,
    [job.id, hoursAgo],
  );
  return job.id;
}

/** In which of the tables a job has rows. */
async function whereIs(id: string, tables: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const table of tables) {
    const rows = await database.db.query(`SELECT 1 FROM ${table} WHERE job_id = $1`, [id]);
    if (rows.length > 0) found.push(table);
  }
  return found;
}

const newUser = async (): Promise<string> => {
  const id = crypto.randomUUID();
  await database.db.query('INSERT INTO users (id, email_original, email_key) VALUES ($1, $2, $2)', [
    id,
    `${id}@example.com`,
  ]);
  return id;
};

it('retention takes what belongs to a job from every table, and leaves that of others', async () => {
  const owner = await newUser();
  const [old, young] = [await ended(owner, 2), await ended(owner, 0)];
  expect(await whereIs(old, belonging)).toEqual(belonging);
  expect(await createRetention(database.db, [letter], () => undefined).sweep()).toBe(1);
  expect(await whereIs(old, belonging)).toEqual([]);
  expect(await whereIs(young, belonging)).toEqual(belonging);
});

it('so does whoever deletes one job', async () => {
  const owner = await newUser();
  const [gone, other] = [await ended(owner, 0), await ended(owner, 0)];
  await deleteFinalJob(database.db, gone);
  expect(await whereIs(gone, belonging)).toEqual([]);
  expect(await whereIs(other, belonging)).toEqual(belonging);
});

it('an account that is deleted takes its dedupe keys, tags and searchable words along', async () => {
  const [owner, neighbour] = [await newUser(), await newUser()];
  const [theirs, another] = [await ended(owner, 0), await ended(neighbour, 0)];
  await database.db.transaction((tx) => eraseUser(tx, { userId: owner, scope: `owner:${owner}` }));
  expect(await whereIs(theirs, personal)).toEqual([]);
  expect(await whereIs(another, personal)).toEqual(personal);
  const [row] = await database.db.query('SELECT owner_id, payload, tags FROM jobs WHERE id = $1', [theirs]);
  expect(row).toEqual({ owner_id: null, payload: {}, tags: null });
});
