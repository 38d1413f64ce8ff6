import { closedTo, type Database } from '@jobwire/db';

import type { Caller } from '../auth/caller.ts';
import type { Watcher } from '../channels/channel-kind.ts';
import { gather } from './gather.ts';
import { isRoomName } from './room-name.ts';

/** Says who may be in a room. */
export interface RoomAccess {
  mayWatch(room: string, caller: Caller): Promise<boolean>;
  /** Those who may not any more, by one statement. */
  forbidden(watchers: readonly Watcher[]): Promise<readonly Watcher[]>;
}

/**
 * Make the guard of rooms. Administrators see every room; everybody else sees the open ones and those whose members they
 * are. Strangers see none, unless the configuration lets them into the open ones.
 */
export function createRoomAccess(db: Database, { strangers }: { strangers: boolean }): RoomAccess {
  const isClosedTo = gather((watchers: readonly Watcher[]) =>
    closedTo(
      db,
      watchers.map(({ id, caller }) => ({ room: id, userId: caller.kind === 'user' ? caller.userId : null })),
    ),
  );
  const isGroupClosed = async ([first]: readonly Watcher[]): Promise<boolean> =>
    first !== undefined && isClosedTo(first);
  return {
    async mayWatch(room, caller) {
      if (!isRoomName(room) || (caller.kind === 'anonymous' && !strangers)) return false;
      if (caller.kind === 'admin') return true;
      return !(await isClosedTo({ id: room, caller }));
    },
    async forbidden(watchers) {
      // A user with ten sockets, and all strangers, are asked about once.
      const groups = new Map<string, Watcher[]>();
      for (const watcher of watchers) {
        const { id, caller } = watcher;
        if (caller.kind === 'admin') continue;
        const key = `${id} ${caller.kind === 'user' ? caller.userId : ''}`;
        const group = groups.get(key) ?? [];
        groups.set(key, group);
        group.push(watcher);
      }
      const closed = await Promise.all([...groups.values()].map(isGroupClosed));
      return [...groups.values()].filter((_group, index) => closed[index]).flat();
    },
  };
}
