import { type Member, type personalMessage, roomChanged, roomMessage, roomSnapshot } from '@jobwire/protocol';
import type * as z from 'zod/mini';

import type { WatchItem } from '../watch/watched-channel.ts';

type Message = z.output<typeof roomMessage>;

/** A message as everybody in the room sees it. */
export interface RoomMessage extends Message {
  seq: number;
  /** ISO 8601, UTC. */
  at: string;
}

/** Who is in a room. */
export interface People {
  /** How many, over all processes; `members` may list fewer. */
  online: number;
  members: readonly Member[];
}

/** What somebody in a room is told, in order. */
export type RoomItem =
  /** The room as it is: replaces everything that was known. */
  | ({ kind: 'snapshot'; position: string; room: string; open: boolean; messages: readonly RoomMessage[] } & People)
  | ({ kind: 'message'; position: string } & RoomMessage)
  /** To this user alone, or from them to another: not in the room's log. */
  | ({ kind: 'personal'; at: string } & z.output<typeof personalMessage>)
  /** Who came and who left, and who is here now. */
  | ({ kind: 'presence'; joined: readonly Member[]; left: readonly Member[] } & People)
  /** The room was opened or closed. */
  | { kind: 'changed'; position: string; open: boolean };

/** Read what the channel of a room says; undefined for what a newer server says and this client does not know. */
export function roomItemOf(item: WatchItem<unknown>): RoomItem | undefined {
  const { position } = item;
  if (item.kind === 'snapshot') {
    const { messages, ...state } = roomSnapshot.parse(item.snapshot);
    return { ...state, kind: 'snapshot', position, messages: messages.flatMap(messageOf) };
  }
  if (item.type === 'room.changed') return { kind: 'changed', position, open: roomChanged.parse(item.data).open };
  const [message] = messageOf(item);
  return message && { ...message, kind: 'message', position };
}

/** The message in an event, if it is one. */
export function messageOf(event: { seq: number; type: string; at: string; data: object }): RoomMessage[] {
  if (event.type !== 'room.message') return [];
  return [{ ...roomMessage.parse(event.data), seq: event.seq, at: event.at }];
}
