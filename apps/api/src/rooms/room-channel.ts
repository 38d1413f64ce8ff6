import { type Database, readPresence, readRoomState, type RoomMember } from '@jobwire/db';
import { type Member, roomChannel, type RoomSnapshot } from '@jobwire/realtime';

import type { ChannelKind } from '../channels/channel-kind.ts';
import { logSource } from '../channels/channel-log.ts';
import { shareReadings } from './gather.ts';
import type { Presence } from './presence.ts';
import type { PublishInRoom } from './publish-message.ts';
import type { RoomAccess } from './room-access.ts';
import { mostMembers, newestMessages } from './room-limits.ts';
import { isRoomName } from './room-name.ts';
import { personOf } from './room-person.ts';

/** What the channels of rooms work with. */
export interface RoomChannelOptions {
  db: Database;
  access: RoomAccess;
  publish: PublishInRoom;
  presence: Pick<Presence, 'entered'>;
}

/** The channels `room:<name>`: their log is the room's chat, their snapshot who is there and the newest messages. */
export function createRoomChannel({ db, access, publish, presence }: RoomChannelOptions): ChannelKind {
  const limits = { members: mostMembers, messages: newestMessages };
  // When a process has gone, thousands may come back to one room within a second.
  const read = shareReadings((room) => readRoomState(db, room, roomChannel(room).name, limits));
  return {
    ...logSource(db, (room) => roomChannel(room).name),
    mayWatch: (room, caller) => access.mayWatch(room, caller),
    forbidden: access.forbidden,
    async state(room) {
      if (!isRoomName(room)) return undefined;
      const { seq, open, online, members, messages } = await read(room);
      const snapshot: RoomSnapshot = {
        room,
        open,
        online,
        members: members.map(memberOf),
        messages: messages.map((event) => ({ ...event })),
      };
      return { seq, final: false, snapshot };
    },
    publish,
    async present(room) {
      const found = (await readPresence(db, [room])).get(room) ?? [];
      return { online: found.length, members: found.slice(0, mostMembers).map(memberOf) };
    },
    entered: (room, visitor, push) => presence.entered(room, personOf(visitor), push),
  };
}

/** A member as the wire has it. */
export function memberOf({ id, name, kind }: RoomMember): Member {
  return { id, name, kind };
}
