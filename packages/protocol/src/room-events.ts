import * as z from 'zod/mini';

/** Who is in a room, or wrote into it. */
export const member = z.looseObject({
  /** Id of the user or key; of a stranger, one that lasts as long as the connection. */
  id: z.string(),
  name: z.nullable(z.string()),
  kind: z.enum(['user', 'admin', 'key', 'anonymous']),
});

/** Data of the event `room.message`: what everybody in the room sees. */
export const roomMessage = z.looseObject({ from: member, data: z.json(), key: z.optional(z.string()) });

/** Data of the event `room.personal` in the channels of its sender and its reader: a message of a room to one member. */
export const personalMessage = z.extend(roomMessage, { room: z.string(), to: z.string() });

/** Data of the event `room.changed`: the room was opened or closed. Who its members are is not told. */
export const roomChanged = z.looseObject({ open: z.boolean() });

/** A numbered event without its channel, as in histories and snapshots. */
export const storedEvent = z.looseObject({
  seq: z.int(),
  type: z.string(),
  at: z.string(),
  data: z.record(z.string(), z.unknown()),
});

/** What a room is when somebody comes in. */
export const roomSnapshot = z.looseObject({
  room: z.string(),
  open: z.boolean(),
  /** Members who are here, over all processes; `members` may list fewer. */
  online: z.int(),
  members: z.array(member),
  /** The newest messages, oldest first. */
  messages: z.array(storedEvent),
});

/** Somebody in a room. */
export type Member = z.output<typeof member>;
/** What a room is when somebody comes in. */
export type RoomSnapshot = z.output<typeof roomSnapshot>;
/** A numbered event without its channel. */
export type StoredEvent = z.output<typeof storedEvent>;
