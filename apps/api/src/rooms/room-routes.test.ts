import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from '@jobwire/runtime';
import { createStops, type TestDatabase, testDatabase } from '@jobwire/testing';

import { expectDocumented } from '../openapi/testing/documented.ts';
import type { Frame } from '../sockets/testing/test-socket.ts';
import { newPerson, type TestPerson } from './testing/people.ts';
import { type RoomProcess, startRoomProcess } from './testing/room-process.ts';

const stops = createStops();
let database: TestDatabase;
let process: RoomProcess;
let ada: TestPerson;
let bob: TestPerson;

beforeAll(async () => {
  database = stops.add(await testDatabase());
  process = stops.add(await startRoomProcess({ database }));
  ada = await newPerson(database.db, 'Ada');
  bob = await newPerson(database.db, 'Bob');
});
afterAll(() => stops.stopAll());

interface Answer {
  status: number;
  body: Frame;
}

async function ask(method: string, path: string, token?: string, body?: unknown): Promise<Answer> {
  const response = await process.ask(method, path, token, body);
  await expectDocumented(method, path, response);
  return { status: response.status, body: (await response.json()) as Frame };
}

const say = (room: string, token: string | undefined, data: unknown, more: Frame = {}): Promise<Answer> =>
  ask('POST', `/rooms/${room}/messages`, token, { data, key: uuidv7(), ...more });

describe('a room over HTTP', () => {
  it('is there as soon as it is named, and tells its position', async () => {
    expect(await ask('GET', '/rooms/new', ada.token)).toEqual({
      status: 200,
      body: {
        room: 'new',
        open: true,
        online: 0,
        members: [],
        position: `${process.hub.epoch}:0`,
        links: { self: '/rooms/new', messages: '/rooms/new/messages', socket: 'room:new' },
      },
    });
    expect(await say('new', ada.token, 'first')).toMatchObject({ status: 201, body: { ch: 'room:new', seq: 1 } });
    expect((await ask('GET', '/rooms/new', 'viewer')).body).toMatchObject({
      position: `${process.hub.epoch}:1`,
      roster: [],
    });
  });

  it('has a past that comes in pages', async () => {
    for (let count = 1; count <= 5; count += 1) await say('past', ada.token, count);
    const newest = await ask('GET', '/rooms/past/messages?limit=2', ada.token);
    expect(newest.body).toMatchObject({ more: true, events: [{ seq: 4 }, { seq: 5, data: { data: 5 } }] });
    const before = await ask('GET', '/rooms/past/messages?before=4', ada.token);
    expect(before.body).toMatchObject({ more: false, events: [{ seq: 1 }, { seq: 2 }, { seq: 3 }] });
    for (const query of ['limit=0', 'limit=101', 'before=0', 'before=x', 'after=1', 'before=99999999999']) {
      expect((await ask('GET', `/rooms/past/messages?${query}`, ada.token)).status).toBe(422);
    }
  });

  it('is listed for administrators, in pages that lead to each other', async () => {
    for (const room of ['list-b', 'list-a', 'list-ü'])
      await ask('PUT', `/rooms/${room}`, 'operator', { open: true, members: [] });
    const seen: unknown[] = [];
    for (let next: string | null = 'list'; next !== null;) {
      const { body }: Answer = await ask('GET', `/rooms?limit=1&after=${encodeURIComponent(next)}`, 'viewer');
      const [room] = body['rooms'] as Frame[];
      seen.push(...(room ? [room] : []));
      next = body['next'] as string | null;
    }
    const plain = { open: true, online: 0, roster: 0 };
    expect(seen).toEqual(['list-a', 'list-b', 'list-ü'].map((room) => ({ room, ...plain })));
    expect((await ask('GET', '/rooms', ada.token)).status).toBe(403);
    expect((await ask('GET', '/rooms', undefined)).status).toBe(401);
  });

  it.each(['%20', 'a%20b', '-a', '..%2Fa', 'a%00', 'a'.repeat(65), 'u%CC%88', '%F0%9F%98%80', '<b>', 'a%2Fb'])(
    'has no name like %s',
    async (name) => {
      expect((await process.ask('GET', `/rooms/${name}`, 'operator')).status).toBe(404);
      expect((await process.ask('POST', `/rooms/${name}/messages`, 'operator', { data: 1, key: 'a' })).status).toBe(
        404,
      );
      const put = await process.ask('PUT', `/rooms/${name}`, 'operator', { open: true, members: [] });
      expect([404, 422]).toContain(put.status);
    },
  );

  it.each(['Ü', '房间', 'комната', 'a.b_c-1', '__proto__x', 'constructor', 'room'])(
    'may be called %s',
    async (name) => {
      const path = `/rooms/${encodeURIComponent(name)}`;
      expect((await ask('GET', path, ada.token)).status).toBe(name.startsWith('_') ? 404 : 200);
    },
  );
});

