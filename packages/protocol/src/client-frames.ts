import * as z from 'zod';

import { channelNameLength } from './channel-name.ts';
import { messageData, messageKey } from './room-events.ts';

/** The name of this protocol in `Sec-WebSocket-Protocol`. */
export const subprotocol = 'jobwire.v1';

/** Largest frame that the server reads, in bytes. */
export const maxFrameBytes = 16 * 1024;

/** Events that one `history` asks for at most. */
export const historyLimit = 100;

/** Notifications that one `read` names at most. */
export const readLimit = 100;

/** Chosen by the client; the reply carries it. */
const id = z.int().min(0);
const ch = z.string().min(1).max(channelNameLength);
const token = z.string().max(4096);

/** What a client may ask for. A frame with another member is an error, so that a misspelt one is noticed. */
export const clientFrame = z.discriminatedUnion('op', [
  z.strictObject({
    id,
    op: z.literal('hello'),
    /** An access token or an API key; without one the socket is anonymous. */
    token: token.optional(),
    /** What the client calls itself: for the server's log, and the name of a stranger in rooms that let strangers in. */
    name: z.string().max(128).optional(),
  }),
  z.strictObject({
    id,
    op: z.literal('sub'),
    ch,
    ticket: token.optional(),
    /** The last position that the client has; events after it follow. */
    since: z.string().max(64).optional(),
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
    to: z.uuid().optional(),
    /** True: this socket is not told of the message; the reply has its number. */
    exclude: z.boolean().optional(),
  }),
  /** Who is in a room that this socket watches. */
  z.strictObject({ id, op: z.literal('presence'), ch }),
  z.strictObject({
    id,
    op: z.literal('history'),
    /** A channel that this socket watches. */
    ch,
    /** Events with a smaller number; without it the newest. */
    before: z.int().min(1).optional(),
    limit: z.int().min(1).max(historyLimit).optional(),
  }),
  /** Mark notifications of this user as read: these, or all. */
  z
    .strictObject({
      id,
      op: z.literal('read'),
      ids: z.array(z.uuid()).min(1).max(readLimit).optional(),
      all: z.literal(true).optional(),
    })
    .refine(({ ids, all }) => (ids === undefined) !== (all === undefined), 'Send either `ids` or `all`'),
  /** Go on with a newer token of the same caller. */
  z.strictObject({ id, op: z.literal('refresh'), token }),
  z.strictObject({ id, op: z.literal('ping') }),
]);

/** A frame from a client. */
export type ClientFrame = z.output<typeof clientFrame>;

/** The operations that exist. */
export type Operation = ClientFrame['op'];

/** The frame of one operation. */
export type FrameOf<Op extends Operation> = Extract<ClientFrame, { op: Op }>;

/** Just enough of a frame to answer it when the rest is wrong. */
export const frameHead = z.looseObject({ id, op: z.string().max(64).optional() });
