import { z } from 'zod';

import { channelNameLength } from './channel-name.ts';

/** The name of this protocol in `Sec-WebSocket-Protocol`. */
export const subprotocol = 'jobwire.v1';

/** Largest frame that the server reads, in bytes. */
export const maxFrameBytes = 16 * 1024;

/** Chosen by the client; the reply carries it. */
const id = z.int().min(0);
const ch = z.string().min(1).max(channelNameLength);

/** What a client may ask for. A frame with another member is an error, so that a misspelt one is noticed. */
export const clientFrame = z.discriminatedUnion('op', [
  z.strictObject({
    id,
    op: z.literal('hello'),
    /** An access token; without one the socket is anonymous. */
    token: z.string().max(4096).optional(),
    /** What the client calls itself, for the server's log. */
    name: z.string().max(128).optional(),
  }),
  z.strictObject({
    id,
    op: z.literal('sub'),
    ch,
    ticket: z.string().max(4096).optional(),
    /** The last position that the client has; events after it follow. */
    since: z.string().max(64).optional(),
  }),
  z.strictObject({ id, op: z.literal('unsub'), ch }),
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
