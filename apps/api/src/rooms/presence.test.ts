import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { createStops, eventually, type TestDatabase, testDatabase } from '@jobwire/testing';

import type { Frame, TestSocket } from '../sockets/testing/test-socket.ts';
import { newPerson, type TestPerson } from './testing/people.ts';
import { type RoomProcess, startRoomProcess } from './testing/room-process.ts';

const stops = createStops();
const ofTest = createStops();
let database: TestDatabase;
let ada: TestPerson;
let bob: TestPerson;
let eve: TestPerson;

beforeAll(async () => {
  database = stops.add(await testDatabase());
  ada = await newPerson(database.db, 'Ada');
  bob = await newPerson(database.db, 'Bob');
  eve = await newPerson(database.db, 'Eve');
});
afterEach(() => ofTest.stopAll());
afterAll(() => stops.stopAll());

async function start(options: Partial<Parameters<typeof startRoomProcess>[0]> = {}): Promise<RoomProcess> {
  return ofTest.add(await startRoomProcess({ database, ...options }));
}

async function enter(process: RoomProcess, { token }: { token: string }, room: string): Promise<TestSocket> {
  const socket = await process.open(token);
  expect(await socket.ask('sub', { ch: room })).toMatchObject({ ok: { recovered: false } });
  return socket;
}

interface Told {
  online: number;
  joined: string[];
  left: string[];
}

const idsOf = (members: unknown): string[] => (members as { id: string }[]).map(({ id }) => id);
const toldOf = (socket: TestSocket): Told[] =>
  socket.frames
    .filter(({ t }) => t === 'presence')
    .map(({ online, joined, left }) => ({ online: Number(online), joined: idsOf(joined), left: idsOf(left) }));
const joins = (socket: TestSocket, { id }: TestPerson): Promise<Frame> =>
  socket.until(() => toldOf(socket).some(({ joined }) => joined.includes(id)));
const leaves = (socket: TestSocket, { id }: TestPerson): Promise<Frame> =>
  socket.until(() => toldOf(socket).some(({ left }) => left.includes(id)));
const onlineIn = async (process: RoomProcess, room: string): Promise<{ online: number; members: string[] }> => {
  const answer = (await (await process.ask('GET', `/rooms/${room}`, ada.token)).json()) as Frame;
  return { online: Number(answer['online']), members: idsOf(answer['members']).toSorted() };
};
const hasOnline = (process: RoomProcess, room: string, online: number): Promise<void> =>
  eventually(async () => expect(await onlineIn(process, room)).toMatchObject({ online }));

