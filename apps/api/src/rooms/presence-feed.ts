import { type Database, type PresentMember, readPresence } from '@jobwire/db';
import type { Bus, BusSubscription } from '@jobwire/queue';
import { roomChannel } from '@jobwire/realtime';
import { asError, type Emit } from '@jobwire/runtime';

import { encode } from '../sockets/frames.ts';
import { mostMembers } from './room-limits.ts';

/** Tells who watches a room, in this process, who came and who left, in any. */
export interface PresenceFeed {
  /** Listen to a room. Returns what ends it. */
  listen(room: string, push: (frame: Buffer) => void): () => void;
  /** Somebody may have come or left: read it soon. Rooms that nobody listens to are left alone. */
  request(rooms: Iterable<string>): void;
  /** The same for every room. */
  requestAll(): void;
  close(): void;
}

/** What the feed works with. */
export interface PresenceFeedOptions {
  db: Database;
  bus: Pick<Bus, 'watch' | 'onGap'>;
  emit: Emit;
  /** Time between two readings of one room, in milliseconds; as often its listeners hear of it. */
  gapMs: number;
  /** Time between two readings of everything, which find what no hint told of, in milliseconds. */
  checkEveryMs: number;
}

interface Listened {
  pushes: Set<(frame: Buffer) => void>;
  hints: BusSubscription;
  openedAt: number;
  /** Undefined before the first reading. */
  known: ReadonlyMap<string, PresentMember> | undefined;
  readAt: number;
  last: { frame: Buffer; at: number } | undefined;
}

/** The name under which processes tell each other of a room's comings and goings. Nothing is stored under it. */
export function hintsOf(room: string): string {
  return `presence:${room}`;
}

/** A newcomer's snapshot may be so much older than what was told meanwhile, in milliseconds. */
const snapshotAgeMs = 2_000;

/** Make the feed of a process: one statement at a time for all rooms of which something is to be told. */
export function createPresenceFeed({ db, bus, emit, gapMs, checkEveryMs }: PresenceFeedOptions): PresenceFeed {
  const rooms = new Map<string, Listened>();
  const stale = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  let reading = false;

  const dueInMs = (room: string): number => (rooms.get(room)?.readAt ?? 0) + gapMs - performance.now();
  const schedule = (): void => {
    clearTimeout(timer);
    if (reading || stale.size === 0) return;
    const first = Math.min(...[...stale].map(dueInMs));
    timer = setTimeout(() => void read(), Math.max(0, first)).unref();
  };
  const request = (wanted: Iterable<string>): void => {
    for (const room of wanted) if (rooms.has(room)) stale.add(room);
    schedule();
  };

  const read = async (): Promise<void> => {
    const due = [...stale].filter((room) => dueInMs(room) <= 0);
    reading = true;
    for (const room of due) stale.delete(room);
    const begun = performance.now();
    try {
      const found = due.length > 0 ? await readPresence(db, due) : new Map<string, PresentMember[]>();
      for (const room of due) tell(room, rooms.get(room), found.get(room) ?? []);
    } catch (error) {
      emit('presence.failed', { error: asError(error) });
      for (const room of due) if (rooms.has(room)) stale.add(room);
    } finally {
      reading = false;
      for (const room of due) touch(rooms.get(room), begun);
      schedule();
    }
  };

  const stopGaps = bus.onGap(() => request(rooms.keys()));
  const check = setInterval(() => request(rooms.keys()), checkEveryMs).unref();

  const open = (room: string): Listened => {
    const hints = bus.watch(hintsOf(room), () => request([room]));
    // Nobody waits for the bus: what was told before it listens is found by reading once more.
    hints.confirmed.then(
      () => request([room]),
      (error: unknown) => emit('bus.watch.failed', { channel: hintsOf(room), error }),
    );
    const openedAt = performance.now();
    const added = { pushes: new Set<(frame: Buffer) => void>(), hints, openedAt, known: undefined, readAt: -gapMs };
    const listened: Listened = { ...added, last: undefined };
    rooms.set(room, listened);
    request([room]);
    return listened;
  };

  return {
    listen(room, push) {
      const listened = rooms.get(room) ?? open(room);
      listened.pushes.add(push);
      const { last } = listened;
      if (last && performance.now() - last.at < snapshotAgeMs) push(last.frame);
      return () => {
        listened.pushes.delete(push);
        if (listened.pushes.size > 0 || rooms.get(room) !== listened) return;
        rooms.delete(room);
        stale.delete(room);
        listened.hints.unsubscribe();
      };
    },
    request,
    requestAll: () => request(rooms.keys()),
    close() {
      clearInterval(check);
      clearTimeout(timer);
      stopGaps();
      for (const { hints } of rooms.values()) hints.unsubscribe();
      rooms.clear();
      stale.clear();
    },
  };
}

function touch(listened: Listened | undefined, at: number): void {
  if (listened) listened.readAt = at;
}

/** Tell a room's listeners what is new to them: one frame, encoded once. */
function tell(room: string, listened: Listened | undefined, members: readonly PresentMember[]): void {
  if (!listened) return;
  const before = listened.known;
  const now = new Map(members.map((member) => [member.id, member]));
  listened.known = now;
  const joined = members.filter(({ id, forMs }) => (before ? !before.has(id) : isNewerThan(listened.openedAt, forMs)));
  const left = before ? [...before.values()].filter(({ id }) => !now.has(id)) : [];
  if (joined.length === 0 && left.length === 0) return;
  const { name: ch } = roomChannel(room);
  const named = (all: readonly PresentMember[]): Omit<PresentMember, 'forMs'>[] =>
    all.slice(0, mostMembers).map(({ id, name, kind }) => ({ id, name, kind }));
  const frame = encode({ t: 'presence', ch, online: members.length, joined: named(joined), left: named(left) });
  listened.last = { frame, at: performance.now() };
  for (const push of listened.pushes) push(frame);
}

/** True for who came since the first listener did, who was shown the others. */
function isNewerThan(openedAt: number, forMs: number): boolean {
  return forMs <= performance.now() - openedAt + snapshotAgeMs / 2;
}
