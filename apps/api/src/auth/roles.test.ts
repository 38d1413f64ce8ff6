import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { type IdentityServer, identityServer, type Visitor } from './testing/identity-server.ts';

let server: IdentityServer;

beforeAll(async () => {
  server = await identityServer({ env: { ADMIN_EMAILS: 'Olga@example.com, vera@example.com:viewer' } });
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.db.query('TRUNCATE users, email_messages, verification_tokens, sessions, audit_log CASCADE');
});

const origin = 'http://jobwire.test';
const callerOf = ({ accessToken }: Visitor) => server.gatekeeper.callerOfToken(accessToken);
const visit = ({ cookie }: Visitor, method = 'GET', headers: Record<string, string> = { origin }): Promise<Response> =>
  server.ask(method, '/admin/queues', undefined, { cookie, ...headers });
const roleOf = async ({ accessToken }: Visitor): Promise<unknown> =>
  (await server.ask('GET', '/me', accessToken)).json();

describe('an address in ADMIN_EMAILS', () => {
  it('makes its user an operator or a viewer, and nobody else', async () => {
    const olga = await server.signUp('olga@example.com');
    const vera = await server.signUp('Vera@EXAMPLE.com');
    const ada = await server.signUp('ada@example.com');
    expect(await callerOf(olga)).toMatchObject({ kind: 'admin', role: 'operator', userId: olga.userId });
    expect(await callerOf(vera)).toMatchObject({ kind: 'admin', role: 'viewer', userId: vera.userId });
    expect(await callerOf(ada)).toMatchObject({ kind: 'user' });
    expect(await roleOf(olga)).toMatchObject({ role: 'operator' });
    expect(await roleOf(vera)).toMatchObject({ role: 'viewer' });
    expect(await roleOf(ada)).toMatchObject({ role: 'user' });
  });

  it('opens the administrators’ pages with the cookie of a sign-in', async () => {
    const olga = await server.signUp('olga@example.com');
    expect((await visit(olga)).status).toBe(200);
    expect((await visit(olga, 'PUT')).status).toBe(200);
    expect((await visit(olga, 'PUT', {})).status).toBe(403);
    expect((await visit(olga, 'PUT', { origin: 'http://evil.test' })).status).toBe(403);
    const bob = await server.signUp('bob@example.com');
    expect((await visit(bob)).status).toBe(401);
  });

  it('lets a viewer look, and change nothing', async () => {
    const vera = await server.signUp('vera@example.com');
    expect((await visit(vera)).status).toBe(200);
    for (const method of ['PUT', 'POST', 'PATCH', 'DELETE']) expect((await visit(vera, method)).status).toBe(403);
  });

  it('gives nothing while nobody has shown that the address is theirs', async () => {
    const olga = await server.signUp('olga@example.com');
    await server.db.query('UPDATE users SET verified_at = NULL');
    expect(await callerOf(olga)).toMatchObject({ kind: 'user' });
    expect((await visit(olga)).status).toBe(401);
  });

  it('counts from the next request on when it changes', async () => {
    const ada = await server.signUp('ada@example.com');
    await server.db.query(`UPDATE users SET email_key = 'vera@example.com'`);
    expect(await callerOf(ada)).toMatchObject({ kind: 'admin', role: 'viewer' });
    expect((await visit(ada, 'PUT')).status).toBe(403);
    await server.db.query(`UPDATE users SET email_key = 'olga@example.com'`);
    expect((await visit(ada, 'PUT')).status).toBe(200);
    await server.db.query(`UPDATE users SET email_key = 'ada@example.com'`);
    expect(await callerOf(ada)).toMatchObject({ kind: 'user' });
    expect((await visit(ada)).status).toBe(401);
  });

  it('is told on the page that keeps others out', async () => {
    const response = await server.ask('GET', '/admin/queues', undefined, { accept: 'text/html' });
    expect(response.status).toBe(401);
    const html = await response.text();
    expect(html).toContain('npm run admin-link');
    expect(html).toContain('ADMIN_EMAILS');
  });
});

describe('the cookie of a session', () => {
  it('is a new one after each sign-in, whatever the browser brought along', async () => {
    const planted = `jobwire=${'x'.repeat(43)}.${'y'.repeat(43)}`;
    const ada = await server.signUp('ada@example.com', { cookie: planted });
    expect(ada.cookie).not.toBe(planted);
    expect(await server.count(`sessions WHERE family_hash = encode(sha256('${'x'.repeat(43)}'), 'hex')`)).toBe(0);
    await server.post('/sign-in', { email: 'ada@example.com' });
    const token = await server.tokenFor('ada@example.com');
    const again = await server.post('/verify', { token }, { cookie: ada.cookie });
    const [family] = (again.headers.getSetCookie()[0] ?? '').split('.');
    expect(family).not.toBe(ada.cookie.split('.')[0]);
    expect(await server.count('sessions')).toBe(2);
  });

  it('opens the administrators’ pages also after it was renewed', async () => {
    const olga = await server.signUp('olga@example.com');
    const renewed = await server.ask('POST', '/refresh', undefined, { cookie: olga.cookie, origin });
    const cookie = renewed.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    expect((await visit({ ...olga, cookie })).status).toBe(200);
    expect((await visit(olga)).status).toBe(200);
    server.clock.advance(31_000);
    expect((await visit({ ...olga, cookie })).status).toBe(200);
    expect((await visit(olga)).status).toBe(401);
    server.clock.advance(-31_000);
  });

  it('is __Host- and Secure under TLS', async () => {
    const secure = await identityServer({ env: { PUBLIC_URL: 'https://jobwire.example' } });
    try {
      await secure.post('/register', { email: 'ada@example.com' });
      const response = await secure.post('/verify', { token: await secure.tokenFor('ada@example.com') });
      expect(response.headers.getSetCookie()).toEqual([
        expect.stringMatching(
          /^__Host-jobwire=[\w-]{43}\.[\w-]{43}; Path=\/; Max-Age=2592000; HttpOnly; SameSite=Strict; Secure$/,
        ),
      ]);
    } finally {
      await secure.stop();
    }
  });
});
