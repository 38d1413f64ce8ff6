import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from '@jobwire/runtime';

import { type LiveSystem, startLiveSystem } from './testing/live-system.ts';
import { eventsOf, type Frame, openTestSocket, type TestSocket } from './testing/test-socket.ts';

let system: LiveSystem;
/** How far the time of permissions is ahead, in milliseconds. */
let ahead = 0;
const greeted = async (user?: string): Promise<TestSocket> => {
  const socket = await openTestSocket(system.socketUrl);
  await socket.ask('hello', user === undefined ? {} : { token: system.tokenOf(user) });
  return socket;
};
const numbersOf = (frames: readonly Frame[], channel: string): unknown[] =>
  eventsOf(frames, channel).map(({ seq, skipped }) => [seq, skipped]);

beforeAll(async () => {
  system = await startLiveSystem({ permissionClock: { now: () => Date.now() + ahead } });
});
afterAll(() => system.stop());

describe('publishing', () => {
  it('reaches everybody who watches, in the order in which one socket sent it', async () => {
    const [ada, eve] = [await greeted('ada'), await greeted('eve')];
    await eve.ask('sub', { ch: 'room:order' });
    const asked = Array.from({ length: 10 }, (_, index) =>
      ada.ask('pub', { ch: 'room:order', data: index, key: `k${index}` }),
    );
    const replies = await Promise.all(asked);
    expect(replies.map(({ ok }) => ok)).toEqual(
      replies.map((_, index) => ({ ch: 'room:order', epoch: system.epoch, seq: index + 1 })),
    );
    await eve.until(({ seq }) => seq === 10);
    expect(eventsOf(eve.frames, 'room:order').map(({ data }) => data)).toEqual(
      replies.map((_, index) => ({ from: { id: 'ada' }, data: index })),
    );
    await Promise.all([ada.close(), eve.close()]);
  });

  it('can leave out its own socket, whose next event says how many it stands for', async () => {
    const [ada, eve] = [await greeted('ada'), await greeted('eve')];
    for (const socket of [ada, eve]) await socket.ask('sub', { ch: 'room:echo' });
    const say = (socket: TestSocket, exclude: boolean) =>
      socket.ask('pub', { ch: 'room:echo', data: 1, key: 'k', exclude });
    await say(ada, true);
    await say(ada, true);
    await say(eve, false);
    await say(ada, true);
    await say(ada, false);
    await Promise.all([ada, eve].map((socket) => socket.until(({ seq, t }) => t === 'event' && seq === 5)));
    expect(numbersOf(ada.frames, 'room:echo')).toEqual([
      [3, 2],
      [5, 1],
    ]);
    expect(numbersOf(eve.frames, 'room:echo')).toEqual([1, 2, 3, 4, 5].map((seq) => [seq, undefined]));
    expect(JSON.stringify(eve.frames)).not.toContain('except');
    await Promise.all([ada.close(), eve.close()]);
  });

  it('is refused where nobody can, where there is nothing, and with members that only the server says', async () => {
    const socket = await greeted('ada');
    const codeOf = async (members: Frame): Promise<unknown> => {
      const { error } = await socket.ask('pub', { data: 1, key: 'k', ...members });
      return (error as { code: string }).code;
    };
    expect(await codeOf({ ch: `job:${uuidv7()}` })).toBe('CHANNEL_READ_ONLY');
    expect(await codeOf({ ch: 'nothing:here' })).toBe('UNKNOWN_CHANNEL');
    expect(await codeOf({ ch: 'room:x', from: { id: 'eve' } })).toBe('INVALID_INPUT');
    expect(await codeOf({ ch: 'room:x', seq: 7 })).toBe('INVALID_INPUT');
    await socket.close();
  });
});

