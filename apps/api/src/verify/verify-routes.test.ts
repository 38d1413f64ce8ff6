import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decodeJwt } from 'jose';
import { z } from 'zod';

import { type IdentityServer, identityServer } from '../auth/testing/identity-server.ts';

let server: IdentityServer;
let token: string;
let address = 0;

beforeAll(async () => {
  server = await identityServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  address += 1;
  await server.post('/register', { email: `ada${address}@example.com`, name: 'Ada' });
  token = await server.tokenFor(`ada${address}@example.com`);
});

const day = 24 * 60 * 60 * 1_000;
const verified = z.strictObject({
  accessToken: z.string(),
  user: z.strictObject({
    id: z.uuid(),
    email: z.string(),
    name: z.string(),
    locale: z.literal('en'),
    role: z.literal('user'),
    verifiedAt: z.iso.datetime(),
    createdAt: z.iso.datetime(),
    lastSignInAt: z.iso.datetime(),
    signInCount: z.literal(1),
  }),
});
const codeOf = async (response: Response): Promise<string> =>
  z.object({ code: z.string() }).parse(await response.json()).code;
const expired = (): Promise<unknown> =>
  server.db.query(`UPDATE verification_tokens SET expires_at = now() - interval '1 s'`);
const whoIs = (accessToken: string) => server.gatekeeper.callerOfToken(accessToken);

describe('the page of a link', () => {
  it('shows a button and changes nothing, so that a mail scanner cannot use the link', async () => {
    const response = await fetch(`${server.url}/verify?token=${token}`);
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain(`<form method="post" action="/verify"><input type="hidden" name="token" value="${token}">`);
    expect(
      await server.count(`verification_tokens WHERE used_at IS NOT NULL AND email_key = 'ada${address}@example.com'`),
    ).toBe(0);
  });

  it('runs no script, is not stored, cannot be framed and tells no other site its address', async () => {
    const { headers } = await fetch(`${server.url}/verify?token=${token}`);
    expect(headers.get('content-security-policy')).toMatch(
      /^default-src 'none'; style-src 'sha256-[^']+'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'$/,
    );
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('referrer-policy')).toBe('same-origin');
  });

  it('speaks Chinese to those who prefer it', async () => {
    const response = await fetch(`${server.url}/verify?token=${token}`, { headers: { 'accept-language': 'zh-CN' } });
    expect(await response.text()).toContain('确认您的邮箱');
    expect(response.headers.get('content-language')).toBe('zh-CN');
  });

  it('tells at once that a link was used, has expired or is none', async () => {
    await expired();
    expect((await fetch(`${server.url}/verify?token=${token}`)).status).toBe(410);
    await server.db.query(`UPDATE verification_tokens SET used_at = now()`);
    expect((await fetch(`${server.url}/verify?token=${token}`)).status).toBe(409);
    const nonsense = await fetch(`${server.url}/verify?token=%22%3E%3Cscript%3E`);
    expect(nonsense.status).toBe(400);
    expect(await nonsense.text()).not.toContain('script');
  });
});

