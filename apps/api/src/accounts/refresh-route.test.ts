import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { makeAdminLink } from '@jobwire/db';
import { z } from 'zod';

import { cookieOf, type IdentityServer, identityServer, type Visitor } from '../auth/testing/identity-server.ts';

let server: IdentityServer;
let ada: Visitor;
let address = 0;

const origin = 'http://jobwire.test';
const second = 1_000;

beforeAll(async () => {
  server = await identityServer({ env: { CORS_ORIGINS: 'http://console.test' } });
});
afterAll(() => server.stop());
beforeEach(async () => {
  address += 1;
  await server.db.query('TRUNCATE audit_log');
  ada = await server.signUp(`ada${address}@example.com`);
});

const refresh = (cookie: string, headers: Record<string, string> = { origin }): Promise<Response> =>
  server.ask('POST', '/refresh', undefined, { cookie, ...headers });
const access = z.object({ accessToken: z.string(), user: z.object({ id: z.string(), role: z.string() }).nullable() });
const accessOf = async (response: Response) => access.parse(await response.json());
const auditOf = (action: string) => server.count(`audit_log WHERE action = '${action}'`);
const later = async (ms: number, work: () => Promise<void>): Promise<void> => {
  server.clock.advance(ms);
  try {
    await work();
  } finally {
    server.clock.advance(-ms);
  }
};

describe('POST /refresh', () => {
  it('gives an access token and the next cookie, which has another token of the same family', async () => {
    const response = await refresh(ada.cookie);
    const body = await accessOf(response);
    expect(response.status).toBe(200);
    expect(body.user).toMatchObject({ id: ada.userId, role: 'user' });
    expect((await server.ask('GET', '/me', body.accessToken)).status).toBe(200);
    const [family, token] = cookieOf(response).split('.');
    const [oldFamily, oldToken] = ada.cookie.split('.');
    expect(family).toBe(oldFamily);
    expect(token).not.toBe(oldToken);
    expect(response.headers.getSetCookie()[0]).toMatch(/; Path=\/; Max-Age=25919\d\d; HttpOnly; SameSite=Strict$/);
  });

  it('does not make the session longer', async () => {
    await later(10 * 24 * 3_600 * second, async () => {
      const maxAge = /Max-Age=(\d+)/.exec((await refresh(ada.cookie)).headers.getSetCookie()[0] ?? '')?.[1];
      expect(Math.round(Number(maxAge) / 86_400)).toBe(20);
    });
    await later(30 * 24 * 3_600 * second, async () => expect((await refresh(ada.cookie)).status).toBe(401));
  });

  it('lets a second tab in with the cookie of before for 30 s, without changing it again', async () => {
    const next = cookieOf(await refresh(ada.cookie));
    await later(29 * second, async () => {
      const tab = await refresh(ada.cookie);
      expect(tab.status).toBe(200);
      expect(tab.headers.getSetCookie()).toEqual([]);
    });
    expect((await refresh(next)).status).toBe(200);
    expect(await auditOf('session.reused')).toBe(0);
  });

  it('renews once for parallel tabs, and lets all of them in', async () => {
    const rows = `sessions WHERE user_id = '${ada.userId}'`;
    const responses = await server.whileLocked(rows, 6, () =>
      Promise.all(Array.from({ length: 6 }, () => refresh(ada.cookie))),
    );
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([200]));
    expect(responses.filter((response) => response.headers.getSetCookie().length > 0)).toHaveLength(1);
  });

  it('ends the whole session when an older cookie comes back, because somebody has a copy', async () => {
    const next = cookieOf(await refresh(ada.cookie));
    await later(31 * second, async () => {
      const thief = await refresh(ada.cookie);
      expect(thief.status).toBe(401);
      expect(thief.headers.getSetCookie()[0]).toMatch(/^jobwire=; Path=\/; Max-Age=0; /);
      expect((await refresh(next)).status).toBe(401);
    });
    expect((await server.ask('GET', '/me', ada.accessToken)).status).toBe(401);
    expect(await auditOf('session.reused')).toBe(1);
  });

  it('ends it also for a cookie that is two renewals old, within the 30 s', async () => {
    const second_ = cookieOf(await refresh(ada.cookie));
    const third = cookieOf(await refresh(second_));
    expect((await refresh(ada.cookie)).status).toBe(401);
    expect((await refresh(third)).status).toBe(401);
  });

  it.each([
    ['another site', { origin: 'http://evil.test' }, 403],
    ['a site whose name begins alike', { origin: 'http://jobwire.test.evil.test' }, 403],
    ['no origin', {}, 403],
    ['a sandboxed page', { origin: 'null' }, 403],
    ['a text form', { origin, 'content-type': 'text/plain', 'content-length': '0' }, 200],
    ['an origin of CORS_ORIGINS', { origin: 'http://console.test' }, 200],
  ])('comes from its own pages: %s', async (_what, headers, status) => {
    const response = await refresh(ada.cookie, headers);
    expect(response.status).toBe(status);
    // A refusal has changed nothing: the cookie is still the newest.
    const changed = (await refresh(ada.cookie)).headers.getSetCookie().length === 0;
    expect(changed).toBe(status === 200);
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
    'takes no body of %s, which other sites could send',
    async (type) => {
      const response = await fetch(`${server.url}/refresh`, {
        method: 'POST',
        headers: { cookie: ada.cookie, origin, 'content-type': type },
        body: 'x=1',
      });
      expect(response.status).toBe(415);
      expect((await refresh(ada.cookie)).headers.getSetCookie()).toHaveLength(1);
    },
  );

  it.each([
    ['no cookie', () => ''],
    ['a cookie that cannot be one', () => 'jobwire=nonsense'],
    ['the right family with another token', () => `${ada.cookie.split('.')[0]}.${'x'.repeat(43)}`],
    ['another family', () => `jobwire=${'x'.repeat(43)}.${ada.cookie.split('.')[1]}`],
  ])('refuses %s', async (_what, cookie) => {
    expect((await refresh(cookie())).status).toBe(401);
  });

  it('gives the session of the one-time admin link the access of an operator, who is no user', async () => {
    const link = new URL(await makeAdminLink(server.db, origin, server.clock));
    const cookie = cookieOf(await server.postForm('/admin/enter', { token: link.searchParams.get('token') ?? '' }));
    const body = await accessOf(await refresh(cookie));
    expect(body.user).toBeNull();
    expect(await server.gatekeeper.callerOfToken(body.accessToken)).toMatchObject({
      kind: 'admin',
      role: 'operator',
      userId: null,
    });
    expect((await server.ask('GET', '/me', body.accessToken)).status).toBe(403);
    expect((await server.ask('GET', '/sessions', body.accessToken)).status).toBe(403);
  });
});

