import { type Actor, type Database, insertAuditEntry, replaceRoster, setRoom } from '@jobwire/db';
import { roomChannel } from '@jobwire/realtime';
import { appError } from '@jobwire/runtime';

import type { ChannelLog } from '../channels/channel-log.ts';

/** How a room shall be. */
export interface WantedRoom {
  room: string;
  open: boolean;
  /** Ids of the users who may enter when it is closed. */
  members: readonly string[];
}

/** Unknown ids that one answer names at most. */
const mostNamed = 20;

/**
 * Open or close a room and replace the list of its members; audited. Whoever may not be there any more is refused by the
 * next message they write, and their subscriptions end within two seconds.
 *
 * @throws AppError INVALID_INPUT when a member is no user
 */
export async function changeRoom(db: Database, log: ChannelLog, wanted: WantedRoom, actor: Actor): Promise<void> {
  const { room, open } = wanted;
  const members = wanted.members.map((id) => id.toLowerCase());
  const announce = await db.transaction(async (tx) => {
    const { wasOpen } = await setRoom(tx, room, open);
    const unknown = await replaceRoster(tx, room, members);
    if (unknown.length > 0) throw unknownMembers(members, unknown);
    const data = { open, members: new Set(members).size };
    await insertAuditEntry(tx, { actor, action: 'room.changed', subject: room, data });
    if (wasOpen === open) return undefined;
    const appended = await log.append(tx, { channel: roomChannel(room).name, type: 'room.changed', data: { open } });
    return appended.announce;
  });
  announce?.();
}

function unknownMembers(members: readonly string[], unknown: readonly string[]): Error {
  const errors = unknown.slice(0, mostNamed).map((id) => ({
    pointer: `/members/${members.indexOf(id)}`,
    code: 'USER_UNKNOWN',
    message: 'There is no such user',
  }));
  return appError('INVALID_INPUT', { errors });
}
