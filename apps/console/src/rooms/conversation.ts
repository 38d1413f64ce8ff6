import { messageOf, type People, type RoomItem, type RoomMessage } from '@jobwire/client';

/** Somebody who is in a room, or wrote into it. */
export type Member = People['members'][number];

/** Something that was said. */
export interface Said {
  kind: 'said';
  id: string;
  /** Its number in the room; null for a message to one member, which is not in the room's log. */
  seq: number | null;
  from: Member;
  data: unknown;
  key: string | undefined;
  /** Id of the only user who was told; undefined for a message to all. */
  to: string | undefined;
  /** In milliseconds since 1970. */
  at: number;
}

/** Who came and who left, gathered. */
export interface Crossing {
  kind: 'crossing';
  id: string;
  joined: readonly Member[];
  left: readonly Member[];
  at: number;
}

/** The room was opened or closed. */
export interface Changed {
  kind: 'changed';
  id: string;
  open: boolean;
  at: number;
}

/** A line of a conversation. */
export type Line = Said | Crossing | Changed;

/** What a page knows of a room. */
export interface Conversation {
  /** False until the room has been read. */
  known: boolean;
  open: boolean;
  people: People;
  lines: readonly Line[];
  /** The smallest number that was read; undefined when nothing was said. */
  oldest: number | undefined;
  /** Whether something was said before. */
  more: boolean;
}

/** A room before anything is known of it. */
export const unknownConversation: Conversation = {
  known: false,
  open: true,
  people: { online: 0, members: [] },
  lines: [],
  oldest: undefined,
  more: false,
};

/** Comings and goings within this time become one line, in milliseconds. */
const gatherMs = 60_000;

/** What an observer knows beside the room. */
export interface Observer {
  /** Id of who looks, whose own coming is no news; undefined when it is not known. */
  me: string | undefined;
  /** In milliseconds since 1970. */
  now: number;
}

/** A conversation after the room has told something. */
export function conversationAfter(before: Conversation, item: RoomItem, { me, now }: Observer): Conversation {
  switch (item.kind) {
    case 'snapshot': {
      const [first] = item.messages;
      return {
        known: true,
        open: item.open,
        people: { online: item.online, members: item.members },
        lines: byTime([...item.messages.map(saidOf), ...before.lines.filter(isPersonal)]),
        oldest: first?.seq,
        more: first !== undefined && first.seq > 1,
      };
    }
    case 'message':
      return { ...withLine(before, saidOf(item)), oldest: before.oldest ?? item.seq };
    case 'personal': {
      const { from, data, key, to } = item;
      const at = Date.parse(item.at);
      return withLine(before, { kind: 'said', id: `${from.id} ${key ?? item.at}`, seq: null, from, data, key, to, at });
    }
    case 'presence': {
      const people = { online: item.online, members: item.members };
      const others = (all: readonly Member[]): Member[] => all.filter(({ id }) => id !== me);
      const crossing = { joined: others(item.joined), left: others(item.left) };
      return { ...before, people, lines: withCrossing(before.lines, crossing, now) };
    }
    case 'changed':
      return withLine({ ...before, open: item.open }, { kind: 'changed', id: item.position, open: item.open, at: now });
  }
}

/** A page of what was said before, as the server gives it. */
export interface OlderPage {
  events: readonly { seq: number; type: string; at: string; data: Record<string, unknown> }[];
  more: boolean;
}

/** A conversation that reaches further back. */
export function withOlder(after: Conversation, { events, more }: OlderPage): Conversation {
  const older = events.flatMap((event): Line[] => {
    const [message] = messageOf(event);
    if (message) return [saidOf(message)];
    const { seq, type, at, data } = event;
    if (type !== 'room.changed') return [];
    return [{ kind: 'changed', id: `changed ${seq}`, open: data['open'] === true, at: Date.parse(at) }];
  });
  const known = new Set(after.lines.map(({ id }) => id));
  const lines = byTime([...older.filter(({ id }) => !known.has(id)), ...after.lines]);
  return { ...after, lines, oldest: events[0]?.seq ?? after.oldest, more };
}

function saidOf({ seq, from, data, key, at }: RoomMessage): Said {
  return { kind: 'said', id: String(seq), seq, from, data, key, to: undefined, at: Date.parse(at) };
}

function withLine(before: Conversation, line: Line): Conversation {
  if (before.lines.some(({ id }) => id === line.id)) return before;
  return { ...before, lines: [...before.lines, line] };
}

/** Whoever came and left within one line is in neither half of it, and a line about nobody goes. */
function withCrossing(
  lines: readonly Line[],
  { joined, left }: Pick<Crossing, 'joined' | 'left'>,
  now: number,
): readonly Line[] {
  if (joined.length === 0 && left.length === 0) return lines;
  const last = lines.at(-1);
  const open = last?.kind === 'crossing' && now - last.at < gatherMs ? last : undefined;
  const kept = open ? lines.slice(0, -1) : lines;
  const merged: Crossing = {
    kind: 'crossing',
    id: open?.id ?? `crossing ${now} ${lines.length}`,
    joined: [...without(open?.joined ?? [], [...left, ...joined]), ...without(joined, open?.left ?? [])],
    left: [...without(open?.left ?? [], [...joined, ...left]), ...without(left, open?.joined ?? [])],
    at: open?.at ?? now,
  };
  return merged.joined.length + merged.left.length === 0 ? kept : [...kept, merged];
}

function without(all: readonly Member[], some: readonly Member[]): Member[] {
  return all.filter(({ id }) => !some.some((other) => other.id === id));
}

function isPersonal(line: Line): boolean {
  return line.kind === 'said' && line.to !== undefined;
}

/** The sort keeps the order of what has one time. */
function byTime(lines: readonly Line[]): readonly Line[] {
  return lines.toSorted((one, other) => one.at - other.at);
}
