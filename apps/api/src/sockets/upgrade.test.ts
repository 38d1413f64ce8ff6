import { type IncomingMessage, request } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { holderOf } from '../http/client-address.ts';
import { type LiveSystem, startLiveSystem } from './testing/live-system.ts';
import { openTestSocket } from './testing/test-socket.ts';

const handshake = {
  Connection: 'Upgrade',
  Upgrade: 'websocket',
  'Sec-WebSocket-Version': '13',
  'Sec-WebSocket-Key': 'dGhlIHNhbXBsZSBub25jZQ==',
};

/** Ask for a socket and return the answer that came instead, or 101. */
function upgrade(
  url: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ status: number; headers: IncomingMessage['headers']; body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, headers: { ...handshake, ...headers } });
    asked.on('response', async (response) => {
      let body = '';
      for await (const chunk of response) body += String(chunk);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
    });
    asked.on('upgrade', (response, socket) => {
      socket.on('error', () => undefined);
      socket.destroy();
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: '' });
    });
    asked.on('error', reject);
    asked.end();
  });
}

describe('the upgrade', () => {
  let system: LiveSystem;
  let url: string;
  beforeAll(async () => {
    system = await startLiveSystem({
      config: { CORS_ORIGINS: ['https://friends.example'], SOCKETS_PER_IP: 3, SOCKETS_PER_USER: 1 },
    });
    url = `${system.url}/ws`;
  });
  afterAll(() => system.stop());

  it.each([
    [undefined, 101],
    ['https://jobs.example', 101],
    ['https://friends.example', 101],
    ['https://evil.example', 403],
    ['https://jobs.example.evil.example', 403],
    ['https://evil-jobs.example', 403],
    ['http://jobs.example', 403],
    ['http://localhost:3000', 403],
    ['null', 403],
    ['', 403],
  ])('from the origin %p answers %i', async (origin, status) => {
    expect((await upgrade(url, origin === undefined ? {} : { Origin: origin })).status).toBe(status);
  });

  it('refuses with a problem document', async () => {
    const { status, headers, body } = await upgrade(url, { Origin: 'https://evil.example' });
    expect([status, headers['content-type']]).toEqual([403, 'application/problem+json']);
    expect(JSON.parse(body)).toMatchObject({ code: 'FORBIDDEN', status: 403, type: '/problems/forbidden' });
  });

  it.each([
    ['another path', '/socket', {}, 404],
    ['the path under /api/v1', '/api/v1/ws', {}, 101],
    ['a token in the address', '/ws?token=secret', {}, 400],
    ['a ticket in the address', '/ws?ticket=secret', {}, 400],
    ['another query', '/ws?x=1', {}, 101],
    ['another subprotocol', '/ws', { 'Sec-WebSocket-Protocol': 'graphql-ws' }, 400],
    ['ours among others', '/ws', { 'Sec-WebSocket-Protocol': 'other, jobwire.v1' }, 101],
    ['another version', '/ws', { 'Sec-WebSocket-Version': '7' }, 400],
    ['a bad key', '/ws', { 'Sec-WebSocket-Key': 'short' }, 400],
  ])('with %s answers as documented', async (_what, path, headers, status) => {
    expect((await upgrade(`${system.url}${path}`, headers)).status).toBe(status);
  });

  it('refuses another method, and a plain GET is told to upgrade', async () => {
    expect((await upgrade(url, {}, 'POST')).status).toBe(405);
    const plain = await fetch(url);
    expect([plain.status, plain.headers.get('upgrade')]).toEqual([426, 'websocket']);
  });

  it('never negotiates compression', async () => {
    const { status, headers } = await upgrade(url, { 'Sec-WebSocket-Extensions': 'permessage-deflate' });
    expect([status, headers['sec-websocket-extensions']]).toEqual([101, undefined]);
  });

  it('caps the sockets of an address, and failed handshakes take no place', async () => {
    for (let failed = 0; failed < 5; failed += 1) await upgrade(url, { 'Sec-WebSocket-Key': 'short' });
    while (system.door.sockets > 0) await new Promise((resolve) => void setImmediate(resolve));
    const sockets = [];
    for (let count = 0; count < 3; count += 1) sockets.push(await openTestSocket(system.socketUrl));
    const refused = await upgrade(url);
    expect([refused.status, refused.headers['retry-after']]).toEqual([429, '10']);
    for (const socket of sockets) await socket.close();
    while (system.door.sockets > 0) await new Promise((resolve) => void setImmediate(resolve));
    await (await openTestSocket(system.socketUrl)).close();
  });

  it('caps the sockets of a user, and gives the place back', async () => {
    const first = await openTestSocket(system.socketUrl);
    await first.ask('hello', { token: system.tokenOf('ada') });
    const second = await openTestSocket(system.socketUrl);
    expect((await second.ask('hello', { token: system.tokenOf('ada') }))['error']).toMatchObject({
      code: 'TOO_MANY_SOCKETS',
    });
    expect(await second.closed).toBe(4008);
    await first.close();
    while (system.door.sockets > 0) await new Promise((resolve) => void setImmediate(resolve));
    const third = await openTestSocket(system.socketUrl);
    expect((await third.ask('hello', { token: system.tokenOf('ada') }))['ok']).toMatchObject({ user: 'ada' });
    await third.close();
  });
});

