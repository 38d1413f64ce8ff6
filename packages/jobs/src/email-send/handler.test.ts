import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from '@jobwire/runtime';
import { performJob, type StepMemory, type TestDatabase, testDatabase } from '@jobwire/testing';

import { letters } from '../letters/letters.ts';
import { answering, failing, mailRig, never, readMail, type Send, taken } from '../mail/testing/mail-rig.ts';
import type { OutgoingMail } from '../ports/email.ts';
import { handle } from './handler.ts';
import { emailSend } from './job.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());

const mail = { to: 'Ada@Example.com', subject: 'Your report', text: 'It is ready.' };
/** Runs of one job share its steps. */
const stepsOf = new Map<string, StepMemory>();
const perform = (send: Send, { jobId = uuidv7(), payload = mail }: { jobId?: string; payload?: object } = {}) => {
  const steps = stepsOf.get(jobId) ?? new Map();
  stepsOf.set(jobId, steps);
  const { ports } = mailRig(database.db, send);
  return performJob(emailSend, handle, payload as typeof mail, ports, { db: database.db, jobId, steps });
};
const recording = (sent: OutgoingMail[]): Send => {
  return (outgoing, options) => {
    sent.push(outgoing);
    return answering(taken)(outgoing, options);
  };
};

describe('a mail in its own words', () => {
  it('is written down under the job’s id before it is sent', async () => {
    const jobId = uuidv7();
    const sent: OutgoingMail[] = [];
    const { result } = await perform(recording(sent), { jobId });
    expect(result).toEqual({ messageId: `<send.${jobId}@jobwire.test>`, serverReply: '250 OK queued as 42' });
    expect(sent).toEqual([
      {
        to: { address: 'Ada@example.com', name: null },
        subject: 'Your report',
        text: 'It is ready.',
        html: null,
        locale: 'en',
        messageId: `<send.${jobId}@jobwire.test>`,
      },
    ]);
    expect(await readMail(database.db, jobId)).toMatchObject({
      status: 'sent',
      purpose: 'send',
      template: 'custom',
      user_id: null,
      job_id: jobId,
      to_address: 'Ada@example.com',
      to_key: 'ada@example.com',
    });
  });

  it('carries its HTML part and its language', async () => {
    const sent: OutgoingMail[] = [];
    await perform(recording(sent), { payload: { ...mail, html: '<p>Ready</p>', locale: 'pt-BR' } });
    expect(sent[0]).toMatchObject({ html: '<p>Ready</p>', locale: 'pt-BR' });
  });

  it('is sent once, however often its job runs', async () => {
    const jobId = uuidv7();
    await perform(answering(taken), { jobId });
    expect((await perform(never, { jobId })).verdict.kind).toBe('succeeded');
  });

  it('is given up after a day, and has another day when it is retried by hand', async () => {
    const jobId = uuidv7();
    await perform(failing('policy'), { jobId });
    await database.db.query(`UPDATE email_messages SET created_at = now() - interval '25 hours' WHERE id = $1`, [
      jobId,
    ]);
    const { verdict } = await perform(never, { jobId });
    expect(verdict).toMatchObject({ kind: 'failed', error: { code: 'MAIL_EXPIRED' } });
    expect((await perform(failing('policy'), { jobId })).verdict.kind).toBe('handed-back');
    expect((await perform(answering(taken), { jobId })).verdict.kind).toBe('succeeded');
  });
});

describe('a letter', () => {
  const variables = {
    heading: 'Report ready',
    text: 'All is <well>.',
    button: { label: 'Open', link: 'https://x.test/y' },
  };

  it.each([
    ['en', 'en'],
    ['zh-Hans-CN', 'zh-CN'],
    [undefined, 'en'],
  ])('asked for in %s is written in %s', async (locale, written) => {
    const jobId = uuidv7();
    const sent: OutgoingMail[] = [];
    await perform(recording(sent), { jobId, payload: { to: mail.to, locale, template: 'notice', variables } });
    expect(sent[0]).toMatchObject({ subject: 'Report ready', locale: written });
    expect(sent[0]?.text).toContain('https://x.test/y');
    expect(sent[0]?.html).toContain('&lt;well&gt;');
    expect(await readMail(database.db, jobId)).toMatchObject({ template: 'notice', locale: written });
  });

  const accepts = (change: object): boolean =>
    emailSend.payload.safeParse({ to: mail.to, template: 'notice', variables, ...change }).success;

  it('needs exactly its variables', () => {
    expect(accepts({})).toBe(true);
    expect(accepts({ variables: { heading: 'x' } })).toBe(false);
    expect(accepts({ variables: { ...variables, link: 'https://x.test/' } })).toBe(false);
    expect(accepts({ subject: 'x' })).toBe(false);
  });

  it('is one of those that other programs may send: all of them, and no other', () => {
    const sent = Object.entries(letters).filter(([template, { sample }]) =>
      accepts({ template, variables: sample.en }),
    );
    const open = Object.entries(letters).filter((entry) => entry[1].open);
    expect(sent.map(([template]) => template)).toEqual(open.map(([template]) => template));
  });
});

describe('a payload', () => {
  const accepts = (change: object): boolean => emailSend.payload.safeParse({ ...mail, ...change }).success;

  it.each([
    ['what it must have', {}],
    ['an HTML part', { html: '<p>x</p>' }],
    ['the longest subject', { subject: 's'.repeat(200) }],
    ['the longest text', { text: 't'.repeat(48_000) }],
  ])('may have %s', (_what, change) => {
    expect(accepts(change)).toBe(true);
  });

  it.each([
    ['two recipients', { to: 'a@example.com, b@example.com' }],
    ['a recipient with a name', { to: 'Ada <a@example.com>' }],
    ['a header behind the recipient', { to: 'a@example.com\r\nBcc: b@example.com' }],
    ['a list of recipients', { to: ['a@example.com'] }],
    ['a host without a domain', { to: 'root@localhost' }],
    ['a header behind the subject', { subject: 'x\r\nBcc: b@example.com' }],
    ['a line separator in the subject', { subject: 'x\u2028y' }],
    ['no subject', { subject: ' ' }],
    ['a long subject', { subject: 's'.repeat(201) }],
    ['no text', { text: '' }],
    ['a long text', { text: 't'.repeat(48_001) }],
    ['a file as HTML', { html: { path: '/etc/passwd' } }],
    ['attachments', { attachments: [{ href: 'http://127.0.0.1/' }] }],
    ['a language that is none', { locale: '../../en' }],
    ['another sender', { from: 'a@example.com' }],
  ])('must not have %s', (_what, change) => {
    expect(accepts(change)).toBe(false);
  });
});
