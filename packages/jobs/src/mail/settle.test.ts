import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Database } from '@jobwire/db';
import { performJob, type TestDatabase, testDatabase } from '@jobwire/testing';

import { handle } from '../email-welcome/handler.ts';
import { emailWelcome } from '../email-welcome/job.ts';
import type { MailOutcome } from '../ports/email.ts';
import { answering, failing, mailRig, type MailRig, never, readMail, register, taken } from './testing/mail-rig.ts';

let database: TestDatabase;
let db: Database;

beforeAll(async () => {
  database = await testDatabase();
  ({ db } = database);
});
afterAll(() => database.stop());
beforeEach(async () => {
  await db.query('TRUNCATE suppressions, mail_paces');
  await db.query('UPDATE mail_health SET policy_failures = 0, transient_failures = 0, held_until = NULL');
});

const minute = 60_000;
const perform = (emailId: string, { ports }: MailRig) => performJob(emailWelcome, handle, { emailId }, ports, { db });
/** Send so many mails, one after the other; each is a mail of its own. */
const sendMany = async (times: number, rig: MailRig) => {
  const performed = [];
  for (let count = 0; count < times; count += 1) performed.push(await perform(await register(db), rig));
  return performed;
};
const read = async (sql: string): Promise<Record<string, unknown> | undefined> =>
  (await db.query<Record<string, unknown>>(sql))[0];
const health = () => read('SELECT policy_failures, transient_failures FROM mail_health');
const endHold = () => db.query(`UPDATE mail_health SET held_until = now()`);
const noSuchUser: MailOutcome = { kind: 'no-such-address', code: 'RECIPIENT_REFUSED', reply: '550 5.1.1 who?' };

describe('an address that does not exist', () => {
  it('gets no mail any more for 90 days, and its owner reads why', async () => {
    const id = await register(db);
    const { verdict } = await perform(id, mailRig(db, answering(noSuchUser)));
    expect(verdict).toMatchObject({
      kind: 'failed',
      error: { code: 'RECIPIENT_REFUSED', message: 'Address rejected' },
    });
    expect(
      await read(`SELECT email_key, reason, reply, email_message_id, expires_at - created_at = interval '90 days' AS days
        FROM suppressions`),
    ).toEqual({
      email_key: `${id}@example.com`,
      reason: 'hard_bounce',
      reply: '550 5.1.1 who?',
      email_message_id: id,
      days: true,
    });
  });

  it('is not asked about again: the mail ends as suppressed, and goes out when somebody has lifted it', async () => {
    const id = await register(db);
    await db.query(`INSERT INTO suppressions (email_key, reason) VALUES ($1, 'manual')`, [`${id}@example.com`]);
    expect((await perform(id, mailRig(db, never))).verdict.kind).toBe('skipped');
    expect(await readMail(db, id)).toMatchObject({ status: 'suppressed', last_code: 'ADDRESS_SUPPRESSED' });
    expect((await perform(id, mailRig(db, never))).verdict.kind).toBe('skipped');
    await db.query('DELETE FROM suppressions');
    expect((await perform(id, mailRig(db, answering(taken)))).verdict.kind).toBe('succeeded');
    expect((await readMail(db, id))['status']).toBe('sent');
  });

  it('is tried again when its time is over', async () => {
    const id = await register(db);
    await db.query(
      `INSERT INTO suppressions (email_key, reason, expires_at) VALUES ($1, 'hard_bounce', now() - interval '1 s')`,
      [`${id}@example.com`],
    );
    expect((await perform(id, mailRig(db, answering(taken)))).verdict.kind).toBe('succeeded');
  });

  it('is one thing, a mail that is refused another', async () => {
    await sendMany(1, mailRig(db, failing('refused')));
    expect(await read('SELECT 1 FROM suppressions')).toBeUndefined();
  });
});

describe('a server that does not accept us', () => {
  it('holds all mail at once, with one alarm, and no mail spends an attempt', async () => {
    const rig = mailRig(db, failing('misconfigured'));
    const [first, second] = await sendMany(2, rig);
    expect(rig.holds).toEqual([{ reason: 'MAIL_CONFIG', alarm: { code: 'CODE_misconfigured', reply: '4xx no' } }]);
    expect(first?.verdict).toMatchObject({ kind: 'handed-back', delayMs: minute });
    const left = second?.verdict.kind === 'handed-back' ? second.verdict.delayMs : 0;
    expect(left > 0 && left < minute).toBe(true);
  });

  it('holds it again, with another alarm, when the first mail after the hold fails too', async () => {
    const rig = mailRig(db, failing('misconfigured'));
    await sendMany(1, rig);
    await endHold();
    await sendMany(1, rig);
    expect(rig.holds).toHaveLength(2);
  });

  it('holds it once for many failures at the same moment', async () => {
    const rig = mailRig(db, failing('misconfigured'));
    const ids = await Promise.all(Array.from({ length: 12 }, () => register(db)));
    await Promise.all(ids.map((id) => perform(id, rig)));
    expect(rig.holds).toHaveLength(1);
  });
});