describe('a message', () => {
  it.each([
    ['too long', 'x'.repeat(8_192), 422],
    ['as long as it may be', 'x'.repeat(8_190), 201],
    ['with a character that PostgreSQL refuses', { deep: ['a\u0000b'] }, 422],
    ['with such a key', { 'a\u0000': 1 }, 422],
    ['with half a character', '\ud800', 422],
    ['that is null', null, 201],
    ['that is false', false, 201],
    ['with names of prototypes', JSON.parse('{"constructor":{"prototype":{"admin":true}},"toString":1}'), 201],
  ])('%s', async (_what, data, status) => {
    const { status: answered, body } = await say('hostile', ada.token, data);
    expect({ answered, body }).toMatchObject({ answered: status });
    if (status !== 201) return;
    const { body: page } = await ask('GET', '/rooms/hostile/messages?limit=1', ada.token);
    expect((page['events'] as Frame[])[0]?.['data']).toMatchObject({ data });
  });

  it.each([
    ['a sender of its own', { from: { id: 'x' } }],
    ['a key with a space', { key: 'a b' }],
    ['no key', { key: undefined }],
    ['no data', { data: undefined }],
    ['a reader that is no id', { to: 'bob' }],
    ['a wish that only sockets have', { exclude: true }],
  ])('is refused with %s', async (_what, more) => {
    expect(await say('hostile', ada.token, 1, more)).toMatchObject({ status: 422, body: { code: 'INVALID_INPUT' } });
  });

  it('to one member needs a user who may be there, and one who writes', async () => {
    expect(await say('hostile', ada.token, 1, { to: uuidv7() })).toMatchObject({ status: 404 });
    expect(await say('hostile', `key-${uuidv7()}`, 1, { to: bob.id })).toMatchObject({ status: 422 });
    expect(await say('hostile', ada.token, 1, { to: bob.id })).toMatchObject({ status: 201 });
  });
});

