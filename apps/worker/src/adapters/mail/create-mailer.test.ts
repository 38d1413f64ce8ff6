import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { MailOutcome, OutgoingMail, SendOptions } from '@jobwire/jobs';
import { type TestSmtp, testSmtp } from '@jobwire/testing';

import { createMailer, type RunningMailer } from './create-mailer.ts';

let smtp: TestSmtp;
let mailer: RunningMailer;

const mailerFor = (smtpUrl: string, connections = 1): RunningMailer =>
  createMailer({ smtpUrl, from: 'Jobwire <no-reply@jobwire.test>', connections, emit: () => undefined });

beforeEach(async () => {
  smtp = await testSmtp();
  mailer = mailerFor(smtp.url);
});
afterEach(async () => {
  await mailer.close(0);
  await smtp.stop();
});

const mail = (facts: Partial<OutgoingMail> = {}): OutgoingMail => ({
  to: { address: 'ada@example.com', name: 'Ada' },
  messageId: '<verify-email.1@jobwire.test>',
  locale: 'zh-CN',
  subject: '欢迎',
  text: 'plain https://x.test/y',
  html: '<p>rich</p>',
  ...facts,
});
const send = (options: Partial<SendOptions> = {}, facts: Partial<OutgoingMail> = {}): Promise<MailOutcome> =>
  mailer.send(mail(facts), {
    whenFree: async () => undefined,
    beforeBody: async () => undefined,
    signal: new AbortController().signal,
    ...options,
  });
/** Kind and code, and how often the body was about to go out. */
const tried = async (): Promise<string> => {
  let bodies = 0;
  const outcome = await send({ beforeBody: async () => void (bodies += 1) });
  return `${outcome.kind} ${'code' in outcome ? outcome.code : ''} ${bodies}`;
};

describe('a mail', () => {
  it('arrives as it was written, marked as automatic, under the Message-ID that it was given', async () => {
    const outcome = await send();
    expect(outcome.kind).toBe('accepted');
    const { from, to, parsed } = await smtp.waitForMail();
    expect([from, to]).toEqual(['no-reply@jobwire.test', ['ada@example.com']]);
    expect(parsed).toMatchObject({
      subject: '欢迎',
      messageId: '<verify-email.1@jobwire.test>',
      from: { name: 'Jobwire', address: 'no-reply@jobwire.test' },
      to: [{ name: 'Ada', address: 'ada@example.com' }],
    });
    expect(parsed.text?.trim()).toBe('plain https://x.test/y');
    expect(parsed.html?.trim()).toBe('<p>rich</p>');
    expect(parsed.attachments).toEqual([]);
    const headers = new Map(parsed.headers.map(({ key, value }) => [key, value]));
    expect(headers.get('auto-submitted')).toBe('auto-generated');
    expect(headers.get('content-language')).toBe('zh-CN');
  });

  it('may be plain text alone', async () => {
    await send({}, { html: null });
    const { parsed, raw } = await smtp.waitForMail();
    expect(parsed.text?.trim()).toBe('plain https://x.test/y');
    expect(raw.toString()).not.toContain('text/html');
  });

  it('goes to one address, whatever the name says', async () => {
    await send(
      {},
      { to: { address: 'ada@example.com', name: 'Ada <evil@example.org>, Bob\r\nBcc: evil@example.org' } },
    );
    const { to, parsed } = await smtp.waitForMail();
    expect(to).toEqual(['ada@example.com']);
    expect(parsed.to).toHaveLength(1);
    expect(parsed.bcc ?? []).toEqual([]);
  });

  it('waits for the record before its first byte, when the server is ready for it', async () => {
    const reached: number[] = [];
    await send({
      beforeBody: async () => void reached.push(smtp.reached('rcpt'), smtp.reached('body'), smtp.reached('final')),
    });
    expect(reached).toEqual([1, 0, 0]);
  });

  it('is not sent when the record refuses, and the next one is', async () => {
    const lost = new Error('Another run has taken the job over');
    await expect(send({ beforeBody: () => Promise.reject(lost) })).rejects.toBe(lost);
    expect((await send({}, { messageId: '<2@jobwire.test>' })).kind).toBe('accepted');
    expect(smtp.mails.map(({ parsed }) => parsed.messageId)).toEqual(['<2@jobwire.test>']);
  });
});

