import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eraseUser } from '@jobwire/db';
import {
  createStops,
  describeWithRedis,
  engines,
  type RunningEngine,
  type TestDatabase,
  testDatabase,
  testRedis,
} from '@jobwire/testing';

import { eventsOf, type Frame, type TestSocket } from '../sockets/testing/test-socket.ts';
import { newPerson, type TestPerson } from './testing/people.ts';
import { type RoomProcess, startRoomProcess } from './testing/room-process.ts';

const stops = createStops();
const ofTest = createStops();
let database: TestDatabase;
let ada: TestPerson;
let bob: TestPerson;

beforeAll(async () => {
  database = stops.add(await testDatabase());
  ada = await newPerson(database.db, 'Ada');
  bob = await newPerson(database.db, '<b>Bob</b>');
});
afterEach(() => ofTest.stopAll());
afterAll(() => stops.stopAll());

async function start(options: Partial<Parameters<typeof startRoomProcess>[0]> = {}): Promise<RoomProcess> {
  return ofTest.add(await startRoomProcess({ database, ...options }));
}

async function enter(process: RoomProcess, token: string, room: string): Promise<TestSocket> {
  const socket = await process.open(token);
  const { ok, error } = await socket.ask('sub', { ch: room });
  expect({ error }).toEqual({ error: undefined });
  expect(ok).toMatchObject({ recovered: false });
  return socket;
}

const messagesOf = (socket: TestSocket, room: string): Frame[] =>
  eventsOf(socket.frames, room).filter(({ type }) => type === 'room.message');
const hears = (socket: TestSocket, room: string, count: number): Promise<Frame> =>
  socket.until(() => messagesOf(socket, room).length >= count);