describe('a closed room', () => {
  const close = (room: string, members: string[]): Promise<Answer> =>
    ask('PUT', `/rooms/${room}`, 'operator', { open: false, members });

  it('looks like one that there is not, except to its members and administrators', async () => {
    expect((await close('board', [ada.id])).body).toMatchObject({ open: false, roster: [ada.id] });
    expect((await ask('GET', '/rooms/board', ada.token)).body).not.toHaveProperty('roster');
    const nobody = await ask('GET', '/rooms/-', bob.token);
    for (const token of [bob.token, `key-${uuidv7()}`]) {
      for (const path of ['/rooms/board', '/rooms/board/messages']) {
        const { status, body } = await ask('GET', path, token);
        expect({ status, code: body['code'], title: body['title'] }).toEqual({
          status: 404,
          code: nobody.body['code'],
          title: nobody.body['title'],
        });
      }
      expect((await say('board', token, 1)).status).toBe(404);
      expect(await (await process.open(token)).ask('sub', { ch: 'room:board' })).toMatchObject({
        error: { code: 'UNKNOWN_CHANNEL' },
      });
    }
    expect((await ask('GET', '/rooms/board', 'viewer')).status).toBe(200);
    expect((await say('board', 'viewer', 1)).status).toBe(404);
    expect((await say('board', 'operator', 1)).status).toBe(201);
    expect((await say('board', ada.token, 1)).status).toBe(201);
    expect((await say('board', ada.token, 1, { to: bob.id })).status).toBe(404);
  });

  it('ends what was begun before, and takes no message any more', async () => {
    const [stays, goes] = [await process.open(ada.token), await process.open(bob.token)];
    for (const socket of [stays, goes]) await socket.ask('sub', { ch: 'room:closing' });
    await close('closing', [ada.id]);
    expect(await goes.ask('pub', { ch: 'room:closing', data: 1, key: 'a' })).toMatchObject({
      error: { code: 'UNKNOWN_CHANNEL', retryable: false },
    });
    expect(await goes.until(({ t }) => t === 'unsub')).toEqual({
      t: 'unsub',
      ch: 'room:closing',
      code: 'UNKNOWN_CHANNEL',
      retryable: false,
    });
    const event = await stays.until(({ type }) => type === 'room.changed');
    expect(event).toMatchObject({ seq: 1, data: { open: false } });
    await close('closing', []);
    await stays.until(({ t }) => t === 'unsub');
    const events = await ask('GET', '/rooms/closing/messages', 'viewer');
    expect(events.body['events']).toHaveLength(1);
  });

  it('is an operator’s to change, who is audited', async () => {
    const body = { open: true, members: [bob.id, bob.id] };
    for (const token of [ada.token, 'viewer', `key-${uuidv7()}`]) {
      expect((await ask('PUT', '/rooms/audited', token, body)).status).toBe(403);
    }
    expect((await ask('PUT', '/rooms/audited', undefined, body)).status).toBe(401);
    expect((await ask('PUT', '/rooms/audited', 'operator', body)).body).toMatchObject({ roster: [bob.id] });
    const lost = uuidv7();
    expect(
      (await ask('PUT', '/rooms/audited', 'operator', { open: false, members: [ada.id, lost] })).body,
    ).toMatchObject({
      code: 'INVALID_INPUT',
      errors: [{ pointer: '/members/1', code: 'USER_UNKNOWN' }],
    });
    expect((await ask('GET', '/rooms/audited', 'viewer')).body).toMatchObject({ open: true, roster: [bob.id] });
    expect(await database.db.query(`SELECT actor_kind, action, data FROM audit_log WHERE subject = 'audited'`)).toEqual(
      [{ actor_kind: 'admin', action: 'room.changed', data: { open: true, members: 1 } }],
    );
  });
});

describe('strangers', () => {
  it('are let into open rooms where the configuration says so, under names of their own', async () => {
    const open = await startRoomProcess({ database, strangers: true });
    const [one, other] = [await open.open(undefined, 'Zoë'), await open.open(undefined, '\u202eevil')];
    await one.ask('sub', { ch: 'room:strangers' });
    const { ok } = await one.ask('pub', { ch: 'room:strangers', data: 'hi', key: 'a' });
    expect(ok).toMatchObject({ seq: 1 });
    const seen = await other.ask('sub', { ch: 'room:strangers' });
    expect(JSON.stringify(seen)).toContain('"name":"Zoë"');
    expect(JSON.stringify(seen)).toMatch(/"id":"anonymous:[0-9a-f-]{36}"/);
    const nameless = await other.ask('pub', { ch: 'room:strangers', data: 'hi', key: 'a' });
    expect(nameless).toMatchObject({ ok: { seq: 2 } });
    const event = await one.until(({ seq, t }) => t === 'event' && seq === 2);
    expect(event).toMatchObject({ data: { from: { name: null, kind: 'anonymous' } } });
    expect((await open.ask('GET', '/rooms/strangers')).status).toBe(200);
    expect((await open.ask('POST', '/rooms/strangers/messages', undefined, { data: 1, key: 'a' })).status).toBe(401);
    await open.stop();
  });

  it('see no room elsewhere', async () => {
    const socket = await process.open();
    expect(await socket.ask('sub', { ch: 'room:strangers' })).toMatchObject({ error: { code: 'UNKNOWN_CHANNEL' } });
    const pub = await socket.ask('pub', { ch: 'room:strangers', data: 1, key: 'a' });
    expect(pub).toMatchObject({ error: { code: 'UNKNOWN_CHANNEL' } });
    expect((await ask('GET', '/rooms/strangers')).status).toBe(401);
    expect((await say('strangers', undefined, 1)).status).toBe(401);
  });
});
