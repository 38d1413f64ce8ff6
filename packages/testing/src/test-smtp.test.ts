import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createTransport } from 'nodemailer';

import { createStops, testSmtp, type TestSmtp } from './index.ts';
import { selfSigned } from './self-signed.ts';

const stops = createStops();
let smtp: TestSmtp;
beforeEach(async () => {
  smtp = stops.add(await testSmtp());
});
afterEach(() => stops.stopAll());

/** Send one mail over a connection of its own. */
async function send(subject = 'Hello', { to = 'b@example.com', url = smtp.url, ...options }: Sending = {}) {
  const transport = createTransport({ url, ...options });
  return transport.sendMail({ from: 'a@example.com', to, subject, text: '.Text\r\n'.repeat(50_000) });
}

interface Sending {
  to?: string;
  url?: string;
  auth?: { user: string; pass: string };
  tls?: { ca?: string; rejectUnauthorized?: boolean };
  requireTLS?: boolean;
}

const login = { auth: { user: 'ada', pass: 'wrong' } };

it('takes mails and parses them', async () => {
  await send('First');
  const mail = await smtp.waitForMail(({ parsed }) => parsed.subject === 'First');
  expect(mail).toMatchObject({ from: 'a@example.com', to: ['b@example.com'] });
  expect(mail.parsed.text?.trimEnd()).toBe('.Text\n'.repeat(50_000).trimEnd());
});

it.each([
  { at: 'connect', reply: 421 },
  { at: 'mail', reply: 450 },
  { at: 'rcpt', reply: 550 },
  { at: 'rcpt', reply: 452 },
  { at: 'data', reply: 451 },
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
  await expect(send('Hello', login)).rejects.toMatchObject({ responseCode: 535 });
  smtp.always(undefined);
  await send('Hello', login);
});

it.each(['connect', 'rcpt', 'data', 'body'] as const)('drops the connection at %s and keeps nothing', async (at) => {
  smtp.once({ at, drop: true });
  await expect(send()).rejects.toThrow();
  expect(smtp.mails).toHaveLength(0);
});

it('keeps the mail whose reply is dropped', async () => {
  smtp.once({ at: 'final', drop: true });
  await expect(send()).rejects.toThrow();
  expect(smtp.mails).toHaveLength(1);
});

it.each(['connect', 'mail', 'rcpt', 'data', 'body', 'final'] as const)(
  'hangs at %s until it is released',
  async (at) => {
    smtp.once({ at, hang: true });
    const sending = send();
    await smtp.waitForPhase(at);
    smtp.release();
    await sending;
    expect(smtp.mails).toHaveLength(1);
  },
);

it('fails for one recipient only', async () => {
  smtp.once({ at: 'data', to: 'ada@example.com', hang: true }, { at: 'rcpt', to: 'eve@example.com', reply: 550 });
  const toAda = send('Hello', { to: 'ada@example.com' });
  await smtp.waitForPhase('data', 1, 'ada@example.com');
  await expect(send('Hello', { to: 'eve@example.com' })).rejects.toMatchObject({ responseCode: 550 });
  await send('Hello', { to: 'bob@example.com' });
  smtp.release('ada@example.com');
  await toAda;
  expect(smtp.mails.map(({ to }) => to)).toEqual([['bob@example.com'], ['ada@example.com']]);
});

it('says more than one line, and more than a client wants to hear', async () => {
  smtp.once({ at: 'rcpt', reply: 550, text: '5.1.1 No such\n5.1.1 user' });
  await expect(send()).rejects.toMatchObject({ response: '550-5.1.1 No such\n550 5.1.1 user' });
  smtp.once({ at: 'rcpt', raw: `250 ${'x'.repeat(2 * 1024 * 1024)}` });
  await expect(send()).rejects.toMatchObject({ code: 'EPROTOCOL' });
});

it('dictates a reply slower than a client waits', async () => {
  smtp.once({ at: 'mail', trickleMs: 5 });
  const sending = createTransport({ url: smtp.url }).sendMail({
    from: 'a@example.com',
    to: 'b@example.com',
    signal: AbortSignal.timeout(200),
  });
  await expect(sending).rejects.toThrow();
  expect(smtp.reached('rcpt')).toBe(0);
});

describe.each(['starttls', 'implicit'] as const)('with TLS (%s)', (tls) => {
  it('shows a certificate that only those trust who know it', async () => {
    const { url, mails } = stops.add(await testSmtp({ tls }));
    await expect(send('Hello', { url })).rejects.toThrow(/self-signed/);
    await send('Hello', { url, tls: { ca: selfSigned.cert }, requireTLS: tls === 'starttls' });
    expect(mails).toHaveLength(1);
  });
});

it('offers no TLS by itself', async () => {
  await expect(send('Hello', { requireTLS: true })).rejects.toMatchObject({ code: 'ETLS' });
});
