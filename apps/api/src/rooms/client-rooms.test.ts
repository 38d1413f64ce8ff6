import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, createClient, type RoomItem } from '@jobwire/client';
import { createKeyRing, systemClock } from '@jobwire/runtime';
import { eventually } from '@jobwire/testing';
import { WebSocket } from 'ws';

import { createAccessTokens } from '../auth/access-tokens.ts';
import { type ComposedApi, composedApi, composedSecret } from '../openapi/testing/composed-api.ts';
import { newPerson } from './testing/people.ts';

let api: ComposedApi;
beforeAll(async () => {
  api = await composedApi({ RATE_LIMITS: 'off' });
});
afterAll(() => api.stop());

interface Guest {
  id: string;
  client: Client;
  /** Sockets of theirs, the newest last. */
  sockets: WebSocket[];
}

/** Somebody who has signed in, and their client. */
async function guest(name: string): Promise<Guest> {
  const { id } = await newPerson(api.db, name);
  const sessionId = crypto.randomUUID();
  await api.db.query(
    `INSERT INTO sessions (id, user_id, family_hash, token_hash, expires_at) VALUES ($1, $2, $3, $3, now() + interval '1 h')`,
    [sessionId, id, sessionId],
  );
  const { issue } = createAccessTokens(createKeyRing(composedSecret), systemClock());
  const token = await issue({ userId: id, sessionId });
  const sockets: WebSocket[] = [];
  class Kept extends WebSocket {
    constructor(url: string, protocol: string) {
      super(url, protocol);
      sockets.push(this);
    }
  }
  return { id, sockets, client: createClient({ baseUrl: api.url, token, WebSocket: Kept }) };
}

/** Be in a room, and write down what is told. */
async function enter({ client }: Guest, name: string) {
  const room = client.room(name);
  const items: RoomItem[] = [];
  room.join().on({
    snapshot: (item) => items.push(item),
    message: (item) => items.push(item),
    personal: (item) => items.push(item),
    presence: (item) => items.push(item),
    changed: (item) => items.push(item),
    error: (error) => Promise.reject(error),
  });
  const told = <Kind extends RoomItem['kind']>(kind: Kind): Extract<RoomItem, { kind: Kind }>[] =>
    items.filter((item): item is Extract<RoomItem, { kind: Kind }> => item.kind === kind);
  await eventually(() => expect(told('snapshot')).toHaveLength(1));
  return { room, told, texts: () => told('message').map(({ data }) => data) };
}

describe('a room', () => {
  it('brings every message once and in order, and who comes and goes', async () => {
    const [ada, bob] = [await guest('Ada'), await guest('Bob')];
    const first = await enter(ada, 'talk');
    const second = await enter(bob, 'talk');
    await eventually(() => expect(first.told('presence').at(-1)).toMatchObject({ online: 2 }));
    for (const text of ['one', 'two', 'three']) await second.room.send(text);
    await eventually(() => expect(first.texts()).toEqual(['one', 'two', 'three']));
    expect(first.told('message')[0]).toMatchObject({ seq: 1, from: { id: bob.id, name: 'Bob', kind: 'user' } });
    await eventually(() => expect(second.texts()).toEqual(['one', 'two', 'three']));
    expect(await first.room.presence()).toMatchObject({ online: 2 });
    expect(await first.room.history({ limit: 2 })).toMatchObject({ more: true, events: [{ seq: 2 }, { seq: 3 }] });
    await second.room.send({ text: 'for you' }, { to: ada.id });
    for (const { told } of [first, second]) {
      await eventually(() => expect(told('personal')).toMatchObject([{ from: { id: bob.id }, to: ada.id }]));
    }
    second.room.leave();
    await eventually(() => expect(first.told('presence').at(-1)).toMatchObject({ online: 1, left: [{ id: bob.id }] }));
    first.room.leave();
    await eventually(() =>
      expect([ada.client.connection, bob.client.connection]).toEqual([{ state: 'idle' }, { state: 'idle' }]),
    );
  });
});