describe('a server that objects without saying to what', () => {
  it('holds all mail after five in a row; until then each refused mail waits by itself', async () => {
    const rig = mailRig(db, failing('policy'));
    const performed = await sendMany(5, rig);
    expect(performed.map(({ verdict }) => verdict.kind)).toEqual(Array(5).fill('handed-back'));
    expect(performed[0]?.verdict).toMatchObject({ delayMs: minute });
    expect(rig.holds).toEqual([{ reason: 'MAIL_CONFIG', alarm: { code: 'CODE_policy', reply: '4xx no' } }]);
    expect(await read('SELECT 1 FROM suppressions')).toBeUndefined();
  });

  it('may mean one mail alone: others go out, and this one comes back less and less often', async () => {
    const id = await register(db);
    const rig = mailRig(db, failing('policy'));
    const delays: unknown[] = [];
    for (let run = 0; run < 7; run += 1) {
      const { verdict } = await perform(id, rig);
      delays.push(verdict.kind === 'handed-back' && verdict.delayMs / minute);
      await sendMany(1, mailRig(db, answering(taken)));
    }
    expect([delays, rig.holds]).toEqual([[1, 2, 4, 8, 16, 30, 30], []]);
  });
});

describe('a server that is not there', () => {
  it('holds all mail after ten failures in a row, and the next one after the hold holds again', async () => {
    const rig = mailRig(db, failing('unreachable'));
    const performed = await sendMany(10, rig);
    expect(performed.map(({ verdict }) => verdict.kind)).toEqual(Array(10).fill('retrying'));
    expect(rig.holds).toEqual([{ reason: 'MAIL_UNREACHABLE', alarm: { code: 'CODE_unreachable', reply: '4xx no' } }]);
    await endHold();
    await sendMany(1, rig);
    expect(rig.holds).toHaveLength(2);
  });

  it('is counted from zero once it has taken a mail', async () => {
    const rig = mailRig(db, failing('unreachable'));
    await sendMany(9, rig);
    await sendMany(3, mailRig(db, failing('policy')));
    expect(await health()).toEqual({ policy_failures: 3, transient_failures: 9 });
    await sendMany(1, mailRig(db, answering(taken)));
    expect(await health()).toEqual({ policy_failures: 0, transient_failures: 0 });
    await sendMany(1, rig);
    expect(rig.holds).toEqual([]);
  });

  it('leaves the row of its health alone while all is well', async () => {
    const version = () => read('SELECT xmin FROM mail_health');
    const before = await version();
    await sendMany(2, mailRig(db, answering(taken)));
    expect(await version()).toEqual(before);
  });
});

describe('a server that wants mails more slowly', () => {
  it('gets none from anybody for half a minute', async () => {
    const throttled = mailRig(db, failing('throttled'));
    const [first] = await sendMany(1, throttled);
    expect(first?.verdict).toMatchObject({ kind: 'handed-back', delayMs: minute / 2 });
    const next = mailRig(db, answering(taken));
    await sendMany(1, next);
    expect(throttled.paced[0]?.relayHeldMs).toBe(0);
    const held = next.paced[0]?.relayHeldMs ?? 0;
    expect(held > 0 && held <= minute / 2).toBe(true);
    expect(throttled.holds).toEqual([]);
  });
});

it('raises the alarm when it is unknown for good whether a mail was sent', async () => {
  const id = await register(db);
  const rig = mailRig(db, failing('unknown'));
  await perform(id, rig);
  expect(rig.alarms).toEqual([]);
  await db.query('UPDATE email_messages SET not_before = now() WHERE id = $1', [id]);
  await perform(id, rig);
  expect(rig.alarms).toEqual([{ code: 'CODE_unknown', reply: '4xx no' }]);
});

it('shows nobody but operators what the server said', async () => {
  const { verdict } = await perform(await register(db), mailRig(db, answering(noSuchUser)));
  const error = verdict.kind === 'failed' ? verdict.error : undefined;
  expect(error?.message).not.toContain('who?');
  expect(error?.stack).toContain('550 5.1.1 who?');
});
