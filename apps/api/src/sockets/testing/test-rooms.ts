import { appendChannelEvent, type Database } from '@jobwire/db';
import { appError } from '@jobwire/runtime';

import { ownerOf } from '../../auth/caller.ts';
import type { ChannelKind, ChannelKinds } from '../../channels/channel-kind.ts';
import { logSource } from '../../channels/channel-log.ts';
import type { LocalBus } from './local-bus.ts';

/** A kind of channel in which a test publishes: the plainest that can do everything. */
export interface TestRooms {
  kinds: ChannelKinds;
  /** Users who are let in no more. */
  expelled: Set<string>;
  /** Connections that are in a room now, as `room connId`. */
  inside: Set<string>;
}

/** Where rooms of a test are kept. */
export interface TestRoomsOptions {
  db: Database;
  bus: LocalBus;
  epoch: string;
}

/** Make the rooms. Strangers may watch as well; who comes in is told who else is there by a presence push. */
export function createTestRooms({ db, bus, epoch }: TestRoomsOptions): TestRooms {
  const expelled = new Set<string>();
  const inside = new Set<string>();
  const kind: ChannelKind = {
    ...logSource(db, (id) => `room:${id}`),
    isReplaceable: ({ data }) => data['replaceable'] === true,
    async state(id) {
      const [row] = await db.query<{ seq: number }>('SELECT seq FROM channels WHERE name = $1', [`room:${id}`]);
      return { seq: row?.seq ?? 0, final: false, snapshot: { room: id } };
    },
    mayWatch: async (id, caller) => !id.startsWith('secret') && !expelled.has(ownerOf(caller) ?? ''),
    forbidden: async (watchers) => watchers.filter(({ caller }) => expelled.has(ownerOf(caller) ?? '')),
    async publish(id, { data, key, exclude }, { caller, connId }) {
      const author = ownerOf(caller);
      if (author === null || expelled.has(author)) throw appError('UNKNOWN_CHANNEL');
      const channel = `room:${id}`;
      const replaceable = key.startsWith('newest-');
      const event = await appendChannelEvent(db, {
        channel,
        type: 'room.message',
        data: { from: { id: author }, data, ...(replaceable ? { replaceable } : {}) },
        ...(exclude ? { except: connId } : {}),
      });
      bus.ring({ channel, seq: event.seq, events: [event] });
      return { ch: channel, epoch, seq: event.seq };
    },
    present: async (id) => ({ online: [...inside].filter((one) => one.startsWith(`${id} `)).length, members: [] }),
    entered(id, { connId }, push) {
      const place = `${id} ${connId}`;
      inside.add(place);
      const frame = { t: 'presence', ch: `room:${id}`, online: inside.size, joined: [], left: [] };
      push(Buffer.from(JSON.stringify(frame)));
      return () => void inside.delete(place);
    },
  };
  return { kinds: { room: kind }, expelled, inside };
}
