import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createStops } from '@jobwire/testing';

import { type ComposedApi, composedApi } from '../openapi/testing/composed-api.ts';
import { eventsOf, type Frame, type TestSocket } from '../sockets/testing/test-socket.ts';
import { noticeAdmins, type NoticeBoard, noticeBoard } from './testing/notice-board.ts';

const stops = createStops();
const sockets = createStops();
let api: ComposedApi;
let board: NoticeBoard;
let channel: string;

beforeAll(async () => {
  api = stops.add(await composedApi({ ADMIN_EMAILS: noticeAdmins, RATE_LIMITS: 'off' }));
  board = await noticeBoard(api.url, api.db);
  channel = `user:${board.ada.userId}`;
});
afterAll(() => stops.stopAll());
beforeEach(() => api.db.query('DELETE FROM notifications'));
afterEach(() => sockets.stopAll());

/** A socket of somebody; without `autoPong` it is one that never answers by itself. */
async function open(token = board.ada.accessToken, options = {}): Promise<TestSocket> {
  const socket = await board.open(token, options);
  sockets.add({ stop: () => socket.close() });
  return socket;
}
const watch = async (socket: TestSocket): Promise<Frame> => (await socket.ask('sub', { ch: channel }))['ok'] as Frame;
const heard = (socket: TestSocket, type: string, about: (data: Frame) => boolean = () => true): Promise<Frame> =>
  socket.until((frame) => frame['ch'] === channel && frame['type'] === type && about(frame['data'] as Frame));
const titled =
  (title: string) =>
  ({ notification }: Frame): boolean =>
    (notification as Frame)['title'] === title;

describe('the channel of a user', () => {
  it('begins with the newest notifications and the unread count, then tells every socket what comes and is read', async () => {
    const old = await board.tellAda('before');
    const [first, second] = [await open(), await open()];
    for (const socket of [first, second]) {
      expect(await watch(socket)).toMatchObject({
        recovered: false,
        snapshot: { unread: 1, notifications: [{ id: old, title: 'before', readAt: null }] },
      });
    }
    const id = await board.tellAda('now', { body: 'text', link: '/here', data: { n: 1 } });
    for (const socket of [first, second]) {
      const { data } = await heard(socket, 'notification.new');
      expect(data).toMatchObject({
        unread: 2,
        notification: { id, title: 'now', body: 'text', link: '/here', data: { n: 1 }, readAt: null },
      });
    }
    expect((await first.ask('read', { ids: [id] }))['ok']).toEqual({ unread: 1 });
    for (const socket of [first, second]) {
      const read = { ids: [id], readAt: expect.any(String), unread: 1 };
      expect((await heard(socket, 'notification.read'))['data']).toEqual(read);
    }
    await board.ask('PATCH', `/notifications/${id}`, board.ada.accessToken, { read: false });
    const again = await heard(second, 'notification.read', ({ readAt }) => readAt === null);
    expect(again['data']).toEqual({ ids: [id], readAt: null, unread: 2 });
    expect((await second.ask('read', { all: true }))['ok']).toEqual({ unread: 0 });
    const all = await heard(first, 'notification.read', ({ unread }) => unread === 0);
    expect((all['data'] as Frame)['ids']).toEqual([old, id].toSorted());
    expect(eventsOf(first.frames, channel)).toEqual(eventsOf(second.frames, channel));
  });

  it('continues after a position, and counts what is marked at once in the order of its log', async () => {
    const socket = await open();
    const { epoch, seq } = await watch(socket);
    await socket.close();
    const ids = await Promise.all(['1', '2', '3', '4', '5'].map((title) => board.tellAda(title)));
    const mark = (id: string): unknown =>
      board.ask('PATCH', `/notifications/${id}`, board.ada.accessToken, { read: true });
    await Promise.all(ids.map(mark));
    const back = await open();
    const { ok } = await back.ask('sub', { ch: channel, since: `${epoch}:${seq}` });
    expect(ok).toMatchObject({ recovered: true });
    await back.until(() => eventsOf(back.frames, channel).length === 10);
    const unread = eventsOf(back.frames, channel).map(({ data }) => (data as Frame)['unread']);
    expect(unread).toEqual([1, 2, 3, 4, 5, 4, 3, 2, 1, 0]);
  });

  it('tells of thousands that are read at once in several events', async () => {
    await api.db.query(
      `INSERT INTO notifications (id, user_id, title) SELECT gen_random_uuid(), $1, n::text FROM generate_series(1, 1200) n`,
      [board.ada.userId],
    );
    const socket = await open();
    const { snapshot } = await watch(socket);
    expect(snapshot).toMatchObject({ unread: 1_200 });
    expect((snapshot as Frame)['notifications']).toHaveLength(50);
    expect((await socket.ask('read', { all: true }))['ok']).toEqual({ unread: 0 });
    await socket.until(() => eventsOf(socket.frames, channel).length === 3);
    const told = eventsOf(socket.frames, channel).flatMap(({ data }) => (data as { ids: string[] }).ids);
    expect(new Set(told).size).toBe(1_200);
  });

  it('is nobody else’s, and looks to them as if it were not there', async () => {
    const others = [board.bob.accessToken, board.operator.accessToken, await board.newKey('*')];
    for (const token of [...others, undefined]) {
      const socket = await board.open(token);
      const foreign = await socket.ask('sub', { ch: channel });
      const unknown = await socket.ask('sub', { ch: 'user:0198c7a4-1111-7000-8000-000000000001' });
      expect(foreign['error']).toMatchObject({ code: 'UNKNOWN_CHANNEL' });
      expect({ ...(foreign['error'] as Frame), ch: '' }).toEqual({ ...(unknown['error'] as Frame), ch: '' });
      expect((await socket.ask('pub', { ch: channel, data: 1, key: 'k' }))['error']).toBeDefined();
      await socket.close();
    }
  });

  it('has things to read for people alone, and not those of others', async () => {
    const id = await board.tellAda('mine');
    const bob = await open(board.bob.accessToken);
    expect((await bob.ask('read', { ids: [id] }))['ok']).toEqual({ unread: 0 });
    expect((await bob.ask('read', {}))['error']).toMatchObject({ code: 'INVALID_INPUT' });
    expect((await bob.ask('read', { ids: [id], all: true }))['error']).toMatchObject({ code: 'INVALID_INPUT' });
    const program = await open(await board.newKey('*'));
    expect((await program.ask('read', { all: true }))['error']).toMatchObject({ code: 'FORBIDDEN' });
    const { body } = await board.ask('GET', '/notifications', board.ada.accessToken);
    expect(body.unread).toBe(1);
  });
});

