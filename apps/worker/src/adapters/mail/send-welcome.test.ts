import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { insertRegistration } from '@jobwire/db';
import { emailWelcome, verificationLink, verificationToken } from '@jobwire/jobs';
import { handlers } from '@jobwire/jobs/handlers';
import { createKeyRing, sha256, uuidv7 } from '@jobwire/runtime';
import { performJob, type TestDatabase, testDatabase, type TestSmtp, testSmtp } from '@jobwire/testing';

import { createMailPorts } from './mail-ports.ts';

const keys = createKeyRing('a secret that is long enough for a test');
let database: TestDatabase;
let smtp: TestSmtp;
let mail: ReturnType<typeof createMailPorts>;
let emailId: string;

beforeAll(async () => {
  [database, smtp] = await Promise.all([testDatabase(), testSmtp()]);
  const config = {
    PUBLIC_URL: 'https://jobwire.example',
    SMTP_URL: smtp.url,
    MAIL_FROM: 'Jobwire <no-reply@jobwire.example>',
    MAIL_RATE: null,
    MAIL_DOMAIN_RATE: null,
    MAIL_DNS_CHECK: false,
    MAIL_CONNECTIONS: 2,
  };
  const control = { pause: () => Promise.reject(new Error('Nothing here is to be held')) };
  mail = createMailPorts({ db: database.db, control, keys, config, emit: () => undefined });
});
afterAll(async () => {
  await mail.close(1_000);
  await Promise.all([database.stop(), smtp.stop()]);
});
beforeEach(async () => {
  emailId = uuidv7();
  const email = `${emailId}@example.com`;
  await insertRegistration(database.db, {
    userId: uuidv7(),
    email,
    emailKey: email,
    name: '艾达',
    locale: 'zh-CN',
    mail: { id: emailId, messageId: `<verify-email.${emailId}@jobwire.example>`, jobId: uuidv7() },
    token: { hash: sha256(verificationToken(keys, 'verify-email', emailId)), expiresAt: new Date(Date.now() + 60_000) },
    mailPauseMs: 1_000,
  });
});

const perform = (options: { jobId?: string } = {}) =>
  performJob(emailWelcome, handlers['email.welcome'], { emailId }, mailOnly(), { db: database.db, ...options });
/** The handler of mails asks for no other ports; the type of all handlers does. */
const mailOnly = () => mail.ports as Parameters<(typeof handlers)['email.welcome']>[2];
const status = async (): Promise<Record<string, unknown> | undefined> =>
  (
    await database.db.query<Record<string, unknown>>(
      'SELECT status, possible_duplicate FROM email_messages WHERE id = $1',
      [emailId],
    )
  )[0];
const mails = () => smtp.mails.filter(({ to }) => to[0] === `${emailId}@example.com`);

it('sends the link whose hash the record has', async () => {
  const { result } = await perform();
  expect(result?.serverReply).toMatch(/^250/);
  const [sent] = mails();
  const link = verificationLink('https://jobwire.example', verificationToken(keys, 'verify-email', emailId));
  expect(sent?.parsed.text).toContain(link);
  expect(sent?.parsed.html).toContain(link.replace('=', '&#x3D;'));
  expect(sent?.parsed).toMatchObject({
    messageId: `<verify-email.${emailId}@jobwire.example>`,
    subject: '欢迎使用 Jobwire：请确认您的邮箱',
  });
  const token = /token=([\w-]+)/.exec(link)?.[1] ?? '';
  expect(
    await database.db.query('SELECT 1 FROM verification_tokens WHERE token_hash = $1', [sha256(token)]),
  ).toHaveLength(1);
});

it('sends once although the server hung up before the mail', async () => {
  const jobId = uuidv7();
  smtp.once({ at: 'rcpt', drop: true });
  expect((await perform({ jobId })).verdict.kind).toBe('retrying');
  expect((await perform({ jobId })).verdict.kind).toBe('succeeded');
  expect(mails()).toHaveLength(1);
  expect(await status()).toEqual({ status: 'sent', possible_duplicate: false });
});

it('sends a second copy when the server hung up after the mail: the same mail, and counted', async () => {
  const jobId = uuidv7();
  smtp.once({ at: 'final', drop: true });
  expect((await perform({ jobId })).verdict).toMatchObject({ kind: 'handed-back', delayMs: 600_000 });
  await database.db.query('UPDATE email_messages SET not_before = now() WHERE id = $1', [emailId]);
  expect((await perform({ jobId })).verdict.kind).toBe('succeeded');
  expect(await status()).toEqual({ status: 'sent', possible_duplicate: true });
  const [first, second] = mails();
  expect(second?.parsed.messageId).toBe(first?.parsed.messageId);
  expect(second?.parsed.text).toBe(first?.parsed.text);
});

it('never goes to an address again that the server does not know, until somebody lifts that', async () => {
  smtp.once({ at: 'rcpt', reply: 550, text: '5.1.1 No such user' });
  expect((await perform()).verdict).toMatchObject({ kind: 'failed', error: { code: 'RECIPIENT_REFUSED' } });
  expect((await status())?.['status']).toBe('failed');
  const met = smtp.reached('mail');
  expect((await perform()).verdict.kind).toBe('skipped');
  expect((await status())?.['status']).toBe('suppressed');
  expect(smtp.reached('mail')).toBe(met);
  await database.db.query('DELETE FROM suppressions WHERE email_key = $1', [`${emailId}@example.com`]);
  expect((await perform()).verdict.kind).toBe('succeeded');
  expect(mails()).toHaveLength(1);
});
