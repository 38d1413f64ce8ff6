import * as z from 'zod/mini';

import { channelNameLength } from './channel-name.ts';
import { historyLimit, readLimit } from './frame-limits.ts';
import { messageData } from './message.ts';

/** Chosen by the client; the reply carries it. */
const id = z.int().check(z.minimum(0));
const ch = z.string().check(z.minLength(1), z.maxLength(channelNameLength));
const token = z.string().check(z.maxLength(4096));

/** Chosen by who publishes: the same key again is the same message, and is not stored twice. */
export const messageKey = z.string().check(z.regex(/^[\w.:-]{1,64}$/, '1 to 64 letters, digits or . : _ -'));

/** What a client may ask for. A frame with another member is an error, so that a misspelt one is noticed. */
export const clientFrame = z.discriminatedUnion('op', [
  z.strictObject({
    id,
    op: z.literal('hello'),
    /** An access token or an API key; without one the socket is anonymous. */
    token: z.optional(token),
    /** What the client calls itself: for the server's log, and the name of a stranger in rooms that let strangers in. */
    name: z.optional(z.string().check(z.maxLength(128))),
  }),
  z.strictObject({
    id,
    op: z.literal('sub'),
    ch,
    ticket: z.optional(token),
    /** The last position that the client has; events after it follow. */
    since: z.optional(z.string().check(z.maxLength(64))),
  }),
  z.strictObject({ id, op: z.literal('unsub'), ch }),
  z.strictObject({
    id,
    op: z.literal('pub'),
    /** A room. */
    ch,
    data: messageData,
    key: messageKey,
    /** The only user who gets it, in their own channel `user:<id>`; so does the sender, for their other devices. */
    to: z.optional(z.uuid()),
    /** True: this socket is not told of the message; the reply has its number. */
    exclude: z.optional(z.boolean()),
  }),
  /** Who is in a room that this socket watches. */
  z.strictObject({ id, op: z.literal('presence'), ch }),
  z.strictObject({
    id,
    op: z.literal('history'),
    /** A channel that this socket watches. */
    ch,
    /** Events with a smaller number; without it the newest. */
    before: z.optional(z.int().check(z.minimum(1))),
    limit: z.optional(z.int().check(z.minimum(1), z.maximum(historyLimit))),
  }),
  /** Mark notifications of this user as read: these, or all. */
  z
    .strictObject({
      id,
      op: z.literal('read'),
      ids: z.optional(z.array(z.uuid()).check(z.minLength(1), z.maxLength(readLimit))),
      all: z.optional(z.literal(true)),
    })
    .check(z.refine(({ ids, all }) => (ids === undefined) !== (all === undefined), 'Send either `ids` or `all`')),
  /** Go on with a newer token of the same caller. */
  z.strictObject({ id, op: z.literal('refresh'), token }),
  z.strictObject({ id, op: z.literal('ping') }),
]);

/** Each operation, and the schema of its frame. */
export const operationFrames = clientFrame.def.options.flatMap((frame) =>
  frame.shape.op.def.values.map((op) => ({ op, frame })),
);

/** A frame from a client. */
export type ClientFrame = z.output<typeof clientFrame>;

/** The operations that exist. */
export type Operation = ClientFrame['op'];

/** The frame of one operation. */
export type FrameOf<Op extends Operation> = Extract<ClientFrame, { op: Op }>;

/** Just enough of a frame to answer it when the rest is wrong. */
export const frameHead = z.looseObject({ id, op: z.optional(z.string().check(z.maxLength(64))) });
