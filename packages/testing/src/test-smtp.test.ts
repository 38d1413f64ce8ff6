import { afterEach, beforeEach, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';

import { testSmtp, type TestSmtp } from './index.ts';

let smtp: TestSmtp;
beforeEach(async () => {
  smtp = await testSmtp();
});
afterEach(() => smtp.stop());

/** Send one mail over a connection of its own. */
async function send(subject = 'Hello', login = false): Promise<unknown> {
  const auth = login ? { user: 'ada', pass: 'wrong' } : undefined;
  const transport = createTransport({ url: smtp.url, ...(auth ? { auth } : {}) });
  return transport.sendMail({ from: 'a@example.com', to: 'b@example.com', subject, text: 'Text '.repeat(50_000) });
}

it('takes mails and parses them', async () => {
  await send('First');
  const mail = await smtp.waitForMail(({ parsed }) => parsed.subject === 'First');
  expect(mail).toMatchObject({ from: 'a@example.com', to: ['b@example.com'] });
  expect(mail.parsed.text).toContain('Text');
});

it.each([
  { at: 'connect', reply: 421 },
  { at: 'mail', reply: 450 },
  { at: 'rcpt', reply: 550 },
  { at: 'rcpt', reply: 452 },
  { at: 'final', reply: 451 },
] as const)('answers $reply at $at once, then works', async (fault) => {
  smtp.once(fault);
  await expect(send()).rejects.toMatchObject({ responseCode: fault.reply });
  expect(smtp.mails).toHaveLength(0);
  await send();
  expect(smtp.mails).toHaveLength(1);
});

it('refuses credentials', async () => {
  smtp.always({ at: 'auth', reply: 535 });
  await expect(send('Hello', true)).rejects.toMatchObject({ responseCode: 535 });
  smtp.always(undefined);
  await send('Hello', true);
});

it.each(['connect', 'rcpt', 'body'] as const)('drops the connection at %s and keeps nothing', async (at) => {
  smtp.once({ at, drop: true });
  await expect(send()).rejects.toThrow();
  expect(smtp.mails).toHaveLength(0);
});

it('keeps the mail whose reply is dropped', async () => {
  smtp.once({ at: 'final', drop: true });
  await expect(send()).rejects.toThrow();
  expect(smtp.mails).toHaveLength(1);
});

it.each(['connect', 'mail', 'rcpt', 'body', 'final'] as const)('hangs at %s until it is released', async (at) => {
  smtp.once({ at, hang: true });
  const sending = send();
  await smtp.waitForPhase(at);
  smtp.release();
  await sending;
  expect(smtp.mails).toHaveLength(1);
});
