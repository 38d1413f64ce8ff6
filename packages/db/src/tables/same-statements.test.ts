import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { uuidv7 } from '@jobwire/runtime';
import { type TestDatabase, testDatabase } from '@jobwire/testing';

import type { Tx } from '../database.ts';
import { insertRegistration } from './registrations.ts';
import { insertSignIn } from './sign-ins.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

/** The statements that something runs, as PostgreSQL gets them, and how many parameters each has. */
async function statementsOf(work: (tx: Tx) => Promise<void>): Promise<[string, number][]> {
  const statements: [string, number][] = [];
  await database.db.transaction(async (tx) =>
    work({
      query(sql, params = [], name) {
        statements.push([sql, params.length]);
        return tx.query(sql, params, name);
      },
    }),
  );
  return statements;
}

const mail = () => ({ id: uuidv7(), messageId: '<x@jobwire.test>', jobId: uuidv7() });
const token = () => ({ hash: uuidv7(), expiresAt: new Date() });
const register = (email: string) =>
  statementsOf((tx) =>
    insertRegistration(tx, {
      userId: uuidv7(),
      email,
      emailKey: email,
      name: null,
      locale: 'en',
      mail: mail(),
      token: token(),
      mailPauseMs: 1,
    }),
  );
const signIn = (email: string) =>
  statementsOf((tx) =>
    insertSignIn(tx, { email, emailKey: email, locale: 'en', mail: mail(), token: token(), mailsPerHour: 5 }),
  );

it('a registration runs the same statements for a known and an unknown address', async () => {
  const unknown = await register('ada@example.com');
  expect(unknown.length).toBeGreaterThan(0);
  expect(await register('ada@example.com')).toEqual(unknown);
});

it('a sign-in runs the same statements for a known and an unknown address', async () => {
  const unknown = await signIn('bob@example.com');
  await register('bob@example.com');
  expect(unknown.length).toBeGreaterThan(0);
  expect(await signIn('bob@example.com')).toEqual(unknown);
});
