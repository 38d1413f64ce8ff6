import { describe, expect, it } from '@jest/globals';
import { JobwireError } from '@jobwire/client';

import { announcementAfter, newsMs, shownOf } from '../broadcast/broadcast.ts';
import { blocksOf, textOfMessage } from './blocks.ts';
import {
  type Conversation,
  conversationAfter,
  type Line,
  type Member,
  unknownConversation,
  withOlder,
} from './conversation.ts';
import { createKeptRooms } from './kept-rooms.ts';
import { namesOf } from './names.ts';
import { excessOf } from './open-room.ts';
import { createOutbox } from './outbox.ts';
import { roomWords } from './words.ts';

const person = (id: string): Member => ({ id, name: id, kind: 'user' });
const [ada, bo, cy] = [person('Ada'), person('Bo'), person('Cy')];
const noon = Date.parse('2026-11-24T12:00:00.000Z');
const message = (seq: number, from: Member, minute = 0) => ({
  seq,
  from,
  at: new Date(noon + minute * 60_000).toISOString(),
  data: { text: `${from.id} ${seq}` },
  key: `key-${seq}`,
});
const after = (before: Conversation, item: Parameters<typeof conversationAfter>[1], now = noon): Conversation =>
  conversationAfter(before, item, { me: 'Ada', now });
const entered = (messages: ReturnType<typeof message>[]): Conversation =>
  after(unknownConversation, {
    kind: 'snapshot',
    position: 'e:9',
    room: 'lobby',
    open: true,
    online: 1,
    members: [ada],
    messages,
  });
const presence = (joined: Member[], left: Member[]) =>
  ({ kind: 'presence', joined, left, online: 2, members: [ada, bo] }) as const;
const idsOf = (lines: readonly Line[]): string[] => lines.map(({ id }) => id);

function memory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (place) => kept.get(place) ?? null,
    setItem: (place, text) => void kept.set(place, text),
    removeItem: (place) => void kept.delete(place),
  };
}

describe('a conversation', () => {
  it('takes each message once, and reaches back page by page without gaps or repetitions', () => {
    const first = entered([message(4, bo), message(5, bo)]);
    expect([first.more, first.oldest]).toEqual([true, 4]);
    const next = after(first, { kind: 'message', position: 'e:6', ...message(6, ada, 1) });
    expect(after(next, { kind: 'message', position: 'e:6', ...message(6, ada, 1) })).toEqual(next);
    const { from, data, key, at } = message(3, bo, -1);
    const page = [
      { seq: 2, type: 'room.changed', at: message(2, bo, -2).at, data: { open: false } },
      { seq: 3, type: 'room.message', at, data: { from, data, key } },
    ];
    const all = withOlder(next, { events: page, more: false });
    expect([idsOf(all.lines), all.oldest, all.more]).toEqual([['changed 2', '3', '4', '5', '6'], 2, false]);
    expect(idsOf(withOlder(all, { events: page, more: false }).lines)).toEqual(idsOf(all.lines));
  });

  it('keeps messages to one member when the room is read anew, because its log does not have them', () => {
    const personal = { ...message(0, bo, 2), room: 'lobby', to: 'Ada', kind: 'personal' } as const;
    const told = after(entered([message(1, bo)]), personal);
    const again = after(told, {
      kind: 'snapshot',
      position: 'e:9',
      room: 'lobby',
      open: true,
      online: 1,
      members: [],
      messages: [message(8, cy, 3)],
    });
    expect(again.lines.map((line) => line.kind === 'said' && [line.seq, line.to])).toEqual([
      [null, 'Ada'],
      [8, undefined],
    ]);
  });

  it('gathers comings and goings of a minute, without one’s own and those that come to nothing', () => {
    const came = after(after(entered([]), presence([ada, bo], [])), presence([cy], []), noon + 1_000);
    expect(came.lines).toMatchObject([{ kind: 'crossing', joined: [bo, cy], left: [] }]);
    const gone = after(came, presence([], [cy]), noon + 2_000);
    expect(gone.lines).toMatchObject([{ joined: [bo], left: [] }]);
    expect(after(gone, presence([], [bo]), noon + 3_000).lines).toEqual([]);
    expect(after(gone, presence([], [bo]), noon + 90_000).lines).toHaveLength(2);
  });

  it('is drawn in turns of one person, until another speaks, time passes, or it is for one member alone', () => {
    const { lines } = entered([
      message(1, ada),
      message(2, ada, 1),
      message(3, bo, 1),
      message(4, ada, 2),
      message(5, ada, 9),
    ]);
    const turns = (all: readonly Line[], unseen?: string) =>
      blocksOf(all, unseen).map((block) => (block.kind === 'turn' ? idsOf(block.said).join() : block.kind));
    expect(turns(lines)).toEqual(['1,2', '3', '4', '5']);
    expect(turns(lines, '2')).toEqual(['1', 'mark', '2', '3', '4', '5']);
    const alone = after(entered([message(1, bo)]), { ...message(0, bo), room: 'lobby', to: 'Ada', kind: 'personal' });
    expect(turns(alone.lines)).toEqual(['1', 'Bo key-0']);
  });

  it('says any JSON, and counts what would be too much', () => {
    expect(textOfMessage({ text: 'Hi' })).toEqual({ text: 'Hi', plain: true });
    expect(textOfMessage('Hi')).toEqual({ text: 'Hi', plain: true });
    expect(textOfMessage({ text: 1 })).toEqual({ text: '{\n  "text": 1\n}', plain: false });
    expect(textOfMessage(null).text).toBe('null');
    expect([excessOf('a'.repeat(8_192 - 11)), excessOf('"'.repeat(8_192 - 11))]).toEqual([0, 8_181]);
  });

  it('names several people in few words', () => {
    const nameless: Member = { id: 'k', name: null, kind: 'key' };
    const said = [[ada], [ada, bo], [ada, bo, cy], [nameless]].map((some) => namesOf(some, roomWords.en));
    expect(said).toEqual(['Ada', 'Ada and Bo', 'Ada and 2 others', 'A program']);
    expect(namesOf([ada, bo, cy], roomWords['zh-CN'])).toBe('Ada和另外 2 人');
  });
});