describe('the notifications of a client', () => {
  it('are a list that follows what happens, on all devices', async () => {
    const { id, client } = await guest('Ada');
    const told: [string, number, string[]][] = [];
    const stop = new AbortController();
    client.notifications.watch({ signal: stop.signal }).on({
      initial: ({ kind, unread, notifications }) => told.push([kind, unread, notifications.map(({ title }) => title)]),
      new: ({ kind, unread, notifications }) => told.push([kind, unread, notifications.map(({ title }) => title)]),
      read: ({ kind, unread, ids }) => told.push([kind, unread, [...ids]]),
    });
    await eventually(() => expect(told).toEqual([['initial', 0, []]]));
    const authorization = `Bearer ${await api.operatorToken()}`;
    for (const title of ['first', 'second']) {
      const body = JSON.stringify({ userId: id, title, sendEmail: false });
      const headers = { authorization, 'content-type': 'application/json' };
      expect((await fetch(`${api.url}/notifications`, { method: 'POST', headers, body })).status).toBe(201);
    }
    await eventually(() => expect(told.at(-1)).toEqual(['new', 2, ['second', 'first']]));
    const { notifications } = await client.notifications.list({ unread: true });
    const [newest] = notifications;
    expect(await client.notifications.markRead([newest?.id ?? ''])).toMatchObject({ unread: 1 });
    await eventually(() => expect(told.at(-1)).toEqual(['read', 1, [newest?.id]]));
    stop.abort();
    // No socket is open now: it goes by a request.
    expect(await client.notifications.markRead('all')).toMatchObject({ unread: 0 });
    expect(client.connection).toEqual({ state: 'idle' });
  });
});

describe('the broadcast', () => {
  it('reaches whoever listens', async () => {
    const { client } = await guest('Ada');
    const listening = client.broadcast();
    expect(await listening.next()).toMatchObject({ value: { kind: 'snapshot' } });
    await fetch(`${api.url}/broadcast`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await api.operatorToken()}`, 'content-type': 'application/json' },
      body: JSON.stringify({ message: 'Lunch' }),
    });
    expect(await listening.next()).toMatchObject({ value: { kind: 'message', message: 'Lunch' } });
    listening.leave();
  });
});

describe('a room whose sockets break', () => {
  it('stores each message once, and tells each once, also of those who came meanwhile', async () => {
    const [ada, bob] = [await guest('Ada'), await guest('Bob')];
    const first = await enter(ada, 'broken');
    const second = await enter(bob, 'broken');
    const sent = Array.from({ length: 20 }, (_, index) => `message ${index}`);
    for (const [index, text] of sent.entries()) {
      const sending = second.room.send(text);
      // Before the answer, among the events, or not at all.
      if (index % 3 === 0) bob.sockets.at(-1)?.terminate();
      if (index % 4 === 0) ada.sockets.at(-1)?.terminate();
      await sending;
    }
    const late = await enter(await guest('Carol'), 'broken');
    await eventually(() => expect(first.texts()).toEqual(sent));
    await eventually(() => expect(second.texts()).toEqual(sent));
    await eventually(() => expect(first.told('presence').at(-1)).toMatchObject({ online: 3 }));
    expect(late.told('snapshot')[0]?.messages.map(({ data }) => data)).toEqual(sent);
    for (const { room } of [first, second, late]) room.leave();
  });

  it('says so when it is closed, and does not come back', async () => {
    const ada = await guest('Ada');
    const room = ada.client.room('shut');
    const watch = room.join();
    expect(await watch.next()).toMatchObject({ value: { kind: 'snapshot', open: true } });
    const operator = await api.operatorToken();
    const shut = await fetch(`${api.url}/rooms/shut`, {
      method: 'PUT',
      headers: { authorization: `Bearer ${operator}`, 'content-type': 'application/json' },
      body: JSON.stringify({ open: false, members: [] }),
    });
    expect(shut.status).toBe(200);
    const rest = (async () => {
      for await (const item of watch) if (item.kind === 'message') throw new Error('Nothing was said');
    })();
    await expect(rest).rejects.toMatchObject({ code: 'UNKNOWN_CHANNEL' });
    await expect(room.send('still here')).rejects.toMatchObject({ code: 'UNKNOWN_CHANNEL' });
  });
});
