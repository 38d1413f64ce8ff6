import { connect, type Socket } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { type LiveSystem, startLiveSystem } from './testing/live-system.ts';
import { openTestSocket, type TestSocket } from './testing/test-socket.ts';

/** Finish a handshake by hand, for frames that no library would send. */
async function rawSocket(system: LiveSystem): Promise<{ socket: Socket; closeCode: Promise<number | undefined> }> {
  const { port } = new URL(system.url);
  const socket = connect(Number(port), '127.0.0.1');
  const received: Buffer[] = [];
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => void received.push(chunk));
  const closeCode = new Promise<number | undefined>((resolve) => {
    socket.on('close', () => {
      const all = Buffer.concat(received);
      const close = all.lastIndexOf(0x88);
      resolve(close >= 0 && close + 4 <= all.length ? all.readUInt16BE(close + 2) : undefined);
    });
  });
  socket.write(
    'GET /ws HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n' +
      'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n',
  );
  while (!Buffer.concat(received).includes('\r\n\r\n')) await new Promise((resolve) => socket.once('data', resolve));
  received.length = 0;
  return { socket, closeCode };
}

/** A client's frame with the mask of zeros. */
function rawFrame(firstByte: number, payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from([firstByte, 0x80 | payload.length, 0, 0, 0, 0]), payload]);
}

