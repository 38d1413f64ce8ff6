import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { findEmailMessage, insertRegistration } from '@jobwire/db';
import { sha256, uuidv7 } from '@jobwire/runtime';
import { performJob, type TestDatabase, testDatabase } from '@jobwire/testing';

import type { EmailPorts, MailOutcome, OutgoingMail, SendOptions } from '../ports/email.ts';
import { handle } from './handler.ts';
import { emailWelcome } from './job.ts';

let database: TestDatabase;
let emailId: string;
let jobId: string;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  emailId = uuidv7();
  jobId = uuidv7();
  const email = `${emailId}@example.com`;
  await insertRegistration(database.db, {
    userId: uuidv7(),
    email,
    emailKey: email,
    name: 'Ada',
    locale: 'en',
    mail: { id: emailId, messageId: `<verify-email.${emailId}@jobwire.test>` },
    token: { hash: sha256(emailId), expiresAt: new Date(Date.now() + 1_000) },
    mailPauseMs: 1_000,
  });
});

type Send = (mail: OutgoingMail, options: SendOptions) => Promise<MailOutcome>;

const minute = 60_000;
const taken: MailOutcome = { kind: 'accepted', reply: '250 OK queued as 42', serverMessageId: '42' };
/** A mail server that answers so; refusals come before the body, everything else after it. */
const answering =
  (outcome: MailOutcome): Send =>
  async (_mail, { beforeBody }) => {
    if (outcome.kind === 'accepted' || outcome.kind === 'unknown') await beforeBody();
    return outcome;
  };
const failing = (kind: Exclude<MailOutcome['kind'], 'accepted'>): Send =>
  answering({ kind, code: `CODE_${kind}`, reply: '4xx no' });

const perform = (send: Send, { attempt = 1, signal }: { attempt?: number; signal?: AbortSignal } = {}) => {
  const ports: EmailPorts = {
    emails: { find: (id) => findEmailMessage(database.db, id) },
    letters: { write: ({ to_name: name }) => ({ subject: 's', text: `Hello ${name}`, html: 'h' }) },
    mailer: { send },
  };
  return performJob(emailWelcome, handle, { emailId }, ports, {
    db: database.db,
    jobId,
    attempt,
    ...(signal ? { signal } : {}),
  });
};
const row = async (): Promise<Record<string, unknown>> => {
  const [read] = await database.db.query<Record<string, unknown>>(
    `SELECT status, smtp_phase, attempts, last_code, last_reply, server_message_id, possible_duplicate FROM email_messages WHERE id = $1`,
    [emailId],
  );
  return read ?? {};
};
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

  it('fails with its last attempt, and can be sent when an operator retries it', async () => {
    const { verdict } = await perform(failing('unreachable'), { attempt: 7 });
    expect(verdict).toMatchObject({ kind: 'failed', error: { code: 'CODE_unreachable' } });
    expect((await row())['status']).toBe('failed');
    expect((await perform(answering(taken), { attempt: 8 })).verdict.kind).toBe('succeeded');
  });

  it('writes every run down, also those that do not count as attempts', async () => {
    await perform(failing('throttled'));
    await perform(failing('throttled'));
    await perform(answering(taken));
    expect(await row()).toMatchObject({ status: 'sent', attempts: 3 });
  });

  it('fails at once when it cannot be put into words', async () => {
    const ports: EmailPorts = {
      emails: { find: (id) => findEmailMessage(database.db, id) },
      letters: {
        write: () => {
          throw new Error('"nmae" not defined');
        },
      },
      mailer: { send: () => Promise.reject(new Error('sent')) },
    };
    const { verdict } = await performJob(emailWelcome, handle, { emailId }, ports, { db: database.db });
    expect(verdict).toMatchObject({ kind: 'failed', error: { code: 'TEMPLATE_ERROR' } });
    expect(await row()).toMatchObject({ status: 'failed', last_reply: '"nmae" not defined' });
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
  const never: Send = () => Promise.reject(new Error('sent'));

  it.each(['cancelled', 'suppressed'])('%s: the job ends without it', async (status) => {
    await change(`status = '${status}'`);
    expect((await perform(never)).verdict.kind).toBe('skipped');
    expect((await row())['status']).toBe(status);
  });

  it('goes with its user', async () => {
    await database.db.query('DELETE FROM users WHERE email_key = $1', [`${emailId}@example.com`]);
    expect((await perform(never)).verdict.kind).toBe('skipped');
    expect(await row()).toMatchObject({ status: 'cancelled', last_code: 'USER_GONE' });
  });

  it('is gone', async () => {
    emailId = uuidv7();
    expect((await perform(never)).verdict.kind).toBe('skipped');
  });

  it('fails when its link has expired: a dead link helps nobody', async () => {
    await change(`created_at = now() - interval '25 hours'`);
    expect((await perform(never)).verdict).toMatchObject({ kind: 'failed', error: { code: 'LINK_EXPIRED' } });
    expect(await row()).toMatchObject({ status: 'failed', last_code: 'LINK_EXPIRED' });
  });
});