describe('a notification is taken', () => {
  /** The pings that a socket has got and not answered. */
  const pingsOf = (socket: TestSocket): Buffer[] => {
    const pings: Buffer[] = [];
    socket.ws.on('ping', (payload: Buffer) => void pings.push(payload));
    return pings;
  };

  it('when a socket has answered the ping behind it, and not by what it says meanwhile', async () => {
    const socket = await open(undefined, { autoPong: false });
    const pings = pingsOf(socket);
    await watch(socket);
    const id = await board.tellAda('news');
    await heard(socket, 'notification.new');
    await socket.ask('ping');
    expect([pings.length, await board.takenAt(id)]).toEqual([1, null]);
    socket.ws.pong('');
    socket.ws.pong('7');
    await socket.ask('ping');
    // Time enough for what must not be written.
    for (const _ of [1, 2, 3]) await board.ask('GET', '/notifications', board.ada.accessToken);
    expect(await board.takenAt(id)).toBeNull();
    socket.ws.pong(pings[0]);
    await board.untilTaken(id);
  });

  it('for many at once by few pings, of which a client may answer the newest alone', async () => {
    const socket = await open(undefined, { autoPong: false });
    const pings = pingsOf(socket);
    await watch(socket);
    const tell = (count: number): Promise<string[]> =>
      Promise.all(Array.from({ length: count }, (_, n) => board.tellAda(`news ${n}`)));
    const ids = await tell(20);
    await socket.until(() => eventsOf(socket.frames, channel).length === 20);
    socket.ws.pong(pings[0]);
    await socket.ask('ping');
    expect(pings.length).toBeLessThan(20);
    socket.ws.pong(pings.at(-1));
    for (const id of ids) await board.untilTaken(id);
  });

  it('when it came with the beginning of a subscription, or again after a position', async () => {
    const early = await board.tellAda('early');
    const socket = await open();
    const { epoch, seq } = await watch(socket);
    await board.untilTaken(early);
    await socket.close();
    const late = await board.tellAda('late');
    const back = await open();
    await back.ask('sub', { ch: channel, since: `${epoch}:${seq}` });
    await heard(back, 'notification.new', titled('late'));
    await board.untilTaken(late);
    expect(await board.takenAt(late)).toBeInstanceOf(Date);
  });

  it('when a stream has let it through, at its beginning or later', async () => {
    const early = await board.tellAda('early');
    const leaving = new AbortController();
    const headers = { authorization: `Bearer ${board.ada.accessToken}`, accept: 'text/event-stream' };
    const response = await fetch(`${api.url}/events?ch=${channel}`, { headers, signal: leaving.signal });
    expect(response.status).toBe(200);
    await board.untilTaken(early);
    await board.untilTaken(await board.tellAda('late'));
    leaving.abort();
  });
});