describe('who is in a room', () => {
  it('is told over all processes, by name, as they come and go', async () => {
    const [first, second] = [await start(), await start()];
    const one = await enter(first, ada, 'room:both');
    await joins(one, ada);
    const other = await enter(second, bob, 'room:both');
    await joins(one, bob);
    await joins(other, bob);
    expect(one.frames.find(({ joined }) => JSON.stringify(joined)?.includes(bob.id))).toEqual({
      t: 'presence',
      ch: 'room:both',
      online: 2,
      joined: [{ id: bob.id, name: 'Bob', kind: 'user' }],
      left: [],
    });
    const { ok } = await other.ask('presence', { ch: 'room:both' });
    expect(ok).toMatchObject({ online: 2, members: [{ id: ada.id, name: 'Ada' }, { id: bob.id }] });
    await other.ask('unsub', { ch: 'room:both' });
    await leaves(one, bob);
    expect(toldOf(one).at(-1)).toEqual({ online: 1, joined: [], left: [bob.id] });
    await hasOnline(second, 'both', 1);
  });

  it('counts several sockets of one user, over several processes, as one member', async () => {
    const [first, second] = [await start(), await start()];
    const witness = await enter(first, eve, 'room:several');
    const sockets = [await enter(first, ada, 'room:several'), await enter(second, ada, 'room:several')];
    await joins(witness, ada);
    await hasOnline(first, 'several', 2);
    await eventually(async () =>
      expect(await database.db.query(`SELECT 1 FROM room_presence WHERE room = 'several'`)).toHaveLength(3),
    );
    await sockets[0]?.close();
    await eventually(async () =>
      expect(await database.db.query(`SELECT 1 FROM room_presence WHERE room = 'several'`)).toHaveLength(2),
    );
    await enter(first, bob, 'room:several');
    await joins(witness, bob);
    expect(toldOf(witness).flatMap(({ left }) => left)).toEqual([]);
    await sockets[1]?.close();
    await leaves(witness, ada);
  });

  it('does not change by a quick reconnect', async () => {
    const process = await start({ times: { graceMs: 600_000 } });
    const witness = await enter(process, ada, 'room:quick');
    await joins(witness, ada);
    for (let count = 0; count < 5; count += 1) await (await enter(process, bob, 'room:quick')).close();
    await enter(process, eve, 'room:quick');
    await joins(witness, eve);
    expect(toldOf(witness).flatMap(({ left }) => left)).toEqual([]);
    expect(
      toldOf(witness)
        .flatMap(({ joined }) => joined)
        .filter((id) => id === bob.id),
    ).toEqual([bob.id]);
    expect(await onlineIn(process, 'quick')).toMatchObject({ online: 3 });
  });

  it('is found without any hint', async () => {
    const [first, second] = [await start({ deaf: true }), await start({ deaf: true })];
    const witness = await enter(first, ada, 'room:hints');
    const other = await enter(second, bob, 'room:hints');
    await joins(witness, bob);
    await other.close();
    await leaves(witness, bob);
    expect(toldOf(witness).at(-1)).toEqual({ online: 1, joined: [], left: [bob.id] });
  });

  it('is written in few statements, however many come at once', async () => {
    const process = await start();
    const witness = await enter(process, ada, 'room:crowd');
    const before = new Map(process.statements);
    const sockets = await Promise.all(Array.from({ length: 300 }, () => process.open(bob.token)));
    const sent = sockets.map((socket) => socket.ask('sub', { ch: 'room:crowd' }));
    for (const { ok } of await Promise.all(sent)) expect(ok).toMatchObject({ recovered: false });
    await joins(witness, bob);
    const statements = (name: string): number => (process.statements.get(name) ?? 0) - (before.get(name) ?? 0);
    // 300 of each, if each socket had its own.
    expect(statements('read-room-state')).toBeLessThan(100);
    expect(statements('rooms-closed-to')).toBeLessThan(200);
    expect(statements('write-presence')).toBeLessThan(100);
    expect(statements('read-presence')).toBeLessThan(100);
  });
});

describe('a process that is gone', () => {
  const gatewaysOf = (): Promise<{ id: string; sockets: number }[]> =>
    database.db.query('SELECT id, sockets FROM gateways ORDER BY id');

  it('takes those who were there through it with it, when it stops', async () => {
    const first = await start();
    const second = await startRoomProcess({ database });
    const witness = await enter(first, ada, 'room:stops');
    const other = await enter(second, bob, 'room:stops');
    await joins(witness, bob);
    await second.stop();
    await leaves(witness, bob);
    await other.closed;
    expect(await gatewaysOf()).toHaveLength(1);
  });

  it('is removed by any other, when it vanishes without a word', async () => {
    const [first, second] = [await start(), await start()];
    const witness = await enter(first, ada, 'room:vanishes');
    await enter(second, bob, 'room:vanishes');
    await joins(witness, bob);
    await eventually(async () => expect((await gatewaysOf()).map(({ sockets }) => sockets)).toEqual([1, 1]));
    second.vanish();
    await database.db.query(
      `UPDATE gateways SET seen_at = now() - interval '1 minute'
       WHERE id = (SELECT gateway_id FROM room_presence WHERE room = 'vanishes' AND member_id = $1)`,
      [bob.id],
    );
    await leaves(witness, bob);
    await eventually(async () => expect(await gatewaysOf()).toHaveLength(1));
    expect(await onlineIn(first, 'vanishes')).toEqual({ online: 1, members: [ada.id] });
  });

  it('writes all anew when it was taken for gone and is not', async () => {
    const process = await start();
    const socket = await enter(process, ada, 'room:back');
    await joins(socket, ada);
    await database.db.query('DELETE FROM gateways');
    await hasOnline(process, 'back', 1);
    expect(await gatewaysOf()).toHaveLength(1);
  });
});
