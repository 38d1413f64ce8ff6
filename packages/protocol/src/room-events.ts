import * as z from 'zod';

/** Largest message of a room, in characters of JSON. */
export const messageLength = 8_192;

/** Chosen by who publishes: the same key again is the same message, and is not stored twice. */
export const messageKey = z.string().regex(/^[\w.:-]{1,64}$/, '1 to 64 letters, digits or . : _ -');

/** What a message says: any JSON. */
export const messageData = z
  .json()
  .refine((data) => JSON.stringify(data).length <= messageLength, `At most ${messageLength} characters of JSON`);

/** Letters and digits of any script, then also `.`, `_` and `-`; composed (NFC), so that a name has one spelling. */
export const roomName = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{M}\p{N}._-]{0,63}$/u, '1 to 64 letters or digits, with . _ - after the first')
  .refine((name) => name === name.normalize('NFC'), 'In Unicode normal form C');

/** Who is in a room, or wrote into it. */
export const member = z.looseObject({
  /** Id of the user or key; of a stranger, one that lasts as long as the connection. */
  id: z.string(),
  name: z.string().nullable(),
  kind: z.enum(['user', 'admin', 'key', 'anonymous']),
});

/** Data of the event `room.message`: what everybody in the room sees. */
export const roomMessage = z.looseObject({ from: member, data: z.json(), key: z.string().optional() });

/** Data of the event `room.personal` in the channels of its sender and its reader: a message of a room to one member. */
export const personalMessage = roomMessage.extend({ room: z.string(), to: z.string() });

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