describe('a door that is set up differently', () => {
  it('lets every page of this machine in while developing', async () => {
    const system = await startLiveSystem({ config: { NODE_ENV: 'development' } });
    for (const origin of ['http://localhost:5173', 'http://127.0.0.1:9', 'http://[::1]:80']) {
      expect((await upgrade(`${system.url}/ws`, { Origin: origin })).status).toBe(101);
    }
    expect((await upgrade(`${system.url}/ws`, { Origin: 'http://localhost.evil.example' })).status).toBe(403);
    await system.stop();
  });

  it('lifts the caps when rate limits are off, and answers 503 when it is full', async () => {
    const free = await startLiveSystem({ config: { RATE_LIMITS: false, SOCKETS_PER_IP: 1 } });
    const sockets = [await openTestSocket(free.socketUrl), await openTestSocket(free.socketUrl)];
    expect(free.door.sockets).toBe(sockets.length);
    await free.stop();
    const full = await startLiveSystem({ limits: { total: 1 } });
    const only = await openTestSocket(full.socketUrl);
    expect((await upgrade(`${full.url}/ws`)).status).toBe(503);
    await only.close();
    await full.stop();
  });

  it('caps the sockets of whom a trusted proxy names, and of the connection otherwise', async () => {
    const named = (address: string): Record<string, string> => ({ 'X-Forwarded-For': `6.6.6.6, ${address}` });
    const behind = await startLiveSystem({ config: { SOCKETS_PER_IP: 1 }, trustedProxies: ['loopback'] });
    const first = await openTestSocket(behind.socketUrl, { headers: named('198.51.100.1') });
    expect((await upgrade(`${behind.url}/ws`, named('198.51.100.1'))).status).toBe(429);
    expect((await upgrade(`${behind.url}/ws`, named('198.51.100.2'))).status).toBe(101);
    await first.close();
    await behind.stop();
    const open = await startLiveSystem({ config: { SOCKETS_PER_IP: 1 } });
    const only = await openTestSocket(open.socketUrl, { headers: named('198.51.100.1') });
    expect((await upgrade(`${open.url}/ws`, named('198.51.100.2'))).status).toBe(429);
    await only.close();
    await open.stop();
  });

  it('announces its stop, closes every socket with 4200 and lets nobody in', async () => {
    const system = await startLiveSystem();
    const job = await system.newJob();
    const sockets = [];
    for (let count = 0; count < 5; count += 1) {
      const socket = await openTestSocket(system.socketUrl);
      await socket.ask('hello');
      await socket.ask('sub', { ch: job.channel, ticket: job.ticket });
      sockets.push(socket);
    }
    const drained = system.door.drain();
    const refused = await upgrade(`${system.url}/ws`);
    expect([refused.status, refused.headers['retry-after']]).toEqual([503, '1']);
    await drained;
    for (const socket of sockets) {
      expect(await socket.closed).toBe(4200);
      expect(socket.frames.at(-1)).toMatchObject({ t: 'goaway', reconnectInMs: expect.any(Number) });
    }
    expect([system.door.sockets, system.bus.watched.length]).toEqual([0, 0]);
    await system.stop();
  });
});

describe('who is counted', () => {
  it.each([
    ['203.0.113.9', '203.0.113.9'],
    ['::ffff:203.0.113.9', '203.0.113.9'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:db8:1:2::9', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
  ])('%s is %s', (address, holder) => {
    expect(holderOf(address)).toBe(holder);
  });
});