describe.each(engines)('a room over two processes on $kind', ({ start: startEngine }) => {
  let engine: RunningEngine;
  let first: RoomProcess;
  let second: RoomProcess;

  beforeAll(async () => {
    engine = stops.add(await startEngine());
    first = stops.add(await startRoomProcess({ database, redisUrl: engine.redisUrl }));
    second = stops.add(await startRoomProcess({ database, redisUrl: engine.redisUrl }));
  });

  it('brings a message to the sockets of both, from whom the server knows', async () => {
    const room = `room:both-${engine.redisUrl ? 'r' : 'p'}`;
    const [one, other] = [await enter(first, ada.token, room), await enter(second, bob.token, room)];
    const text = '<script>alert(1)</script> “é”';
    const { ok } = await other.ask('pub', { ch: room, data: { text, constructor: { prototype: 1 } }, key: 'k1' });
    expect(ok).toEqual({ ch: room, epoch: second.hub.epoch, seq: 1 });
    for (const socket of [one, other]) {
      await hears(socket, room, 1);
      expect(messagesOf(socket, room)[0]?.['data']).toEqual({
        from: { id: bob.id, name: '<b>Bob</b>', kind: 'user' },
        data: { text, constructor: { prototype: 1 } },
        key: 'k1',
      });
    }
    const late = await first.open(bob.token);
    const joined = await late.ask('sub', { ch: room });
    expect(joined['ok']).toMatchObject({
      seq: 1,
      snapshot: { room: room.slice(5), open: true, messages: [{ seq: 1, type: 'room.message' }] },
    });
    const resumed = await (await second.open(ada.token)).ask('sub', { ch: room, since: `${first.hub.epoch}:0` });
    expect(resumed['ok']).toMatchObject({ recovered: true, newest: 1 });
  });

  it('keeps one order without gaps while twenty publish through both', async () => {
    const room = `room:order-${engine.redisUrl ? 'r' : 'p'}`;
    const listeners = [await enter(first, ada.token, room), await enter(second, bob.token, room)];
    const publishers = await Promise.all(
      Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? first : second).open(`key-${ada.id}`)),
    );
    const replies = await Promise.all(
      publishers.flatMap((socket, at) =>
        Array.from({ length: 10 }, (_, count) =>
          socket.ask('pub', { ch: room, data: [at, count], key: `${at}-${count}` }),
        ),
      ),
    );
    const seqs = Array.from({ length: 200 }, (_, index) => index + 1);
    const numbers = replies.map(({ ok }) => (ok as { seq: number }).seq);
    expect(numbers.toSorted((a, b) => a - b)).toEqual(seqs);
    for (const socket of listeners) {
      await hears(socket, room, 200);
      const heard = messagesOf(socket, room);
      expect(heard.map(({ seq }) => seq)).toEqual(seqs);
      // What one socket sends comes in the order in which it was sent.
      const ofOne = heard.map((frame) => (frame['data'] as { data: [number, number] }).data).filter(([at]) => at === 3);
      expect(ofOne.map(([, count]) => count)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
  });

  it('stores a message once, however often and wherever its key is sent', async () => {
    const room = `room:once-${engine.redisUrl ? 'r' : 'p'}`;
    const message = { data: { text: 'once', of: null }, key: 'same' };
    const sent = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        (index % 2 === 0 ? first : second).ask('POST', `/rooms/${room.slice(5)}/messages`, ada.token, message),
      ),
    );
    const answers = await Promise.all(sent.map((response) => response.json() as Promise<Frame>));
    expect(answers.filter(({ repeated }) => repeated !== true)).toEqual([{ ch: room, epoch: first.hub.epoch, seq: 1 }]);
    expect(new Set(answers.map(({ seq }) => seq))).toEqual(new Set([1]));
    expect(sent.filter(({ status }) => status === 201)).toHaveLength(1);
    // Another order of members is the same message; other data is not, and somebody else's key is theirs.
    const socket = await first.open(ada.token);
    const again = { of: null, text: 'once' };
    expect(await socket.ask('pub', { ch: room, data: again, key: 'same' })).toMatchObject({
      ok: { seq: 1, repeated: true },
    });
    const other = await socket.ask('pub', { ch: room, data: { text: 'twice' }, key: 'same' });
    expect(other).toMatchObject({ error: { code: 'IDEMPOTENCY_CONFLICT' } });
    const bobs = await (await first.open(bob.token)).ask('pub', { ch: room, data: { text: 'twice' }, key: 'same' });
    expect(bobs).toMatchObject({ ok: { seq: 2 } });
  });

  it('leaves out who asked for it, and tells their next event how many', async () => {
    const room = `room:quiet-${engine.redisUrl ? 'r' : 'p'}`;
    const [one, other] = [await enter(first, ada.token, room), await enter(second, ada.token, room)];
    await one.ask('pub', { ch: room, data: 1, key: 'a', exclude: true });
    await one.ask('pub', { ch: room, data: 2, key: 'b', exclude: true });
    await other.ask('pub', { ch: room, data: 3, key: 'c' });
    await hears(one, room, 1);
    await hears(other, room, 3);
    expect(messagesOf(one, room)).toMatchObject([{ seq: 3, skipped: 2 }]);
    expect(JSON.stringify(messagesOf(other, room))).not.toContain('except');
  });
});

describe('somebody who is forgotten', () => {
  it('leaves their numbers in the room, without name and words', async () => {
    const process = await start();
    const cem = await newPerson(database.db, 'Cem');
    for (const to of [undefined, bob.id]) {
      await process.ask('POST', '/rooms/memory/messages', cem.token, { data: 'my words', to, key: 'a' });
    }
    await database.db.transaction((tx) => eraseUser(tx, { userId: cem.id, scope: 'nobody' }));
    const page = await (await process.ask('GET', '/rooms/memory/messages', ada.token)).json();
    expect(page).toMatchObject({ events: [{ seq: 1, data: { from: { id: cem.id, name: null }, data: null } }] });
    expect(await database.db.query(`SELECT 1 FROM channel_events WHERE data::text ~ 'Cem|my words'`)).toEqual([]);
  });
});