describe('connections', () => {
  it('stay open from one mail to the next', async () => {
    for (let count = 0; count < 5; count += 1) await send();
    expect(smtp.reached('connect')).toBe(1);
    expect(smtp.mails).toHaveLength(5);
  });

  it('are as many as there are slots, and a mail more than that waits', async () => {
    await mailer.close(0);
    mailer = mailerFor(smtp.url, 3);
    await Promise.all(Array.from({ length: 12 }, () => send()));
    expect(smtp.reached('connect')).toBe(3);
    expect(smtp.mails).toHaveLength(12);
  });
});

describe('a server that fails', () => {
  it.each([
    ['does not know them', { at: 'rcpt', reply: 550, text: '5.1.1 Who?' }, 'no-such-address RECIPIENT_REFUSED 0'],
    ['refuses the recipient', { at: 'rcpt', reply: 550, text: 'No' }, 'refused RECIPIENT_REFUSED 0'],
    ['objects to the recipient', { at: 'rcpt', reply: 550, text: '5.7.1 No' }, 'policy MAIL_POLICY 0'],
    ['objects to the mail', { at: 'final', reply: 550, text: '5.7.515 No' }, 'policy MAIL_POLICY 1'],
    ['refuses the sender', { at: 'mail', reply: 550, text: 'No' }, 'misconfigured MAIL_CONFIG 0'],
    ['puts the recipient off', { at: 'rcpt', reply: 451, text: 'Greylisted' }, 'unreachable MAIL_DEFERRED 0'],
    [
      'wants it slower at the greeting',
      { at: 'connect', reply: 421, text: 'Too many connections' },
      'throttled MAIL_THROTTLED 0',
    ],
    ['wants it slower after the mail', { at: 'final', reply: 421, text: 'Slow down' }, 'throttled MAIL_THROTTLED 1'],
    ['refuses the mail', { at: 'final', reply: 554, text: 'Looks like spam' }, 'refused MESSAGE_REFUSED 1'],
    ['finds the mail too large', { at: 'final', reply: 552, text: 'Too large' }, 'refused MESSAGE_TOO_LARGE 1'],
    ['hangs up at the greeting', { at: 'connect', drop: true }, 'unreachable RELAY_UNREACHABLE 0'],
    ['hangs up before the mail', { at: 'rcpt', drop: true }, 'unreachable RELAY_UNREACHABLE 0'],
    ['hangs up when asked for the mail', { at: 'data', drop: true }, 'unreachable RELAY_UNREACHABLE 0'],
    ['hangs up after the mail, before its reply', { at: 'final', drop: true }, 'unknown NO_REPLY 1'],
  ] as const)('%s', async (_what, fault, expected) => {
    smtp.once(fault);
    expect(await tried()).toBe(expected);
    expect(await tried()).toBe('accepted  1');
  });

  it.each(['mail', 'rcpt', 'data', 'final'] as const)(
    'wants it slower over a connection that was used before (%s)',
    async (at) => {
      expect(await tried()).toBe('accepted  1');
      smtp.once({ at, reply: 421, text: '4.3.2 Too busy' });
      expect((await tried()).replace(/\d$/, '')).toBe('throttled MAIL_THROTTLED ');
      expect(await tried()).toBe('accepted  1');
    },
  );

  it('answers with what is no reply', async () => {
    smtp.once({ at: 'data', raw: 'HTTP/1.1 200 OK\r\n\r\n' });
    expect(await tried()).toBe('unreachable RELAY_UNREACHABLE 0');
  });

  it('says one reply too many: nobody can know what becomes of the mail', async () => {
    smtp.once({ at: 'connect', raw: '220 hello\r\n220 hello again\r\n' });
    expect(await tried()).toBe('unknown NO_REPLY 1');
    // It is taken nevertheless.
    await smtp.waitForMail();
  });

  it('hangs up in the middle of the mail: it is known not to have arrived', async () => {
    smtp.once({ at: 'body', drop: true });
    let bodies = 0;
    const outcome = await send({ beforeBody: async () => void (bodies += 1) }, { text: 'x'.repeat(20_000_000) });
    expect([outcome.kind, bodies, smtp.mails.length]).toEqual(['unreachable', 1, 0]);
  });

  it('does not like the password', async () => {
    await mailer.close(0);
    mailer = mailerFor(smtp.url.replace('//', '//user:wrong@'));
    smtp.once({ at: 'auth', reply: 535, text: '5.7.8 Bad credentials' });
    expect(await tried()).toBe('misconfigured MAIL_CONFIG 0');
    expect(await tried()).toBe('accepted  1');
  });

  it('offers no TLS where TLS is required', async () => {
    await mailer.close(0);
    mailer = mailerFor(`${smtp.url}?requireTLS=true`);
    expect(await tried()).toBe('misconfigured MAIL_CONFIG 0');
    await mailer.close(0);
    mailer = mailerFor(smtp.url.replace('smtp:', 'smtps:'));
    expect(await tried()).toBe('misconfigured MAIL_CONFIG 0');
    expect(smtp.mails).toHaveLength(0);
  });

  it.each(['starttls', 'implicit'] as const)('shows a certificate that nobody trusts (%s)', async (tls) => {
    await mailer.close(0);
    await smtp.stop();
    smtp = await testSmtp({ tls });
    mailer = mailerFor(smtp.url);
    expect(await tried()).toBe('misconfigured MAIL_CONFIG 0');
    expect([smtp.mails.length, smtp.reached('mail')]).toEqual([0, 0]);
  });

  it('answers with more than a server has to say', async () => {
    smtp.once({ at: 'rcpt', raw: `250-${'x'.repeat(2_000_000)}` });
    expect(await tried()).toBe('unreachable RELAY_UNREACHABLE 0');
    expect(await tried()).toBe('accepted  1');
  });

  it('is not there', async () => {
    await smtp.stop();
    expect(await tried()).toBe('unreachable RELAY_UNREACHABLE 0');
  });
});

