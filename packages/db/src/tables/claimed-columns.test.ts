import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { type TestDatabase, testDatabase } from '@jobwire/testing';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

/** What a claim or a report changes: an index on one of these would make each of them write to every index. */
const changing = ['state', 'attempt', 'seq', 'claim_token', 'progress', 'started_at', 'worker', 'next_attempt_at'];

it('no index of jobs looks at what a claim changes, neither as a key nor in its condition', async () => {
  const indexed = await database.db.query<{ index: string; column: string }>(
    `SELECT DISTINCT pg_index.indexrelid::regclass::text AS index, attname AS column
     FROM pg_index
     JOIN pg_depend ON pg_depend.objid = indexrelid AND pg_depend.refobjid = indrelid AND refobjsubid > 0
     JOIN pg_attribute ON attrelid = indrelid AND attnum = refobjsubid
     WHERE indrelid = 'jobs'::regclass`,
  );
  expect(indexed).toContainEqual({ index: 'jobs_finished', column: 'finished_at' });
  expect(indexed).toContainEqual({ index: 'jobs_cancelling', column: 'finished_at' });
  expect(indexed.filter(({ column }) => changing.includes(column))).toEqual([]);
});
