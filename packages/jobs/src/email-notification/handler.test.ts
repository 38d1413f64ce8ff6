import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import {
  findNotificationToMail,
  insertNotification,
  markNotificationsRead,
  markNotificationsTaken,
  type NewNotification,
} from '@jobwire/db';
import { uuidv7 } from '@jobwire/runtime';
import { performJob, type StepMemory, type TestDatabase, testDatabase } from '@jobwire/testing';

import { answering, failing, mailRig, never, readMail, register, type Send, taken } from '../mail/testing/mail-rig.ts';
import type { OutgoingMail } from '../ports/email.ts';
import { handle } from './handler.ts';
import { emailNotification } from './job.ts';

let database: TestDatabase;
let userId: string;
let notificationId: string;
let jobId: string;
let steps: StepMemory;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  await register(database.db);
  await database.db.query('UPDATE users SET verified_at = now()');
  const [user] = await database.db.query<{ id: string }>('SELECT id FROM users ORDER BY created_at DESC LIMIT 1');
  userId = user?.id ?? '';
  notificationId = await notify();
  jobId = uuidv7();
  steps = new Map();
});

async function notify(given: Partial<NewNotification> = {}): Promise<string> {
  const id = uuidv7();
  const notification = { id, userId, title: 'Build <b>failed</b>', body: 'Line 1\nLine 2', link: null, data: null };
  await insertNotification(database.db, { ...notification, ...given });
  return id;
}
const perform = (send: Send) => {
  const { db } = database;
  const ports = { ...mailRig(db, send).ports, notifications: { find: (id: string) => findNotificationToMail(db, id) } };
  return performJob(emailNotification, handle, { notificationId }, ports, { db, jobId, steps });
};
const recording =
  (sent: OutgoingMail[]): Send =>
  (mail, options) => {
    sent.push(mail);
    return answering(taken)(mail, options);
  };

describe('a notification that nobody took', () => {
  it('becomes a letter to its user, escaped, under a row and a Message-ID of its own', async () => {
    notificationId = await notify({ link: 'https://app.example/builds/7?a=1&b=2' });
    const sent: OutgoingMail[] = [];
    const { verdict } = await perform(recording(sent));
    expect(verdict.kind).toBe('succeeded');
    expect(sent).toEqual([
      expect.objectContaining({ subject: 'Build <b>failed</b>', messageId: `<notification.${jobId}@jobwire.test>` }),
    ]);
    expect(sent[0]?.text).toContain(
      'Hello Ada,\n\nBuild <b>failed</b>\n\nLine 1\nLine 2\n\nhttps://app.example/builds/7?a=1&b=2\n',
    );
    expect(sent[0]?.html).toContain('Build &lt;b&gt;failed&lt;/b&gt;');
    expect(sent[0]?.html).toContain('Line 1<br>\nLine 2');
    expect(await readMail(database.db, jobId)).toMatchObject({
      status: 'sent',
      purpose: 'notification',
      template: 'notification',
      user_id: userId,
      job_id: jobId,
    });
  });

  it('is written in the language of its user, with nothing but a title', async () => {
    await database.db.query(`UPDATE users SET locale = 'zh-Hans', name = NULL WHERE id = $1`, [userId]);
    notificationId = await notify({ title: '构建失败', body: null });
    const sent: OutgoingMail[] = [];
    await perform(recording(sent));
    expect(sent[0]).toMatchObject({ subject: '构建失败', locale: 'zh-CN' });
    expect(sent[0]?.text).toMatch(/^您好！\n\n构建失败\n\n您收到此邮件/);
  });

  it('is sent once, however often its job runs, also when it was read meanwhile', async () => {
    await perform(answering(taken));
    expect((await perform(never)).verdict.kind).toBe('succeeded');
    await markNotificationsRead(database.db, userId, { ids: [notificationId] }, new Date());
    expect(await perform(never)).toMatchObject({
      verdict: { kind: 'succeeded' },
      result: { serverReply: taken.kind === 'accepted' ? taken.reply : '' },
    });
  });

  it('goes to no address that is suppressed', async () => {
    await database.db.query(
      `INSERT INTO suppressions (email_key, reason) SELECT email_key, 'manual' FROM users WHERE id = $1`,
      [userId],
    );
    expect((await perform(never)).verdict.kind).toBe('skipped');
    expect((await readMail(database.db, jobId))['status']).toBe('suppressed');
  });
});

describe('a notification needs no mail', () => {
  const reasons: [string, () => Promise<unknown>][] = [
    ['taken', () => markNotificationsTaken(database.db, [notificationId])],
    ['read', () => markNotificationsRead(database.db, userId, { until: new Date(Date.now() + 60_000) }, new Date())],
    ['unverified', () => database.db.query('UPDATE users SET verified_at = NULL WHERE id = $1', [userId])],
    ['deleted', () => database.db.query('DELETE FROM notifications WHERE id = $1', [notificationId])],
    ['deleted', () => database.db.query(`UPDATE users SET status = 'disabled' WHERE id = $1`, [userId])],
  ];

  it.each(reasons)('that was %s: the job says so, and nothing is written', async (reason, happen) => {
    await happen();
    expect((await perform(never)).verdict).toMatchObject({ kind: 'skipped', reason });
    expect(await readMail(database.db, jobId)).toEqual({});
  });

  it.each(reasons)('that was %s while the mail waited: it is withdrawn', async (reason, happen) => {
    expect((await perform(failing('unreachable'))).verdict.kind).toBe('retrying');
    await happen();
    expect((await perform(never)).verdict).toMatchObject({ kind: 'skipped', reason });
    expect(await readMail(database.db, jobId)).toMatchObject({
      status: 'cancelled',
      last_code: `NOTIFICATION_${reason.toUpperCase()}`,
    });
  });
});
