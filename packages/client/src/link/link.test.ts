import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { type WebSocket, WebSocketServer } from 'ws';

import { createTokens } from '../http/tokens.ts';
import { createWatchedChannel, type WatchItem } from '../watch/watched-channel.ts';
import { createLink } from './link.ts';

/** What the scripted server does with a frame of the client. */
type Script = (frame: Record<string, unknown>, answer: (frame: unknown) => void, socket: WebSocket) => void;

const welcome = (id: unknown) => ({
  id,
  ok: {
    connId: 'c',
    user: null,
    heartbeatMs: 25_000,
    limits: { subscriptions: 64, frameBytes: 16_384, opsPerSecond: 20 },
  },
});
const event = (seq: number, more: object = {}) => ({
  t: 'event',
  ch: 'job:1',
  epoch: 'e',
  seq,
  type: 't',
  at: '',
  data: {},
  ...more,
});
const recovered = (id: unknown, seq: number, newest: number) => ({
  id,
  ok: { epoch: 'e', seq, newest, recovered: true },
});

describe('a link', () => {
  let server: WebSocketServer;
  let asked: Record<string, unknown>[];
  beforeEach(async () => {
    server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    await new Promise((resolve) => server.once('listening', resolve));
    asked = [];
  });
  afterEach(() => new Promise((resolve) => server.close(resolve)));

  /** Watch `job:1` against a server that follows a script; settles with what was told at the end. */
  function watch(script: Script, since?: string): Promise<{ items: WatchItem<unknown>[]; failure?: unknown }> {
    server.on('connection', (socket) => {
      socket.on('message', (data) => {
        const frame: Record<string, unknown> = JSON.parse(Buffer.isBuffer(data) ? data.toString() : '');
        asked.push(frame);
        const answer = (reply: unknown): void => socket.send(typeof reply === 'string' ? reply : JSON.stringify(reply));
        if (frame['op'] === 'hello') answer(welcome(frame['id']));
        else script(frame, answer, socket);
      });
    });
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const link = createLink({
      caller: { baseUrl: `http://127.0.0.1:${port}`, tokens: createTokens(undefined), fetch },
      name: 'test',
      transport: 'websocket',
      WebSocket: undefined,
      tap: undefined,
      changed: () => undefined,
    });
    return new Promise((resolve) => {
      const items: WatchItem<unknown>[] = [];
      const finish = (failure?: unknown): void => {
        link.remove(watched);
        resolve(failure === undefined ? { items } : { items, failure });
      };
      const watched = createWatchedChannel({
        channel: 'job:1',
        ticket: 't',
        since,
        tell: (item) => void items.push(item),
        end: () => finish(),
        fail: finish,
      });
      link.add(watched);
    });
  }

  it('asks again from its position when it notices a gap', async () => {
    const { items } = await watch((frame, answer) => {
      if (frame['op'] === 'unsub') return answer({ id: frame['id'], ok: {} });
      if (frame['since'] === '0') {
        answer(recovered(frame['id'], 0, 1));
        answer(event(1));
        return answer(event(3));
      }
      answer(recovered(frame['id'], 1, 3));
      answer(event(2));
      answer(event(3, { final: true }));
    }, '0');
    expect(items.map((item) => (item.kind === 'event' ? item.seq : item.kind))).toEqual([1, 2, 3]);
    expect(asked.map(({ op, since }) => [op, since])).toEqual([
      ['hello', undefined],
      ['sub', '0'],
      ['unsub', undefined],
      ['sub', 'e:1'],
    ]);
  });

  it('tries again after an error that may pass, and after a subscription that the server ended for now', async () => {
    const error = { code: 'UNAVAILABLE', type: '', title: 'Not now', status: 503, retryable: true, retryAfterMs: 1 };
    const answers = [
      (id: unknown) => [{ id, error }],
      (id: unknown) => [recovered(id, 0, 0), { t: 'unsub', ch: 'job:1', code: 'UNAVAILABLE', retryable: true }],
      (id: unknown) => [recovered(id, 0, 1), event(1, { final: true })],
    ];
    const { items, failure } = await watch((frame, answer) => {
      if (frame['op'] === 'sub') for (const reply of answers.shift()?.(frame['id']) ?? []) answer(reply);
    }, '0');
    expect([items.length, failure, answers.length]).toEqual([1, undefined, 0]);
  });

  it('takes a snapshot that the server pushes, and ignores what it does not know', async () => {
    const { items } = await watch((frame, answer) => {
      answer({ id: frame['id'], ok: { epoch: 'e', seq: 1, recovered: false, snapshot: { state: 'old' } } });
      answer({ t: 'presence', of: 'a later version' });
      answer({ id: 999, ok: {} });
      answer({ t: 'snapshot', ch: 'job:1', epoch: 'e', seq: 5, recovered: false, snapshot: { state: 'new' } });
      answer(event(6, { final: true, later: 'member' }));
    });
    expect(items.map((item) => (item.kind === 'snapshot' ? item.snapshot : item.seq))).toEqual([
      { state: 'old' },
      { state: 'new' },
      6,
    ]);
  });

  it.each([
    [
      'an error that will not pass',
      (id: unknown) => ({
        id,
        error: { code: 'UNKNOWN_CHANNEL', type: '', title: 'No', status: 404, retryable: false },
      }),
      'UNKNOWN_CHANNEL',
    ],
    [
      'a subscription that the server ended for good',
      () => ({ t: 'unsub', ch: 'job:1', code: 'UNKNOWN_CHANNEL', retryable: false }),
      'UNKNOWN_CHANNEL',
    ],
  ])('gives up after %s', async (_what, reply, code) => {
    const { failure } = await watch((frame, answer) => answer(reply(frame['id'])));
    expect(failure).toMatchObject({ name: 'JobwireError', code });
  });

  it('gives up after a close that says stop, and after frames that are not JSON', async () => {
    const stopped = await watch((_frame, _answer, socket) => socket.close(4005));
    expect(stopped.failure).toMatchObject({ code: 'SOCKET_CLOSED' });
    server.removeAllListeners('connection');
    const garbled = await watch((_frame, answer) => answer('not json'));
    expect(garbled.failure).toBeInstanceOf(SyntaxError);
  });

  it('comes back after a drain, and subscribes from where it was', async () => {
    let connections = 0;
    server.on('connection', () => (connections += 1));
    const { items } = await watch((frame, answer, socket) => {
      if (frame['since'] === '0') {
        answer(recovered(frame['id'], 0, 1));
        answer(event(1));
        answer({ t: 'goaway', reconnectInMs: 5 });
        return socket.close(4200);
      }
      answer(recovered(frame['id'], 1, 2));
      answer(event(2, { final: true }));
    }, '0');
    expect([items.length, connections]).toEqual([2, 2]);
    expect(asked.at(-1)).toMatchObject({ op: 'sub', since: 'e:1', ticket: 't' });
  });
});