describe('POST /verify', () => {
  it('verifies the user and signs in', async () => {
    const response = await server.post('/verify', { token });
    const body = verified.parse(await response.json());
    expect(response.status).toBe(200);
    expect(body.user.email).toBe(`ada${address}@example.com`);
    expect(await whoIs(body.accessToken)).toMatchObject({ kind: 'user', userId: body.user.id });
    expect(
      await server.count(`users WHERE status = 'active' AND verified_at IS NOT NULL AND id = '${body.user.id}'`),
    ).toBe(1);
    expect(decodeJwt(body.accessToken)).toMatchObject({ iss: 'jobwire', aud: 'access', sub: body.user.id });
  });

  it('gives a cookie that scripts and other sites cannot use, and stores only its hash', async () => {
    const response = await server.post('/verify', { token });
    const [cookie = ''] = response.headers.getSetCookie();
    expect(cookie).toMatch(/^jobwire=[\w-]{43}\.[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Strict$/);
    const value = /\.([\w-]+)/.exec(cookie)?.[1];
    expect(await server.count(`sessions WHERE token_hash = '${value}'`)).toBe(0);
    expect(await server.count(`sessions WHERE token_hash = encode(sha256('${value}'), 'hex')`)).toBe(1);
  });

  it('lets exactly one of 50 parallel calls in', async () => {
    const responses = await Promise.all(Array.from({ length: 50 }, () => server.post('/verify', { token })));
    const statuses = responses.map(({ status }) => status).toSorted();
    expect(statuses).toEqual([200, ...Array.from({ length: 49 }, () => 409)]);
  });

  it('refuses a used, an expired, a changed and a malformed token, each with its code', async () => {
    const changed = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
    for (const wrong of [changed, 'short', '']) {
      const response = await server.post('/verify', { token: wrong });
      expect([response.status, await codeOf(response)]).toEqual([400, 'TOKEN_INVALID']);
    }
    await server.post('/verify', { token });
    const used = await server.post('/verify', { token });
    expect([used.status, await codeOf(used)]).toEqual([409, 'TOKEN_USED']);
    await server.db.query('UPDATE verification_tokens SET used_at = NULL');
    await expired();
    const late = await server.post('/verify', { token });
    expect([late.status, await codeOf(late)]).toEqual([410, 'TOKEN_EXPIRED']);
    expect(late.headers.getSetCookie()).toEqual([]);
  });

  it('lets a link live for 24 hours', async () => {
    const [row] = await server.db.query<{ hours: number }>(
      `SELECT round(extract(epoch FROM expires_at - created_at) / 3600)::int AS hours FROM verification_tokens ORDER BY created_at DESC LIMIT 1`,
    );
    expect(row?.hours).toBe(24);
  });

  it('does not verify an address that was changed since the mail', async () => {
    await server.db.query(`UPDATE users SET email_key = 'other${address}@example.com' WHERE email_key = $1`, [
      `ada${address}@example.com`,
    ]);
    const response = await server.post('/verify', { token });
    expect(response.status).toBe(409);
    expect(
      await server.count(`users WHERE email_key = 'other${address}@example.com' AND verified_at IS NOT NULL`),
    ).toBe(0);
  });

  it('refuses an administrator’s token', async () => {
    await server.db.query(
      `INSERT INTO verification_tokens (purpose, token_hash, expires_at)
       VALUES ('admin-link', encode(sha256($1::bytea), 'hex'), now() + interval '1 hour')`,
      [Buffer.from('x'.repeat(43))],
    );
    expect((await server.post('/verify', { token: 'x'.repeat(43) })).status).toBe(400);
  });
});

describe('the form of the page', () => {
  it('verifies, signs in and says so on a page', async () => {
    const response = await server.postForm('/verify', { token });
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Your address is confirmed');
    expect(response.headers.getSetCookie()).toHaveLength(1);
  });

  it('shows a page when the link was used before', async () => {
    await server.postForm('/verify', { token });
    const response = await server.postForm('/verify', { token });
    expect(response.status).toBe(409);
    expect(await response.text()).toContain('This link was used before');
  });

  it('is taken from the host that it was sent to', async () => {
    expect((await server.postForm('/verify', { token }, { origin: server.url })).status).toBe(200);
  });

  it.each(['http://evil.test', 'null', ''])('is refused from another origin: %j', async (origin) => {
    const response = await server.postForm('/verify', { token }, { origin });
    expect(response.status).toBe(403);
    expect((await server.post('/verify', { token })).status).toBe(200);
  });
});

describe('an access token', () => {
  const accessToken = async (): Promise<string> =>
    verified.parse(await (await server.post('/verify', { token })).json()).accessToken;

  it('lives for an hour', async () => {
    const access = await accessToken();
    server.clock.advance(60 * 60 * 1_000 + 1_000);
    await expect(whoIs(access)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
    server.clock.advance(-60 * 60 * 1_000 - 1_000);
    await expect(whoIs(access)).resolves.toMatchObject({ kind: 'user' });
  });

  it.each([
    ['revoked', 'UPDATE sessions SET revoked_at = now()'],
    ['expired', 'UPDATE sessions SET expires_at = now()'],
    ['deleted', 'DELETE FROM sessions'],
    [
      'its user’s, who was disabled',
      `UPDATE sessions SET expires_at = now() + interval '1 day'`,
      `UPDATE users SET status = 'disabled'`,
    ],
  ])('ends with its session: %s', async (_what, ...changes) => {
    const access = await accessToken();
    for (const change of changes) await server.db.query(change);
    await expect(whoIs(access)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('is not a ticket, nor is a ticket one', async () => {
    const access = await accessToken();
    expect(await server.gatekeeper.readTicket(access)).toBeUndefined();
    const { ticket } = await server.gatekeeper.issueTicket({ jobId: '0198f3a1-0000-7000-8000-000000000000' });
    await expect(whoIs(ticket)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });
});

describe('the session of a browser', () => {
  it('lives for 30 days', async () => {
    await server.post('/verify', { token });
    const [row] = await server.db.query<{ expires_at: Date }>(
      'SELECT expires_at FROM sessions ORDER BY id DESC LIMIT 1',
    );
    expect(Math.round(((row?.expires_at.getTime() ?? 0) - server.clock.now()) / day)).toBe(30);
  });
});
