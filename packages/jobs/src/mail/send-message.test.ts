import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { RetryAfter } from '@jobwire/queue/job';
import { uuidv7 } from '@jobwire/runtime';
import { performJob, type TestDatabase, testDatabase } from '@jobwire/testing';

import { handle } from '../email-welcome/handler.ts';
import { emailWelcome } from '../email-welcome/job.ts';
import type { EmailPorts, OutgoingMail } from '../ports/email.ts';
import { answering, failing, mailRig, never, readMail, register, type Send, taken } from './testing/mail-rig.ts';

let database: TestDatabase;
let emailId: string;
let jobId: string;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  emailId = await register(database.db);
  jobId = uuidv7();
});

const minute = 60_000;
interface How {
  attempt?: number;
  maxAttempts?: number;
  signal?: AbortSignal;
  over?: Partial<EmailPorts>;
}
const perform = (send: Send, { over, ...options }: How = {}) =>
  performJob(emailWelcome, handle, { emailId }, mailRig(database.db, send, over).ports, {
    db: database.db,
    jobId,
    ...options,
  });
const row = (): Promise<Record<string, unknown>> => readMail(database.db, emailId);
const change = (assignment: string): Promise<unknown> =>
  database.db.query(`UPDATE email_messages SET ${assignment} WHERE id = $1`, [emailId]);

describe('a mail that is sent', () => {
  it('goes through its stages and is recorded with the server’s reply', async () => {
    const { verdict, result, progress } = await perform(answering(taken));
    expect(verdict.kind).toBe('succeeded');
    expect(result).toEqual({ messageId: `<verify-email.${emailId}@jobwire.test>`, serverReply: '250 OK queued as 42' });
    expect(progress.map(({ stage }) => stage)).toEqual(['render', 'connect', 'send']);
    expect(await row()).toMatchObject({
      status: 'sent',
      smtp_phase: 'done',
      attempts: 1,
      last_reply: '250 OK queued as 42',
      server_message_id: '42',
      possible_duplicate: false,
    });
  });

  it('is addressed from the record, under its Message-ID', async () => {
    const sent: OutgoingMail[] = [];
    await perform(async (mail, options) => {
      sent.push(mail);
      return answering(taken)(mail, options);
    });
    expect(sent).toEqual([
      {
        subject: 's',
        text: 'Hello Ada',
        html: 'h',
        to: { address: `${emailId}@example.com`, name: 'Ada' },
        messageId: `<verify-email.${emailId}@jobwire.test>`,
        locale: 'en',
      },
    ]);
  });

  it('is recorded as going out before its first byte', async () => {
    let before: Record<string, unknown> = {};
    await perform(async (_mail, { beforeBody }) => {
      await beforeBody();
      before = await row();
      return taken;
    });
    expect(before).toMatchObject({ status: 'sending', smtp_phase: 'data', attempts: 1 });
  });

  it('is not sent again by a later run of its job', async () => {
    await perform(answering(taken));
    const { result } = await perform(() => Promise.reject(new Error('sent again')));
    expect(result?.serverReply).toBe('250 OK queued as 42');
  });
});

describe('a mail that is not sent', () => {
  it.each([
    ['refused', 'failed', 'failed'],
    ['throttled', 'retry_wait', 'handed-back'],
    ['misconfigured', 'retry_wait', 'handed-back'],
    ['policy', 'retry_wait', 'handed-back'],
    ['no-such-address', 'failed', 'failed'],
    ['unreachable', 'retry_wait', 'retrying'],
  ] as const)('%s: the row is %s, the job %s', async (kind, status, verdict) => {
    expect((await perform(failing(kind))).verdict.kind).toBe(verdict);
    expect(await row()).toMatchObject({
      status,
      smtp_phase: 'none',
      attempts: 1,
      last_code: `CODE_${kind}`,
      last_reply: '4xx no',
      possible_duplicate: false,
    });
  });

  it('fails with its last attempt, and begins again when an operator retries it', async () => {
    const { verdict } = await perform(failing('unreachable'), { attempt: 7 });
    expect(verdict).toMatchObject({ kind: 'failed', error: { code: 'CODE_unreachable' } });
    expect((await row())['status']).toBe('failed');
    const again = { attempt: 8, maxAttempts: 14 };
    expect((await perform(failing('unreachable'), again)).verdict.kind).toBe('retrying');
    expect(await row()).toMatchObject({ status: 'retry_wait', reopened_at: expect.any(Date) });
    expect((await perform(answering(taken), again)).verdict.kind).toBe('succeeded');
  });

  it('writes every run down, also those that do not count as attempts', async () => {
    await perform(failing('throttled'));
    await perform(failing('throttled'));
    await perform(answering(taken));
    expect(await row()).toMatchObject({ status: 'sent', attempts: 3 });
  });

  it('fails at once when it cannot be put into words', async () => {
    const write = (): never => {
      throw new Error('"nmae" not defined');
    };
    const { verdict } = await perform(never, { over: { letters: { write } } });
    expect(verdict).toMatchObject({ kind: 'failed', error: { code: 'TEMPLATE_ERROR' } });
    expect(await row()).toMatchObject({ status: 'failed', last_reply: '"nmae" not defined' });
  });

  it('fails at once when its domain takes no mail', async () => {
    const asked: string[] = [];
    const takesMail = async (domain: string): Promise<boolean> => {
      asked.push(domain);
      return false;
    };
    const { verdict } = await perform(never, { over: { domains: { takesMail } } });
    expect(verdict).toMatchObject({ kind: 'failed', error: { code: 'EMAIL_DOMAIN_UNDELIVERABLE' } });
    expect([asked, (await row())['status']]).toEqual([['example.com'], 'failed']);
  });

  it('waits for its turn before it meets the server', async () => {
    const waitForTurn = (): never => {
      throw new RetryAfter(42, 'Other mails go first');
    };
    const { verdict } = await perform(never, { over: { pacer: { waitForTurn } } });
    expect(verdict).toMatchObject({ kind: 'handed-back', delayMs: 42 });
    expect(await row()).toMatchObject({ status: 'queued', attempts: 0 });
  });

  it('stays as it is when the run is ended before the mail goes out', async () => {
    const controller = new AbortController();
    const { verdict } = await perform(
      async (_mail, { signal }) => {
        controller.abort(new Error('shutdown'));
        signal.throwIfAborted();
        return taken;
      },
      { signal: controller.signal },
    );
    expect(verdict.kind).toBe('retrying');
    expect(await row()).toMatchObject({ status: 'queued', attempts: 0, smtp_phase: 'none' });
  });
});