describe('what a browser keeps of rooms', () => {
  it('is the last rooms and every draft, for each person alone', () => {
    const storage = memory();
    const kept = createKeptRooms(storage, 'ada');
    for (const room of ['lobby', '厨房', 'lobby']) kept.visited(room);
    kept.keepDraft('lobby', 'Half a');
    kept.keepDraft('厨房', 'x');
    kept.keepDraft('厨房', '');
    const again = createKeptRooms(storage, 'ada');
    expect([again.recent(), again.draft('lobby'), again.draft('厨房')]).toEqual([['lobby', '厨房'], 'Half a', '']);
    expect(createKeptRooms(storage, 'bo').recent()).toEqual([]);
    storage.setItem('jobwire.rooms.bo', '{"not": "a list"}');
    expect(createKeptRooms(storage, 'bo').recent()).toEqual([]);
  });
});

describe('an outbox', () => {
  it('sends in order, says what was refused, and sends that again under the same key', async () => {
    const sent: string[] = [];
    let refuses = true;
    const storage = memory();
    const outbox = createOutbox({
      storage,
      place: 'here',
      async send({ key }) {
        sent.push(key);
        if (key === 'b' && refuses) throw new JobwireError({ code: 'FORBIDDEN' });
      },
    });
    for (const key of ['a', 'b', 'c']) outbox.add({ key, text: key, to: undefined });
    const settled = async (): Promise<void> => {
      while (outbox.all.value.some(({ state }) => state === 'sending')) await new Promise(setImmediate);
    };
    await settled();
    expect(sent).toEqual(['a', 'b', 'c']);
    expect(outbox.all.value.map(({ state }) => state)).toEqual(['sent', 'failed', 'sent']);
    const reloaded = createOutbox({
      storage,
      place: 'here',
      send: () => Promise.reject(new Error('It was not asked')),
    });
    expect(reloaded.all.value).toMatchObject([{ key: 'b', state: 'failed' }]);
    refuses = false;
    outbox.again('b');
    await settled();
    for (const key of sent) outbox.arrived(key);
    expect([sent, outbox.all.value]).toEqual([['a', 'b', 'c', 'b'], []]);
  });

  it('keeps what has no answer yet for the next page, and only that', async () => {
    const storage = memory();
    const never = new Promise<void>(() => undefined);
    const first = createOutbox({
      storage,
      place: 'here',
      send: ({ key }) => (key === 'a' ? Promise.resolve() : never),
    });
    first.add({ key: 'a', text: 'one', to: undefined });
    first.add({ key: 'b', text: 'two', to: { id: 'bo', name: 'Bo' } });
    while (first.all.value[0]?.state === 'sending') await new Promise(setImmediate);
    const sent: unknown[] = [];
    const next = createOutbox({ storage, place: 'here', send: async (unsent) => void sent.push(unsent) });
    expect(sent).toEqual([{ key: 'b', text: 'two', to: { id: 'bo', name: 'Bo' }, state: 'sending' }]);
    while (next.all.value[0]?.state === 'sending') await new Promise(setImmediate);
    expect(storage.getItem('here')).toBeNull();
  });
});

describe('an announcement', () => {
  it('is the newest one, for an hour, until it is put away', () => {
    const told = (seq: number, text: string) => ({ seq, at: new Date(noon).toISOString(), message: { text } });
    const newest = announcementAfter(undefined, {
      kind: 'snapshot',
      position: 'e:2',
      messages: [told(1, 'Old'), told(2, 'New')],
    });
    expect(shownOf(newest, { dismissed: 1, now: noon })?.text).toBe('New');
    expect(shownOf(newest, { dismissed: 2, now: noon })).toBeUndefined();
    expect(shownOf(newest, { dismissed: 0, now: noon + newsMs + 1 })).toBeUndefined();
    const later = announcementAfter(newest, { kind: 'message', position: 'e:3', ...told(3, 'Later') });
    expect(shownOf(later, { dismissed: 2, now: noon })?.text).toBe('Later');
  });
});
