import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { appError, sha256, systemClock } from '@jobwire/runtime';
import { createStops, type TestDatabase, testDatabase } from '@jobwire/testing';

import type { Caller } from '../auth/caller.ts';
import { createApp } from '../http/app.ts';
import { suppressionRoutes } from './suppression-routes.ts';

const operatorId = '0198c7a4-1111-7000-8000-000000000001';
const callers: Record<string, Caller> = {
  operator: { kind: 'admin', role: 'operator', userId: operatorId, sessionId: operatorId },
  viewer: { kind: 'admin', role: 'viewer', userId: operatorId, sessionId: operatorId },
  user: { kind: 'user', userId: operatorId, sessionId: operatorId },
  key: { kind: 'key', keyId: operatorId, jobs: ['*'] },
};

const stops = createStops();
let database: TestDatabase;
let url: string;

beforeAll(async () => {
  database = stops.add(await testDatabase());
  const gatekeeper = {
    callerOf: async (request: { get(name: string): string | undefined }): Promise<Caller> => {
      const token = request.get('authorization')?.replace('Bearer ', '');
      if (token === undefined) return { kind: 'anonymous' };
      const caller = callers[token];
      if (!caller) throw appError('UNAUTHENTICATED');
      return caller;
    },
  };
  const routes = [suppressionRoutes({ db: database.db, gatekeeper, clock: systemClock() })];
  const server = createServer(createApp(routes, () => undefined)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.add({
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => stops.stopAll());
beforeEach(async () => {
  await database.db.query('TRUNCATE suppressions, audit_log');
  await database.db.query(
    `INSERT INTO suppressions (email_key, reason, reply, expires_at) VALUES
       ('ada@example.com', 'hard_bounce', '550 5.1.1 no such user', now() + interval '1 day'),
       ('bob@example.com', 'manual', NULL, NULL),
       ('carl/ops@xn--bcher-kva.example', 'manual', NULL, NULL),
       ('gone@example.com', 'hard_bounce', NULL, now() - interval '1 day')`,
  );
});

const ask = (path: string, token?: string, method = 'GET'): Promise<Response> =>
  fetch(`${url}${path}`, { method, headers: token === undefined ? {} : { authorization: `Bearer ${token}` } });
interface Page {
  suppressions: { address: string; reason: string; reply?: string; expiresAt?: string }[];
  next: string | null;
}
const page = async (path: string): Promise<Page> => (await (await ask(path, 'viewer')).json()) as Page;
const left = async (): Promise<string[]> =>
  (await database.db.query<{ email_key: string }>('SELECT email_key FROM suppressions ORDER BY 1')).map(
    ({ email_key }) => email_key,
  );
const audited = (): Promise<unknown[]> =>
  database.db.query('SELECT actor_kind, actor_id, action, subject, data FROM audit_log');

describe('the addresses that no mail goes to', () => {
  it('are shown to both kinds of administrators, without what has expired', async () => {
    const { suppressions, next } = await page('/suppressions');
    expect(next).toBeNull();
    expect(suppressions.map(({ address }) => address)).toEqual([
      'ada@example.com',
      'bob@example.com',
      'carl/ops@xn--bcher-kva.example',
    ]);
    expect(suppressions[0]).toMatchObject({ reason: 'hard_bounce', reply: '550 5.1.1 no such user' });
    expect(suppressions[0]?.expiresAt).toMatch(/Z$/);
    expect((await ask('/suppressions', 'operator')).status).toBe(200);
  });

  it('come in pages that lead to each other', async () => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const after: string = next === '' ? '' : `&after=${encodeURIComponent(next)}`;
      const one = await page(`/suppressions?limit=1${after}`);
      expect(one.suppressions).toHaveLength(1);
      seen.push(...one.suppressions.map(({ address }) => address));
      next = one.next;
    }
    expect(seen).toHaveLength(3);
    expect(new Set(seen).size).toBe(3);
  });

  it.each(['limit=0', 'limit=101', 'limit=x', 'limit=1&limit=2', 'after=nonsense', 'after=%00', 'offset=1'])(
    'are not paged by %s',
    async (query) => {
      const response = await ask(`/suppressions?${query}`, 'viewer');
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ code: 'INVALID_INPUT' });
    },
  );

  it.each(['GET /suppressions', 'DELETE /suppressions/ada%40example.com'])(
    'are nobody else’s business: %s',
    async (route) => {
      const [method = '', path = ''] = route.split(' ');
      expect((await ask(path, undefined, method)).status).toBe(401);
      expect((await ask(path, 'forged', method)).status).toBe(401);
      expect((await ask(path, 'user', method)).status).toBe(403);
      expect((await ask(path, 'key', method)).status).toBe(403);
      expect(await left()).toHaveLength(4);
    },
  );
});

describe('lifting a suppression', () => {
  it('is for operators, once, in whatever spelling, and is audited without the address', async () => {
    expect((await ask('/suppressions/ADA%40Example.com', 'viewer', 'DELETE')).status).toBe(403);
    expect((await ask('/suppressions/ADA%40Example.com', 'operator', 'DELETE')).status).toBe(204);
    expect((await ask('/suppressions/ada%40example.com', 'operator', 'DELETE')).status).toBe(404);
    expect(await left()).not.toContain('ada@example.com');
    expect(await audited()).toEqual([
      {
        actor_kind: 'admin',
        actor_id: operatorId,
        action: 'suppression.lifted',
        subject: sha256('ada@example.com'),
        data: {},
      },
    ]);
  });

  it('finds addresses with a slash and with a domain in another script', async () => {
    const address = encodeURIComponent('Carl/ops@BÜCHER.example');
    expect((await ask(`/suppressions/${address}`, 'operator', 'DELETE')).status).toBe(204);
    expect(await left()).not.toContain('carl/ops@xn--bcher-kva.example');
  });

  it.each([
    ['nobody%40example.com', 404],
    ['nonsense', 404],
    ['ada%40example.com%00', 404],
    ['%', 400],
  ])('of what there is not is refused: %s', async (address, status) => {
    expect((await ask(`/suppressions/${address}`, 'operator', 'DELETE')).status).toBe(status);
    expect(await left()).toHaveLength(4);
    expect(await audited()).toEqual([]);
  });
});
