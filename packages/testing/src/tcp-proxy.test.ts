import { connect, createServer, type Server, type Socket } from 'node:net';

import { afterEach, beforeEach, expect, it } from '@jest/globals';

import { createSeen, eventually, type LeakCheck, leakCheck, tcpProxy, type TcpProxy } from './index.ts';

let echo: Server;
let proxy: TcpProxy;
const arrived = createSeen<string>();
let leaks: LeakCheck;

beforeEach(async () => {
  leaks = leakCheck();
  echo = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (data) => arrived.add(data.toString()));
    socket.pipe(socket);
  });
  await new Promise<void>((resolve) => echo.listen(0, '127.0.0.1', resolve));
  const address = echo.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  proxy = await tcpProxy(`tcp://127.0.0.1:${address.port}`);
});

afterEach(async () => {
  await proxy.stop();
  await new Promise((resolve) => echo.close(resolve));
  await leaks.expectNone();
});

/** A client that remembers what it got. */
function client() {
  const got = createSeen<string>();
  const socket: Socket = connect(proxy.port, '127.0.0.1');
  socket.on('data', (data) => got.add(data.toString()));
  socket.on('error', (error) => got.add(error.message));
  return { socket, got };
}

it('passes bytes in both directions, also late ones', async () => {
  const { socket, got } = client();
  socket.write('one');
  await got.waitFor('one', (text) => text === 'one');
  proxy.latency(30);
  const before = performance.now();
  socket.write('two');
  await got.waitFor('two', (text) => text === 'two');
  expect(performance.now() - before).toBeGreaterThanOrEqual(58);
  socket.destroy();
});

it('resets connections when it is cut, and serves new ones', async () => {
  const { socket, got } = client();
  socket.write('one');
  await got.waitFor('one', (text) => text === 'one');
  proxy.cut();
  await got.waitFor('a reset', (text) => text.includes('ECONNRESET'));
  const next = client();
  next.socket.write('again');
  await next.got.waitFor('again', (text) => text === 'again');
  next.socket.destroy();
  await eventually(() => expect(proxy.connections).toBe(0));
});

it('refuses connections until it accepts again, on the same port', async () => {
  await proxy.refuse();
  const refused = client();
  await refused.got.waitFor('a refusal', (text) => text.includes('ECONNREFUSED'));
  await proxy.accept();
  const { socket, got } = client();
  socket.write('back');
  await got.waitFor('back', (text) => text === 'back');
  expect(refused.got.items).not.toContain('back');
  socket.destroy();
});

it('holds bytes back in a black hole and lets them through later', async () => {
  const { socket, got } = client();
  socket.write('one');
  await got.waitFor('one', (text) => text === 'one');
  proxy.blackhole('down');
  socket.write('two');
  await arrived.waitFor('two at the server', (text) => text === 'two');
  expect(got.items).toEqual(['one']);
  proxy.restore();
  await got.waitFor('two', (text) => text === 'two');
  socket.destroy();
});
