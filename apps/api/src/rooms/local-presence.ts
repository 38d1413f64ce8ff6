import type { PresenceEntry, RoomPerson } from '@jobwire/db';

/** Who is in which room through this process, and what of it the record does not know yet. */
export interface LocalPresence {
  /** A connection of somebody is in a room. Returns what to call when it is not any more. */
  enter(room: string, person: RoomPerson): () => void;
  /** What has changed since it was taken the last time, each member of each room once. */
  take(): PresenceEntry[];
  /** Give back what could not be written; what has changed meanwhile counts. */
  giveBack(entries: readonly PresenceEntry[]): void;
  /** The record has forgotten this process: everything has changed. */
  giveAll(): void;
  /** Rooms in which somebody is through this process. */
  rooms(): ReadonlySet<string>;
  /** Forget everybody. */
  close(): void;
}

interface Here {
  room: string;
  person: RoomPerson;
  connections: number;
  leaving?: NodeJS.Timeout;
}

/** How local presence is set up. */
export interface LocalPresenceOptions {
  /** Somebody without a connection stays for so long: a quick reconnect is neither a leave nor a join. In milliseconds. */
  graceMs: number;
  /** There is something to take. */
  changed: () => void;
}

/** Count connections. Several of one person in a room are one member. */
export function createLocalPresence({ graceMs, changed }: LocalPresenceOptions): LocalPresence {
  const here = new Map<string, Here>();
  const dirty = new Map<string, Pick<Here, 'room' | 'person'>>();

  const mark = (room: string, person: RoomPerson): void => {
    dirty.set(keyOf(room, person), { room, person });
    changed();
  };
  const stay = (room: string, person: RoomPerson): Here => {
    const known = here.get(keyOf(room, person));
    if (known) return known;
    const added = { room, person, connections: 0 };
    here.set(keyOf(room, person), added);
    return added;
  };

  return {
    enter(room, person) {
      const member = stay(room, person);
      clearTimeout(member.leaving);
      member.connections += 1;
      mark(room, person);
      let left = false;
      return () => {
        if (left) return;
        left = true;
        member.connections -= 1;
        if (member.connections > 0) return mark(room, person);
        member.leaving = setTimeout(() => {
          here.delete(keyOf(room, person));
          mark(room, person);
        }, graceMs).unref();
      };
    },
    take() {
      const entries = [...dirty].map(([key, { room, person }]) => {
        const member = here.get(key);
        // In its grace a member counts with the connection that it had.
        return { room, person, connections: member ? Math.max(1, member.connections) : 0 };
      });
      dirty.clear();
      return entries;
    },
    giveBack(entries) {
      for (const { room, person } of entries) mark(room, person);
    },
    giveAll() {
      for (const { room, person } of here.values()) mark(room, person);
    },
    rooms: () => new Set([...here.values()].map(({ room }) => room)),
    close() {
      for (const { leaving } of here.values()) clearTimeout(leaving);
      here.clear();
      dirty.clear();
    },
  };
}

function keyOf(room: string, { id }: RoomPerson): string {
  return `${room}\n${id}`;
}
