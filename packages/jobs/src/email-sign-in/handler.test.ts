import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { performJob, type TestDatabase, testDatabase } from '@jobwire/testing';

import { answering, mailRig, never, readMail, type Send, taken, writeToStranger } from '../mail/testing/mail-rig.ts';
import { handle } from './handler.ts';
import { emailSignIn } from './job.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

const perform = (emailId: string, send: Send) =>
  performJob(emailSignIn, handle, { emailId }, mailRig(database.db, send).ports, { db: database.db });

it('writes also to somebody who has no account: that is what the mail says', async () => {
  const id = await writeToStranger(database.db);
  expect((await perform(id, answering(taken))).verdict.kind).toBe('succeeded');
  expect(await readMail(database.db, id)).toMatchObject({ status: 'sent', user_id: null });
});

it('does not write to somebody who had an account and has deleted it', async () => {
  const id = await writeToStranger(database.db, 'sign-in');
  expect((await perform(id, never)).verdict.kind).toBe('skipped');
  expect(await readMail(database.db, id)).toMatchObject({ status: 'cancelled', last_code: 'USER_GONE' });
});

it('gives up after an hour, when the link is dead', async () => {
  const id = await writeToStranger(database.db);
  await database.db.query(`UPDATE email_messages SET created_at = now() - interval '61 minutes' WHERE id = $1`, [id]);
  expect((await perform(id, never)).verdict).toMatchObject({ kind: 'failed', error: { code: 'LINK_EXPIRED' } });
});