describe('somebody who talks without end', () => {
  it('is held to ten at once and five in a second, over all processes', async () => {
    const limited = [await start({ rateLimits: true }), await start({ rateLimits: true })];
    const sent = await Promise.all(
      Array.from({ length: 40 }, async (_, index) =>
        limited[index % 2]?.ask('POST', '/rooms/fast/messages', ada.token, { data: index, key: `r-${index}` }),
      ),
    );
    const refused = sent.filter((response) => response?.status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('a bus that loses every doorbell', () => {
  it('delays messages until the positions are compared, and loses none', async () => {
    const [first, second] = [await start({ deaf: true }), await start({ deaf: true })];
    const socket = await enter(second, bob.token, 'room:deaf');
    for (const key of ['a', 'b', 'c']) {
      await first.ask('POST', '/rooms/deaf/messages', ada.token, { data: key, key });
    }
    await hears(socket, 'room:deaf', 3);
    expect(messagesOf(socket, 'room:deaf').map(({ seq }) => seq)).toEqual([1, 2, 3]);
  });
});

describe('messages to one member', () => {
  it('stand in the channels of both, under the numbers of each', async () => {
    const process = await start();
    const say = async (to: string, data: unknown, key: string): Promise<unknown> =>
      (await process.ask('POST', '/rooms/lounge/messages', ada.token, { data, to, key })).json();
    const mine = `user:${ada.id}`;
    expect(await say(bob.id, 'psst', 'p1')).toMatchObject({ ch: mine, seq: 1 });
    expect(await say(bob.id, 'psst', 'p1')).toMatchObject({ ch: mine, seq: 1, repeated: true });
    expect(await say(ada.id, 'psst', 'p1')).toMatchObject({ code: 'IDEMPOTENCY_CONFLICT' });
    expect(await say(ada.id, 'note to myself', 'p2')).toMatchObject({ ch: mine, seq: 2 });
    const stored = await database.db.query<{ channel: string; type: string; data: unknown }>(
      `SELECT channel, type, data FROM channel_events WHERE channel IN ($1, $2, 'room:lounge')
         AND data ->> 'room' = 'lounge' ORDER BY seq, channel`,
      [mine, `user:${bob.id}`],
    );
    const from = { id: ada.id, name: 'Ada', kind: 'user' };
    const personal = { type: 'room.personal', data: { room: 'lounge', from, to: bob.id, data: 'psst', key: 'p1' } };
    expect(stored).toHaveLength(3);
    expect(stored.filter(({ data }) => JSON.stringify(data).includes('psst'))).toMatchObject([personal, personal]);
  });

  it('do not wait for each other when two write to each other all the time', async () => {
    const process = await start();
    const pairs = [
      [ada, bob],
      [bob, ada],
    ] as const;
    const sent = await Promise.all(
      pairs.flatMap(([from, to]) =>
        Array.from({ length: 25 }, (_, index) =>
          process.ask('POST', '/rooms/lounge/messages', from.token, { data: index, to: to.id, key: `x-${index}` }),
        ),
      ),
    );
    expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([201]));
  });
});

describeWithRedis('Redis that comes back empty', () => {
  it('changes no position', async () => {
    const redis = ofTest.add((await testRedis())!);
    const process = await start({ redisUrl: redis.url });
    const socket = await enter(process, ada.token, 'room:flushed');
    await socket.ask('pub', { ch: 'room:flushed', data: 1, key: 'a' });
    await redis.restart({ empty: true });
    expect(await socket.ask('pub', { ch: 'room:flushed', data: 2, key: 'b' })).toMatchObject({ ok: { seq: 2 } });
    await hears(socket, 'room:flushed', 2);
    const again = await (
      await process.open(ada.token)
    ).ask('sub', { ch: 'room:flushed', since: `${process.hub.epoch}:1` });
    expect(again['ok']).toMatchObject({ recovered: true, newest: 2 });
  });
});
