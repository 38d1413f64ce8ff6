import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { makeAdminLink } from '@jobwire/db';

import { type IdentityServer, identityServer } from '../auth/testing/identity-server.ts';

let server: IdentityServer;
let token: string;

beforeAll(async () => {
  server = await identityServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  const link = await makeAdminLink(server.db, 'http://jobwire.test', server.clock);
  token = new URL(link).searchParams.get('token') ?? '';
});

const enter = (): Promise<Response> => server.postForm('/admin/enter', { token });
const cookieOf = (response: Response): string => response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
const visit = (cookie: string, init: RequestInit = {}): Promise<Response> =>
  fetch(`${server.url}/admin/queues`, { ...init, headers: { cookie, ...init.headers } });

describe('the one-time link of an administrator', () => {
  it('shows a button and opens nothing by itself', async () => {
    const response = await fetch(`${server.url}/admin/enter?token=${token}`);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('action="/admin/enter"');
    expect(await server.count('sessions')).toBe(0);
  });

  it('opens the administrators’ pages for 12 hours and goes there', async () => {
    const response = await enter();
    expect(response.status).toBe(303);
    expect(response.headers.get('location')).toBe('/admin/queues');
    expect(response.headers.getSetCookie()[0]).toMatch(
      /^jobwire=[\w-]{43}\.[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict$/,
    );
    const cookie = cookieOf(response);
    expect(await (await visit(cookie)).json()).toEqual({ inside: true });
    server.clock.advance(12 * 60 * 60 * 1_000 + 1_000);
    expect((await visit(cookie)).status).toBe(401);
    server.clock.advance(-12 * 60 * 60 * 1_000 - 1_000);
  });

  it('works once, also for parallel callers', async () => {
    const statuses = (await Promise.all(Array.from({ length: 20 }, enter))).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual([303, ...Array.from({ length: 19 }, () => 409)]);
  });

  it('works for 15 minutes', async () => {
    server.clock.advance(15 * 60 * 1_000 + 1_000);
    const response = await enter();
    expect(response.status).toBe(410);
    expect(await response.text()).toContain('This link has expired');
    server.clock.advance(-15 * 60 * 1_000 - 1_000);
    expect((await enter()).status).toBe(303);
  });

  it('is refused from a page of another site', async () => {
    const response = await server.postForm('/admin/enter', { token }, { origin: 'http://evil.test' });
    expect(response.status).toBe(403);
    expect((await enter()).status).toBe(303);
  });

  it('is not the link of a mail', async () => {
    await server.post('/register', { email: 'ada@example.com' });
    const mailToken = await server.tokenFor('ada@example.com');
    expect((await server.postForm('/admin/enter', { token: mailToken })).status).toBe(400);
  });
});

describe('the guard of the administrators’ pages', () => {
  it('tells a browser how to get in, and a program that it may not', async () => {
    const browser = await visit('', { headers: { accept: 'text/html' } });
    expect(browser.status).toBe(401);
    expect(await browser.text()).toContain('npm run admin-link');
    const program = await visit('', { headers: { accept: 'application/json' } });
    expect(program.status).toBe(401);
    expect(await program.json()).toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('keeps signed-in users out', async () => {
    await server.post('/register', { email: 'user@example.com' });
    const verified = await server.post('/verify', { token: await server.tokenFor('user@example.com') });
    expect((await visit(cookieOf(verified))).status).toBe(401);
  });

  it('lets changes through from its own pages only', async () => {
    const cookie = cookieOf(await enter());
    const put = (headers: Record<string, string>): Promise<Response> => visit(cookie, { method: 'PUT', headers });
    expect((await put({ origin: 'http://evil.test' })).status).toBe(403);
    expect((await put({})).status).toBe(403);
    expect((await put({ origin: 'http://jobwire.test' })).status).toBe(200);
  });

  it('forgets a session that was revoked', async () => {
    const cookie = cookieOf(await enter());
    await server.db.query('UPDATE sessions SET revoked_at = now()');
    expect((await visit(cookie)).status).toBe(401);
  });
});