describe('a mail whose end is unknown', () => {
  it('is tried once more after ten minutes, as a possible duplicate', async () => {
    const { verdict } = await perform(failing('unknown'));
    expect(verdict).toMatchObject({ kind: 'handed-back', delayMs: 10 * minute });
    expect(await row()).toMatchObject({ status: 'uncertain', smtp_phase: 'none', possible_duplicate: true });
    await change(`not_before = now()`);
    expect((await perform(answering(taken))).verdict.kind).toBe('succeeded');
    expect(await row()).toMatchObject({ status: 'sent', possible_duplicate: true });
  });

  it('is not tried before the ten minutes are over, whoever starts the job', async () => {
    await perform(failing('unknown'));
    const { verdict } = await perform(() => Promise.reject(new Error('sent too early')));
    expect(verdict.kind).toBe('handed-back');
    expect((await row())['status']).toBe('uncertain');
  });

  it('is given up when the second copy ends so too', async () => {
    await perform(failing('unknown'));
    await change(`not_before = now()`);
    expect((await perform(failing('unknown'))).verdict.kind).toBe('skipped');
    expect(await row()).toMatchObject({ status: 'uncertain_final', possible_duplicate: true });
    expect((await perform(() => Promise.reject(new Error('third copy')))).verdict.kind).toBe('skipped');
  });

  it('is recognised after a worker died while the mail went out', async () => {
    await perform(async (_mail, { beforeBody }) => {
      await beforeBody();
      throw new Error('killed');
    });
    expect((await row())['smtp_phase']).toBe('data');
    const { verdict } = await perform(() => Promise.reject(new Error('sent at once')));
    expect(verdict).toMatchObject({ kind: 'handed-back', delayMs: 10 * minute });
    expect(await row()).toMatchObject({ status: 'uncertain', last_code: 'WORKER_LOST', possible_duplicate: true });
  });
});

describe('a mail that is not wanted any more', () => {
  it('was cancelled: the job ends without it', async () => {
    await change(`status = 'cancelled'`);
    expect((await perform(never)).verdict.kind).toBe('skipped');
    expect((await row())['status']).toBe('cancelled');
  });

  it('is cancelled while the server is asked: no byte of it goes out', async () => {
    let body = false;
    const { verdict } = await perform(async (_mail, { beforeBody }) => {
      await change(`status = 'cancelled', to_address = '', to_key = '', to_name = NULL`);
      await beforeBody();
      body = true;
      return taken;
    });
    expect([verdict.kind, body]).toEqual(['skipped', false]);
    expect(await row()).toMatchObject({ status: 'cancelled', smtp_phase: 'none' });
  });

  it('stays cancelled when the server fails meanwhile', async () => {
    await perform(async () => {
      await change(`status = 'cancelled'`);
      return { kind: 'unreachable', code: 'RELAY_UNREACHABLE', reply: null };
    });
    expect((await row())['status']).toBe('cancelled');
  });

  it('has lost its user', async () => {
    await database.db.query('DELETE FROM users WHERE email_key = $1', [`${emailId}@example.com`]);
    expect((await perform(never)).verdict.kind).toBe('skipped');
    expect(await row()).toMatchObject({ status: 'cancelled', last_code: 'USER_GONE' });
  });

  it('has lost its address', async () => {
    await change(`to_address = '', to_key = ''`);
    expect((await perform(never)).verdict.kind).toBe('skipped');
    expect(await row()).toMatchObject({ status: 'cancelled', last_code: 'USER_GONE' });
  });

  it('is gone', async () => {
    emailId = uuidv7();
    expect((await perform(never)).verdict.kind).toBe('skipped');
  });

  it('fails when its link has expired, also when it is retried: a dead link helps nobody', async () => {
    await change(`created_at = now() - interval '25 hours'`);
    const expired = { kind: 'failed', error: { code: 'LINK_EXPIRED' } };
    expect((await perform(never)).verdict).toMatchObject(expired);
    expect(await row()).toMatchObject({ status: 'failed', last_code: 'LINK_EXPIRED' });
    expect((await perform(never)).verdict).toMatchObject(expired);
  });
});
