import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { type Database, insertJob, insertJobs, listJobs } from '@jobwire/db';
import { uuidv7 } from '@jobwire/runtime';
import { type TestDatabase, testDatabase } from '@jobwire/testing';
import { z } from 'zod';

import { newJob } from './enqueue.ts';
import { defineJob } from './job/index.ts';
import { createRetention } from './retention.ts';
import { wordsOf } from './words.ts';

const mailing = defineJob({
  name: 'mail.send',
  payload: z.object({ to: z.string(), order: z.number().optional(), secret: z.string().optional() }),
  result: z.null(),
  searchable: ['to', 'order'],
});
const silent = defineJob({ name: 'mail.sweep', payload: z.object({ to: z.string() }), result: z.null() });

let database: TestDatabase;
let db: Database;
beforeAll(async () => {
  database = await testDatabase();
  db = database.db;
});
afterAll(() => database.stop());
beforeEach(() => db.query('TRUNCATE jobs, job_events, job_words'));

const found = async (text: string): Promise<string[]> =>
  (await listJobs(db, { words: wordsOf(text) }, { limit: 10 })).map(({ id }) => id);

it('a job is found by its searchable fields and by nothing else, however it was written', async () => {
  const one = newJob(mailing, { to: 'Ada.Lovelace@Example.com', order: 4711, secret: 'hush' });
  const many = [newJob(mailing, { to: 'Grüße@bücher.example' }), newJob(silent, { to: 'ada@example.com' })];
  await db.pipeline((tx) => insertJob(tx, one));
  await db.pipeline((tx) => insertJobs(tx, many));
  expect(await found('ada')).toEqual([one.id]);
  expect(await found('LOVE 47')).toEqual([one.id]);
  expect(await found('ada@example.com')).toEqual([one.id]);
  expect(await found('GRÜSSE')).toEqual([]);
  expect(await found('grüße bücher')).toEqual([many[0]?.id]);
  expect(await found('hush')).toEqual([]);
  expect(await found('ada nobody')).toEqual([]);
  expect(await db.query('SELECT job_id FROM job_words')).toHaveLength(2);
});

it('the words of a job go with it', async () => {
  const job = newJob(mailing, { to: 'ada@example.com' }, { ownerId: uuidv7() });
  await insertJob(db, job);
  await db.query(`UPDATE jobs SET state = 'succeeded', finished_at = now() - interval '1 year' WHERE id = $1`, [
    job.id,
  ]);
  const retention = createRetention(db, [mailing], () => undefined);
  await retention.sweep();
  expect(await db.query('SELECT 1 FROM job_words')).toEqual([]);
});

it.each([
  ['', []],
  ['!!! --- \n', []],
  ['One, two; ONE', ['one', 'two']],
  ['ﬁne ①', ['fine', '1']],
  ['注册 成功', ['注册', '成功']],
  ['नमस्ते', ['नमस्ते']],
  [`it's`, ['it', 's']],
])('the words of %j are %j', (text, words) => {
  expect(wordsOf(text)).toEqual(words);
});

it('long texts have no more words than are kept, and no longer ones', () => {
  const words = wordsOf(Array.from({ length: 500 }, (_value, index) => String(index)).join(' '));
  expect(words).toHaveLength(100);
  expect(wordsOf('x'.repeat(1_000_000))).toEqual(['x'.repeat(64)]);
});