describe('POST /sign-out', () => {
  it('ends the session of the cookie at once, also for its access token, and clears the cookie', async () => {
    const response = await server.ask('POST', '/sign-out', undefined, { cookie: ada.cookie, origin });
    expect(response.status).toBe(204);
    expect(response.headers.getSetCookie()[0]).toMatch(/^jobwire=; Path=\/; Max-Age=0; HttpOnly; SameSite=Strict$/);
    expect((await server.ask('GET', '/me', ada.accessToken)).status).toBe(401);
    expect((await refresh(ada.cookie)).status).toBe(401);
    expect(await auditOf('session.revoked')).toBe(1);
    expect(await auditOf('session.reused')).toBe(0);
  });

  it('ends the session of an access token for programs without cookies', async () => {
    expect((await server.ask('POST', '/sign-out', ada.accessToken)).status).toBe(204);
    expect((await server.ask('GET', '/me', ada.accessToken)).status).toBe(401);
  });

  it('is content when nobody is signed in', async () => {
    expect((await server.ask('POST', '/sign-out', undefined, { origin })).status).toBe(204);
    expect(await auditOf('session.revoked')).toBe(0);
  });

  it.each([{ origin: 'http://evil.test' }, {}])('is refused from another site: %j', async (headers) => {
    const response = await server.ask('POST', '/sign-out', undefined, { cookie: ada.cookie, ...headers });
    expect(response.status).toBe(403);
    expect((await server.ask('GET', '/me', ada.accessToken)).status).toBe(200);
  });
});
