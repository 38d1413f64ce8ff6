import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach, describe, expect, it } from '@jest/globals';
import { createEngine } from '@jobwire/queue';
import { appError, createEvents, createKeyRing, loadConfig } from '@jobwire/runtime';
import { createStops, engines, type EventSpy, spyEvents, testDatabase } from '@jobwire/testing';
import { type Request, Router } from 'express';

import { askOnce } from '../auth/ask-once.ts';
import type { Caller, Gatekeeper } from '../auth/caller.ts';
import { createApp, jsonBody } from '../http/app.ts';
import { createAddressOf, trustOf } from '../http/client-address.ts';
import { createHttpServer } from '../http/server.ts';
import { rawRequest } from '../http/testing/raw-request.ts';
import { rateLimits } from './rate-limits.ts';

interface Limited {
  port: number;
  spy: EventSpy;
  /** How often a caller was looked up. */
  lookups(): number;
  /** How many bodies a route has read. */
  bodies(): number;
  post(path: string, headers?: Record<string, string>): Promise<Response>;
  get(path: string, token?: string, headers?: Record<string, string>): Promise<Response>;
}

const stops = createStops();
afterEach(() => stops.stopAll());

/** A proxy that is trusted, so that a test can come from many addresses. */
const from = (address: string): Record<string, string> => ({ 'x-forwarded-for': address });

/** Bearer `user-<id>` and `key-<id>` are valid, `ticket` is a stranger's, everything else is not valid. */
function callerOf(request: Request): Promise<Caller> {
  const token = /^Bearer (.+)$/.exec(request.get('authorization') ?? '')?.[1];
  const [, kind, id] = /^(user|key)-(\w+)$/.exec(token ?? '') ?? [];
  if (id && kind === 'key') return Promise.resolve({ kind, keyId: id, jobs: [] });
  if (id && kind === 'user') return Promise.resolve({ kind, userId: id, sessionId: id });
  if (token === undefined || token === 'ticket') return Promise.resolve({ kind: 'anonymous' });
  return Promise.reject(appError('UNAUTHENTICATED'));
}

