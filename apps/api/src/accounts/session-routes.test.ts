import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { type IdentityServer, identityServer, type Visitor } from '../auth/testing/identity-server.ts';

let server: IdentityServer;
let ada: Visitor;
let phone: Visitor;
let bob: Visitor;

beforeAll(async () => {
  server = await identityServer();
});
afterAll(() => server.stop());
beforeEach(async () => {
  await server.db.query('TRUNCATE users, email_messages, verification_tokens, sessions, audit_log CASCADE');
  ada = await server.signUp('ada@example.com', { 'user-agent': 'Firefox' });
  await server.post('/sign-in', { email: 'ada@example.com' });
  const response = await server.post(
    '/verify',
    { token: await server.tokenFor('ada@example.com') },
    { 'user-agent': 'a phone'.padEnd(300, '!') },
  );
  const { accessToken } = z.object({ accessToken: z.string() }).parse(await response.json());
  phone = { ...ada, accessToken };
  bob = await server.signUp('bob@example.com');
});

const list = z.strictObject({
  sessions: z.array(
    z.strictObject({
      id: z.uuid(),
      createdAt: z.iso.datetime(),
      lastUsedAt: z.iso.datetime(),
      expiresAt: z.iso.datetime(),
      userAgent: z.string().nullable(),
      current: z.boolean(),
    }),
  ),
});
const sessionsOf = async ({ accessToken }: Visitor) =>
  list.parse(await (await server.ask('GET', '/sessions', accessToken)).json()).sessions;
const currentOf = async (visitor: Visitor): Promise<string> =>
  (await sessionsOf(visitor)).find(({ current }) => current)?.id ?? '';

describe('GET /sessions', () => {
  it('lists where somebody is signed in, and which one asks', async () => {
    const sessions = await sessionsOf(ada);
    expect(sessions).toHaveLength(2);
    expect(sessions.find(({ current }) => current)?.userAgent).toBe('Firefox');
    expect(sessions.find(({ current }) => !current)?.userAgent).toBe('a phone'.padEnd(200, '!'));
  });

  it('notes the last use, once a minute at most', async () => {
    const used = async () => (await sessionsOf(ada)).find(({ current }) => current)?.lastUsedAt;
    const first = await used();
    server.clock.advance(59_000);
    expect(await used()).toBe(first);
    server.clock.advance(2_000);
    // The list is read by the request after the one that notes its use.
    await used();
    expect(await used()).not.toBe(first);
    server.clock.advance(-61_000);
  });

  it('is for people who are signed in', async () => {
    expect((await server.ask('GET', '/sessions')).status).toBe(401);
    expect((await server.ask('GET', '/sessions', undefined, { cookie: ada.cookie })).status).toBe(401);
  });
});

describe('DELETE /sessions/:id', () => {
  it('ends another session of the same user at once, which is gone from the list', async () => {
    expect((await server.ask('DELETE', `/sessions/${await currentOf(phone)}`, ada.accessToken)).status).toBe(204);
    expect((await server.ask('GET', '/me', phone.accessToken)).status).toBe(401);
    expect(await sessionsOf(ada)).toHaveLength(1);
    expect(await server.count(`audit_log WHERE action = 'session.revoked'`)).toBe(1);
  });

  it('ends the session that asks', async () => {
    expect((await server.ask('DELETE', `/sessions/${await currentOf(ada)}`, ada.accessToken)).status).toBe(204);
    expect((await server.ask('GET', '/me', ada.accessToken)).status).toBe(401);
  });

  it('does not tell a foreign session from one that does not exist, and touches neither', async () => {
    const foreign = await currentOf(bob);
    for (const id of [foreign, '0198f3a1-0000-7000-8000-000000000000', 'nonsense']) {
      const response = await server.ask('DELETE', `/sessions/${id}`, ada.accessToken);
      expect(response.status).toBe(404);
      expect(await response.json()).toMatchObject({ code: 'NOT_FOUND' });
    }
    expect((await server.ask('GET', '/me', bob.accessToken)).status).toBe(200);
  });

  it('is 404 for one that has ended', async () => {
    const id = await currentOf(phone);
    await server.ask('DELETE', `/sessions/${id}`, ada.accessToken);
    expect((await server.ask('DELETE', `/sessions/${id}`, ada.accessToken)).status).toBe(404);
  });
});

it.each([
  ['PUT', '/me', 'GET, HEAD, DELETE'],
  ['POST', '/me', 'GET, HEAD, DELETE'],
  ['GET', '/sign-in', 'POST'],
  ['GET', '/refresh', 'POST'],
  ['GET', '/sign-out', 'POST'],
  ['GET', '/register', 'POST'],
  ['DELETE', '/verify', 'GET, HEAD, POST'],
  ['POST', '/sessions', 'GET, HEAD'],
  ['GET', '/sessions/0198f3a1-0000-7000-8000-000000000000', 'DELETE'],
])('there is no %s %s', async (method, path, allow) => {
  for (const prefix of ['', '/api/v1']) {
    const response = await server.ask(method, `${prefix}${path}`, ada.accessToken, { origin: 'http://jobwire.test' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
  }
  expect((await server.ask('GET', '/me', ada.accessToken)).status).toBe(200);
});
