import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { insertJob } from '@jobwire/db';
import { type TestDatabase, testDatabase } from '@jobwire/testing';
import { z } from 'zod';

import { createRetention, newJob, type Retention } from './index.ts';
import { defineJob } from './job/index.ts';

let database: TestDatabase;
let retention: Retention;

beforeAll(async () => {
  database = await testDatabase();
  retention = createRetention(database.db, [], () => undefined);
});
afterAll(() => database.stop());
beforeEach(async () => {
  await database.db.query(
    `TRUNCATE idempotency_keys, verification_tokens, sessions, api_keys, email_messages, suppressions, audit_log, jobs`,
  );
});

const run = (sql: string, params: readonly unknown[] = []) => database.db.query(sql, params);
/** What a sweep leaves of a table, by the column that names the rows. */
const leftOf = async (table: string, column: string): Promise<unknown[]> => {
  await retention.sweep();
  const rows = await run(`SELECT ${column} AS name FROM ${table} ORDER BY 1`);
  return rows.map((row) => (row as { name: unknown }).name);
};

it('answers of idempotency keys go after a day', async () => {
  await run(`INSERT INTO idempotency_keys (scope, key, fingerprint, status, body, created_at)
    VALUES ('test', 'old', '', 200, '{}', now() - interval '25 h'), ('test', 'young', '', 200, '{}', now() - interval '23 h')`);
  expect(await leftOf('idempotency_keys', 'key')).toEqual(['young']);
});

it('links go a week after their end', async () => {
  await run(`INSERT INTO verification_tokens (token_hash, purpose, expires_at)
    VALUES ('old', 'test', now() - interval '8 days'), ('young', 'test', now() - interval '6 days')`);
  expect(await leftOf('verification_tokens', 'token_hash')).toEqual(['young']);
});

it('sessions go a week after they expired or were revoked', async () => {
  await run(`INSERT INTO sessions (id, family_hash, token_hash, expires_at, revoked_at)
    VALUES (gen_random_uuid(), '1', 'expired', now() - interval '8 days', NULL),
      (gen_random_uuid(), '2', 'expired lately', now() - interval '6 days', NULL),
      (gen_random_uuid(), '3', 'open', now() + interval '6 days', NULL),
      (gen_random_uuid(), '4', 'revoked', now() + interval '6 days', now() - interval '8 days'),
      (gen_random_uuid(), '5', 'revoked lately', now() + interval '6 days', now() - interval '6 days')`);
  expect(await leftOf('sessions', 'token_hash')).toEqual(['expired lately', 'open', 'revoked lately']);
});

it('keys go 90 days after their end, and never while they are good', async () => {
  await run(`INSERT INTO api_keys (id, name, token_hash, jobs, created_at, expires_at, revoked_at)
    VALUES (gen_random_uuid(), 'good', '1', '{*}', now() - interval '9 years', NULL, NULL),
      (gen_random_uuid(), 'revoked', '2', '{*}', now(), NULL, now() - interval '91 days'),
      (gen_random_uuid(), 'revoked lately', '3', '{*}', now(), NULL, now() - interval '89 days'),
      (gen_random_uuid(), 'expired', '4', '{*}', now(), now() - interval '91 days', NULL)`);
  expect(await leftOf('api_keys', 'name')).toEqual(['good', 'revoked lately']);
});

it('mails go after 30 days, unless their job still tries', async () => {
  const definition = defineJob({ name: 'mail.test', payload: z.strictObject({}), result: z.null() });
  const job = newJob(definition, {});
  await insertJob(database.db, job);
  const insert = (name: string, days: number, status: string, jobId: string | null) =>
    run(
      `INSERT INTO email_messages (id, purpose, template, to_address, to_key, message_id, status, job_id, created_at)
       VALUES (gen_random_uuid(), 'test', 'test', '', '', $1, $2, $3, now() - $4 * interval '1 day')`,
      [name, status, jobId, days],
    );
  await insert('sent', 31, 'sent', job.id);
  await insert('failed', 31, 'failed', job.id);
  await insert('sent lately', 29, 'sent', job.id);
  await insert('waiting', 31, 'retry_wait', job.id);
  await insert('abandoned', 31, 'queued', null);
  expect(await leftOf('email_messages', 'message_id')).toEqual(['sent lately', 'waiting']);
});

it('suppressed addresses go at their end, and never without one', async () => {
  await run(`INSERT INTO suppressions (email_key, reason, expires_at)
    VALUES ('over', 'hard_bounce', now() - interval '1 s'), ('still', 'hard_bounce', now() + interval '1 h'), ('for good', 'manual', NULL)`);
  expect(await leftOf('suppressions', 'email_key')).toEqual(['for good', 'still']);
});

it('the audit log goes after 400 days', async () => {
  await run(`INSERT INTO audit_log (id, actor_kind, action, subject, at)
    VALUES (gen_random_uuid(), 'system', 'old', '', now() - interval '401 days'),
      (gen_random_uuid(), 'system', 'young', '', now() - interval '399 days')`);
  expect(await leftOf('audit_log', 'action')).toEqual(['young']);
});

it('more rows than fit into one batch go in one sweep', async () => {
  await run(`INSERT INTO idempotency_keys (scope, key, fingerprint, status, body, created_at)
    SELECT 'test', n::text, '', 200, '{}', now() - interval '25 h' FROM generate_series(1, 2500) n`);
  expect(await leftOf('idempotency_keys', 'key')).toEqual([]);
});