/** Servers of one test count together, as processes on one engine do. */
async function limitedServers(
  servers: { redisUrl?: string | undefined; directUrl: string },
  env: Record<string, string> = {},
): Promise<Limited> {
  const events = createEvents();
  const spy = spyEvents(events);
  const engine = createEngine(
    { redisUrl: servers.redisUrl, directUrl: servers.directUrl },
    { names: [], process: 'test', emit: events.emit, limitPatienceMs: 10_000 },
  );
  stops.add({ stop: () => engine.close() });
  await engine.prepare();
  const config = loadConfig({
    NODE_ENV: 'test',
    TRUSTED_PROXIES: 'loopback',
    RATE_UPLOADS_PER_IP: '3/m',
    RATE_REQUESTS_PER_IP: '5/m',
    RATE_REQUESTS_PER_CALLER: '7/m',
    ...env,
  });
  let [lookups, bodies] = [0, 0];
  const gatekeeper = askOnce({
    callerOf(request: Request) {
      lookups += 1;
      return callerOf(request);
    },
  } as Gatekeeper);
  const trust = trustOf(config.TRUSTED_PROXIES);
  const options = { gatekeeper, keys: createKeyRing('k'.repeat(32)), config, emit: events.emit };
  const accepted = Router();
  for (const path of ['/register', '/sign-in', '/verify', '/refresh', '/upload-image', '/jobs']) {
    accepted.post(path, jsonBody(), (_request, response) => {
      bodies += 1;
      response.json({});
    });
  }
  accepted.get('/me', async (request, response) => void response.json(await gatekeeper.callerOf(request)));
  const routers = [
    Router().get('/livez', (_request, response) => void response.json({})),
    rateLimits({ ...options, engine, addressOf: createAddressOf(trust) }),
    accepted,
  ];
  const server: Server = createHttpServer(createApp(routers, events.emit, { trust })).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.add({
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    port,
    spy,
    lookups: () => lookups,
    bodies: () => bodies,
    post: (path, headers = {}) =>
      fetch(`${url}${path}`, {
        method: 'POST',
        body: '{}',
        headers: { 'content-type': 'application/json', ...headers },
      }),
    get: (path, token, headers = {}) =>
      fetch(`${url}${path}`, { headers: { ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers } }),
  };
}

const repeat = async (times: number, ask: () => Promise<Response>): Promise<number[]> => {
  const statuses: number[] = [];
  for (let time = 0; time < times; time += 1) statuses.push((await ask()).status);
  return statuses;
};
const times = (count: number, status: number): number[] => Array<number>(count).fill(status);

describe.each(engines)('rate limits of routes on $kind', ({ start }) => {
  const startLimited = async (env?: Record<string, string>): Promise<Limited[]> => {
    const { redisUrl } = stops.add(await start());
    const { url: directUrl } = stops.add(await testDatabase());
    return [await limitedServers({ redisUrl, directUrl }, env), await limitedServers({ redisUrl, directUrl }, env)];
  };

  it('refuse the 21st registration of an address in a minute, whichever process it asks', async () => {
    const [here, there] = await startLimited();
    if (!here || !there) throw new Error('There is no server');
    expect(await repeat(10, () => here.post('/register'))).toEqual(times(10, 200));
    expect(await repeat(10, () => there.post('/api/v1/register'))).toEqual(times(10, 200));
    for (const server of [here, there]) {
      const refused = await server.post('/register');
      expect([refused.status, refused.headers.get('content-type')]).toEqual([
        429,
        'application/problem+json; charset=utf-8',
      ]);
      expect(await refused.json()).toMatchObject({ code: 'TOO_MANY_REQUESTS', retryable: true });
      const retryAfter = Number(refused.headers.get('retry-after'));
      expect([retryAfter >= 1, retryAfter <= 60]).toEqual([true, true]);
      expect(refused.headers.get('ratelimit')).toBe(`"accounts";r=0;t=${retryAfter}`);
    }
    expect([here.bodies(), there.bodies()]).toEqual([10, 10]);
    expect(here.spy.named('request.limited').map(({ facts }) => facts['policy'])).toEqual(['accounts']);
  });

  it('tell what is left', async () => {
    const [server] = await startLimited();
    const answer = await server?.post('/register');
    expect(answer?.headers.get('ratelimit-policy')).toBe('"accounts";q=20;w=60');
    expect(answer?.headers.get('ratelimit')).toMatch(/^"accounts";r=19;t=(60|5\d)$/);
    expect((await server?.get('/me'))?.headers.get('ratelimit')).toMatch(/^"requests";r=4;t=/);
    expect((await server?.get('/me', 'user-ada'))?.headers.get('ratelimit')).toMatch(/^"caller";r=6;t=/);
  });

  it('count addresses apart, but all of an IPv6 network as one', async () => {
    const [server] = await startLimited({ RATE_ACCOUNTS_PER_IP: '2/m' });
    if (!server) throw new Error('There is no server');
    expect(await repeat(3, () => server.post('/register', from('198.51.100.1')))).toEqual([200, 200, 429]);
    expect(await repeat(1, () => server.post('/register', from('198.51.100.2')))).toEqual([200]);
    let host = 0;
    const next = (): Promise<Response> => server.post('/register', from(`2001:db8:1:2::${(host += 1)}`));
    expect(await repeat(3, next)).toEqual([200, 200, 429]);
    expect(await repeat(1, () => server.post('/register', from('2001:db8:1:3::1')))).toEqual([200]);
    expect(await repeat(1, () => server.post('/register', from('::ffff:198.51.100.1')))).toEqual([429]);
  });

  it('count each way into an account by itself, however its path is written', async () => {
    const [server] = await startLimited({ RATE_ACCOUNTS_PER_IP: '2/m' });
    if (!server) throw new Error('There is no server');
    for (const path of ['/register', '/sign-in', '/verify', '/refresh']) {
      expect(await repeat(2, () => server.post(path))).toEqual([200, 200]);
      for (const spelling of [path, `${path}/`, path.toUpperCase(), `/api/v1${path}`, `${path}?x=1`]) {
        expect([spelling, (await server.post(spelling)).status]).toEqual([spelling, 429]);
      }
    }
  });
});

describe('a request that is counted', () => {
  const startOne = async (env?: Record<string, string>): Promise<Limited> => {
    const { url } = stops.add(await testDatabase());
    return limitedServers({ directUrl: url }, env);
  };

  it('is counted once, also when no route takes it', async () => {
    const server = await startOne();
    expect(await repeat(6, () => server.get('/nothing'))).toEqual([...times(5, 404), 429]);
    expect(await repeat(1, () => server.get('/livez'))).toEqual([200]);
  });

  it('is counted for uploads by the address, whoever sends it', async () => {
    const server = await startOne();
    const upload = (token: string): Promise<Response> =>
      server.post('/upload-image', { authorization: `Bearer ${token}` });
    expect(await repeat(2, () => upload('user-ada'))).toEqual([200, 200]);
    expect(await repeat(2, () => upload('key-1'))).toEqual([200, 429]);
  });

  it('is counted for users and keys wherever they come from, beside the strangers of their address', async () => {
    const server = await startOne();
    expect(await repeat(6, () => server.get('/me'))).toEqual([...times(5, 200), 429]);
    expect(await repeat(1, () => server.get('/me', 'ticket'))).toEqual([429]);
    expect(await repeat(4, () => server.get('/me', 'user-ada'))).toEqual(times(4, 200));
    expect(await repeat(4, () => server.get('/me', 'user-ada', from('198.51.100.7')))).toEqual([200, 200, 200, 429]);
    expect(await repeat(1, () => server.get('/me', 'user-bob'))).toEqual([200]);
    expect(await repeat(8, () => server.get('/me', 'key-1'))).toEqual([...times(7, 200), 429]);
  });

  it('looks its caller up once', async () => {
    const server = await startOne();
    await server.get('/me', 'user-ada');
    expect(server.lookups()).toBe(1);
    expect(await repeat(1, () => server.get('/me'))).toEqual([200]);
  });

  it('is the address’s with a token that is not valid, and then no more of them are looked up', async () => {
    const server = await startOne();
    let guess = 0;
    const guessed = (): Promise<Response> => server.get('/me', `guess-${(guess += 1)}`);
    expect(await repeat(20, guessed)).toEqual([...times(5, 401), ...times(15, 429)]);
    expect(server.lookups()).toBe(6);
    expect(await repeat(1, () => server.get('/me'))).toEqual([429]);
    const refused = await server.get('/me', 'user-ada');
    expect([refused.status, Number(refused.headers.get('retry-after')) >= 1]).toEqual([429, true]);
    expect(await repeat(1, () => server.get('/me', 'user-ada', from('198.51.100.7')))).toEqual([200]);
  });

  it('cannot choose by whom it is counted when no proxy is trusted', async () => {
    const server = await startOne({ TRUSTED_PROXIES: '' });
    let host = 0;
    const spoofed = (): Promise<Response> => server.get('/me', undefined, from(`6.6.6.${(host += 1)}, garbage`));
    expect(await repeat(6, spoofed)).toEqual([...times(5, 200), 429]);
  });

  it('is refused before its body has come, and the connection ends', async () => {
    const server = await startOne({ RATE_ACCOUNTS_PER_IP: '1/m' });
    await server.post('/register');
    const head =
      'POST /register HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n';
    expect((await rawRequest(server.port, head, '{"email":"')).status).toBe(429);
    expect(server.bodies()).toBe(1);
  });

  it('is free when limits are off', async () => {
    const server = await startOne({ RATE_LIMITS: 'off' });
    expect(await repeat(30, () => server.post('/register'))).toEqual(times(30, 200));
    expect((await server.post('/register')).headers.get('ratelimit')).toBeNull();
  });
});