describe('hostile frames', () => {
  let system: LiveSystem;
  const greeted = async (): Promise<TestSocket> => {
    const socket = await openTestSocket(system.socketUrl);
    await socket.ask('hello');
    return socket;
  };
  beforeAll(async () => {
    system = await startLiveSystem({ config: { SOCKETS_PER_IP: 1_000 } });
  });
  afterAll(() => system.stop());

  it('that are binary close with 1003', async () => {
    const socket = await greeted();
    socket.ws.send(Buffer.from('{"id":1,"op":"ping"}'), { binary: true });
    expect(await socket.closed).toBe(1003);
  });

  it('that are larger than 16 KiB close with 1009', async () => {
    const socket = await greeted();
    socket.ws.send(JSON.stringify({ id: 1, op: 'ping', pad: 'x'.repeat(16 * 1024) }));
    expect(await socket.closed).toBe(1009);
  });

  it.each([
    ['declare a gigabyte', Buffer.from([0x81, 0xff, 0, 0, 0, 0, 0x40, 0, 0, 0, 0, 0, 0, 0]), 1009],
    ['are not UTF-8', rawFrame(0x81, Buffer.from([0xc3, 0x28])), 1007],
    ['are not masked', Buffer.from([0x81, 0x02, 0x7b, 0x7d]), 1002],
    ['claim to be compressed', rawFrame(0xc1, Buffer.from('{}')), 1002],
    [
      'have 65 fragments',
      Buffer.concat([
        rawFrame(0x01, Buffer.from('[')),
        ...Array.from({ length: 64 }, () => rawFrame(0x00, Buffer.from(' '))),
      ]),
      1008,
    ],
  ])('that %s are refused', async (_what, bytes, code) => {
    const { socket, closeCode } = await rawSocket(system);
    socket.write(bytes);
    expect(await closeCode).toBe(code);
  });

  it('that nobody understands are answered, with their id where it can be read; the fifth closes with 4005', async () => {
    const socket = await greeted();
    socket.ws.send('not json');
    socket.send([]);
    socket.send({ id: 7, op: 'sub' });
    socket.send({ id: 8, op: 'ping', more: true });
    socket.send({ id: 9, op: 'steal' });
    expect(await socket.closed).toBe(4005);
    const errors = socket.frames.filter((frame) => 'error' in frame);
    expect(errors.map((frame) => [frame['id'], (frame['error'] as { code: string }).code])).toEqual([
      [null, 'BAD_JSON'],
      [null, 'INVALID_INPUT'],
      [7, 'INVALID_INPUT'],
      [8, 'INVALID_INPUT'],
      [9, 'UNKNOWN_OP'],
    ]);
    expect(errors[2]?.['error']).toMatchObject({ type: '/problems/invalid-input', errors: [{ pointer: '/ch' }] });
    expect(errors[3]?.['error']).toMatchObject({ errors: [{ pointer: '/more', code: 'UNKNOWN_FIELD' }] });
  });

  it('of any JSON never break the process', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.jsonValue(), { minLength: 1, maxLength: 4 }), async (values) => {
        const socket = await greeted();
        for (const value of values) socket.send(value);
        await socket.ask('ping');
        await socket.close();
      }),
      { numRuns: 50 },
    );
    expect(system.emitted.filter(({ name }) => name === 'socket.failed')).toEqual([]);
  });

  it.each([['-1'], ['1.5'], ['e:'], ['99999999999'], ['x'.repeat(64)]])(
    'with the position %j name the field',
    async (since) => {
      const job = await system.newJob();
      const socket = await greeted();
      const { error } = await socket.ask('sub', { ch: job.channel, ticket: job.ticket, since });
      expect(error).toMatchObject({ code: 'INVALID_POSITION', status: 422, errors: [{ pointer: '/since' }] });
      await socket.close();
    },
  );

  it.each(['1000000000', 'elsewhere:1', 'elsewhere:1000000000'])(
    'with the place %j, which no log has, get the state and no events',
    async (since) => {
      const job = await system.newJob();
      const socket = await greeted();
      const { ok } = await socket.ask('sub', { ch: job.channel, ticket: job.ticket, since });
      expect(ok).toMatchObject({ recovered: false, seq: 1, snapshot: { id: job.id } });
      expect((await socket.ask('ping'))['ok']).toEqual({});
      expect(socket.frames.filter(({ t }) => t === 'event')).toEqual([]);
      await socket.close();
    },
  );

  it.each([
    ['sub', { ch: 'room:x', since: -1 }, '/since'],
    ['sub', { ch: 'room:x', since: 1.5 }, '/since'],
    ['sub', { ch: 'x'.repeat(129) }, '/ch'],
    ['pub', { ch: 'room:x', key: 'k' }, '/data'],
    ['pub', { ch: 'room:x', key: 'k', data: 'x'.repeat(8_192) }, '/data'],
    ['pub', { ch: 'room:x', key: 'with space', data: 1 }, '/key'],
    ['pub', { ch: 'room:x', key: 'k', data: 1, to: 'eve' }, '/to'],
    ['pub', { ch: 'room:x', key: 'k', data: 1, from: 'eve' }, '/from'],
    ['presence', {}, '/ch'],
    ['history', { ch: 'room:x', limit: 1_000_000_000 }, '/limit'],
    ['history', { ch: 'room:x', before: 0 }, '/before'],
    ['history', { ch: 'room:x', before: 1.5 }, '/before'],
    ['refresh', {}, '/token'],
    ['read', { ids: ['everything'] }, '/ids/0'],
  ])('that %s with %j name the field', async (op, members, pointer) => {
    const socket = await greeted();
    const { error } = await socket.ask(op, members);
    expect(error).toMatchObject({ code: 'INVALID_INPUT', errors: [{ pointer }] });
    await socket.close();
  });

  it('that nest thousands of levels are not read any further', async () => {
    const socket = await greeted();
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '}'],
    ] as const) {
      const data = `${open.repeat(2_600)}1${close.repeat(2_600)}`;
      socket.ws.send(`{"id":1,"op":"pub","ch":"room:x","key":"k","data":${data}}`);
    }
    await socket.until(() => socket.frames.filter(({ id }) => id === null).length === 2);
    expect(socket.frames.at(-1)).toMatchObject({ id: null, error: { code: 'BAD_JSON' } });
    const { error } = await socket.ask('pub', { ch: 'room:x', key: 'k', data: [[[['[']]]] });
    expect(error).toMatchObject({ code: 'UNKNOWN_CHANNEL' });
    await socket.close();
  });

  it('that come byte by byte are frames like others', async () => {
    const { socket } = await rawSocket(system);
    socket.setNoDelay(true);
    const heard = new Promise<string>((resolve) => socket.once('data', (chunk) => resolve(String(chunk))));
    for (const byte of rawFrame(0x81, Buffer.from('{"id":1,"op":"ping"}'))) {
      await new Promise<void>((resolve) => socket.write(Buffer.of(byte), () => resolve()));
    }
    expect(await heard).toContain('HELLO_REQUIRED');
    socket.destroy();
  });

  it('before hello are refused, a second hello too, and a token that is not valid closes with 4001', async () => {
    const socket = await openTestSocket(system.socketUrl);
    expect((await socket.ask('ping'))['error']).toMatchObject({ code: 'HELLO_REQUIRED' });
    await socket.ask('hello');
    expect((await socket.ask('hello'))['error']).toMatchObject({ code: 'BAD_REQUEST' });
    await socket.close();
    const stranger = await openTestSocket(system.socketUrl);
    expect((await stranger.ask('hello', { token: 'forged' }))['error']).toMatchObject({
      code: 'UNAUTHENTICATED',
      status: 401,
    });
    expect(await stranger.closed).toBe(4001);
  });

  it('that come too fast are refused, then close with 4101', async () => {
    const socket = await greeted();
    for (let id = 100; id < 160; id += 1) socket.send({ id, op: 'ping' });
    expect(await socket.closed).toBe(4101);
    const refused = socket.frames.filter((frame) => 'error' in frame);
    expect(refused).toHaveLength(5);
    expect(refused[0]?.['error']).toMatchObject({
      code: 'TOO_MANY_REQUESTS',
      retryable: true,
      retryAfterMs: expect.any(Number),
    });
  });

  it('of the protocol count as well: a flood of pings closes with 4101', async () => {
    const socket = await greeted();
    for (let count = 0; count < 100; count += 1) socket.ws.ping();
    expect(await socket.closed).toBe(4101);
  });

  it('cannot hold more than 64 subscriptions, nor one twice', async () => {
    const roomy = await startLiveSystem({ limits: { subscriptions: 2 } });
    const jobs = [await roomy.newJob(), await roomy.newJob(), await roomy.newJob()] as const;
    const socket = await openTestSocket(roomy.socketUrl);
    await socket.ask('hello');
    const subscribe = (index: 0 | 1 | 2) => socket.ask('sub', { ch: jobs[index].channel, ticket: jobs[index].ticket });
    await subscribe(0);
    expect((await subscribe(0))['error']).toMatchObject({ code: 'ALREADY_SUBSCRIBED', ch: jobs[0].channel });
    await subscribe(1);
    expect((await subscribe(2))['error']).toMatchObject({ code: 'TOO_MANY_SUBSCRIPTIONS' });
    await socket.ask('unsub', { ch: jobs[1].channel });
    expect((await subscribe(2))['ok']).toMatchObject({ seq: 1 });
    await roomy.stop();
  });
});