describe('an abort', () => {
  it('ends a sending that has not come to the mail at once, with its reason', async () => {
    smtp.once({ at: 'rcpt', hang: true });
    const controller = new AbortController();
    const sending = send({ signal: controller.signal });
    await smtp.waitForPhase('rcpt');
    controller.abort(new Error('shutdown'));
    await expect(sending).rejects.toThrow('shutdown');
    expect(await tried()).toBe('accepted  1');
    expect(smtp.mails).toHaveLength(1);
  });

  it('waits for the reply once the mail goes out', async () => {
    smtp.once({ at: 'final', hang: true });
    const controller = new AbortController();
    const sending = send({ signal: controller.signal });
    await smtp.waitForPhase('final');
    controller.abort(new Error('shutdown'));
    smtp.release();
    expect((await sending).kind).toBe('accepted');
  });

  it('before the start sends nothing', async () => {
    await expect(send({ signal: AbortSignal.abort(new Error('cancel')) })).rejects.toThrow('cancel');
    expect(smtp.reached('connect')).toBe(0);
  });
});

describe('closing', () => {
  it('waits for the mail under way', async () => {
    smtp.once({ at: 'final', hang: true });
    const sending = send();
    await smtp.waitForPhase('final');
    const closing = mailer.close(60_000);
    smtp.release();
    expect((await sending).kind).toBe('accepted');
    await closing;
  });

  it('cuts it off at the deadline, and says that nobody knows', async () => {
    smtp.once({ at: 'final', hang: true });
    const sending = send();
    await smtp.waitForPhase('final');
    await mailer.close(1);
    expect((await sending).kind).toBe('unknown');
  });
});