describe('questions about a channel', () => {
  it('are answered of those that the socket watches', async () => {
    const socket = await greeted('ada');
    for (const op of ['presence', 'history']) {
      expect((await socket.ask(op, { ch: 'room:quiet' }))['error']).toMatchObject({ code: 'UNKNOWN_CHANNEL' });
    }
    await socket.ask('sub', { ch: 'room:quiet' });
    expect((await socket.ask('presence', { ch: 'room:quiet' }))['ok']).toEqual({ online: 1, members: [] });
    const empty = { epoch: system.epoch, events: [], more: false };
    expect((await socket.ask('history', { ch: 'room:quiet' }))['ok']).toEqual(empty);
    system.rooms.expelled.add('ada');
    for (const op of ['presence', 'history']) {
      expect((await socket.ask(op, { ch: 'room:quiet' }))['error']).toMatchObject({ code: 'UNKNOWN_CHANNEL' });
    }
    system.rooms.expelled.delete('ada');
    await socket.close();
  });

  it('about its past give pages from the newest to the oldest that is kept, with a ticket too', async () => {
    const job = await system.newJob();
    await job.happen(Array.from({ length: 6 }, () => 'job.progress'));
    const socket = await greeted();
    await socket.ask('sub', { ch: job.channel, ticket: job.ticket });
    const page = async (members: Frame): Promise<unknown> => {
      const { ok } = await socket.ask('history', { ch: job.channel, ...members });
      const { events, more } = ok as { events: { seq: number }[]; more: boolean };
      return [events.map(({ seq }) => seq), more];
    };
    expect(await page({ limit: 3 })).toEqual([[5, 6, 7], true]);
    expect(await page({ limit: 3, before: 5 })).toEqual([[2, 3, 4], true]);
    expect(await page({ limit: 3, before: 2 })).toEqual([[1], false]);
    expect(await page({ limit: 7 })).toEqual([[1, 2, 3, 4, 5, 6, 7], false]);
    expect(await page({ before: 1_000_000_000 })).toEqual([[1, 2, 3, 4, 5, 6, 7], false]);
    await system.db.query('DELETE FROM job_events WHERE job_id = $1 AND seq <= 3', [job.id]);
    expect(await page({ limit: 2, before: 6 })).toEqual([[4, 5], false]);
    expect(await page({ before: 3 })).toEqual([[], false]);
    await socket.close();
  });

  it('about who is there have no answer where that is not known', async () => {
    const job = await system.newJob();
    const socket = await greeted();
    await socket.ask('sub', { ch: job.channel, ticket: job.ticket });
    expect((await socket.ask('presence', { ch: job.channel }))['error']).toMatchObject({ code: 'BAD_REQUEST' });
    await socket.close();
  });
});

describe('a permission', () => {
  it('that goes away ends the subscription, and the room knows who has left', async () => {
    const [ada, eve] = [await greeted('ada'), await greeted('eve')];
    for (const socket of [ada, eve]) await socket.ask('sub', { ch: 'room:closed' });
    await ada.until(({ t }) => t === 'presence');
    expect([...system.rooms.inside].filter((place) => place.startsWith('closed '))).toHaveLength(2);
    system.rooms.expelled.add('ada');
    await system.permissions.check();
    expect(await ada.until(({ t }) => t === 'unsub')).toEqual({
      t: 'unsub',
      ch: 'room:closed',
      code: 'UNKNOWN_CHANNEL',
      retryable: false,
    });
    expect([...system.rooms.inside].filter((place) => place.startsWith('closed '))).toHaveLength(1);
    for (const [op, members] of [
      ['pub', { data: 1, key: 'k' }],
      ['sub', { since: '0' }],
    ] as const) {
      const { error } = await ada.ask(op, { ch: 'room:closed', ...members });
      expect(error).toMatchObject({ code: 'UNKNOWN_CHANNEL' });
    }
    await eve.ask('pub', { ch: 'room:closed', data: 'alone', key: 'k' });
    expect(eventsOf(ada.frames, 'room:closed')).toEqual([]);
    await eve.ask('unsub', { ch: 'room:closed' });
    expect([...system.rooms.inside].filter((place) => place.startsWith('closed '))).toEqual([]);
    system.rooms.expelled.delete('ada');
    await Promise.all([ada.close(), eve.close()]);
  });

  it('of a ticket ends with its time, and that of an owner does not', async () => {
    const owner = uuidv7();
    const job = await system.newJob(owner);
    const [stranger, ada] = [await greeted(), await greeted(owner)];
    for (const socket of [stranger, ada]) await socket.ask('sub', { ch: job.channel, ticket: job.ticket });
    await system.permissions.check();
    ahead = 25 * 60 * 60_000;
    await system.permissions.check();
    expect(await stranger.until(({ t }) => t === 'unsub')).toMatchObject({ ch: job.channel, retryable: false });
    expect((await ada.ask('history', { ch: job.channel }))['ok']).toMatchObject({ more: false });
    ahead = 0;
    await Promise.all([stranger.close(), ada.close()]);
  });

  it('that was never there closes the socket with 4003 at the tenth attempt', async () => {
    const socket = await greeted('ada');
    const asked = Array.from({ length: 10 }, (_, index) =>
      socket.ask('sub', { ch: index % 2 === 0 ? `room:secret-${index}` : `job:${uuidv7()}` }),
    );
    for (const { error } of await Promise.all(asked)) expect(error).toMatchObject({ code: 'UNKNOWN_CHANNEL' });
    expect(await socket.closed).toBe(4003);
  });
});
