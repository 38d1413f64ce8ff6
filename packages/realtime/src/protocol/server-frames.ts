import { z } from 'zod';

const seq = z.int().min(0);

/** Members of RFC 9457, plus whether the same operation may succeed later. */
export const wireProblem = z.looseObject({
  code: z.string(),
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.string().optional(),
  errors: z.array(z.looseObject({ pointer: z.string(), code: z.string(), message: z.string() })).optional(),
  retryable: z.boolean(),
  retryAfterMs: z.number().optional(),
  ch: z.string().optional(),
});

/** The answer to `hello`. */
export const welcome = z.looseObject({
  connId: z.string(),
  /** The user that the token named; null without one. */
  user: z.string().nullable(),
  heartbeatMs: z.number(),
  limits: z.looseObject({ subscriptions: z.number(), frameBytes: z.number(), opsPerSecond: z.number() }),
});

/** The answer to `sub`, and the body of a `snapshot` push. */
export const subscribed = z.looseObject({
  epoch: z.string(),
  /** Everything up to here is known now: the next event has the next number. */
  seq,
  /** True: the events after the given position follow. False: `snapshot` replaces what the client knew. */
  recovered: z.boolean(),
  snapshot: z.unknown().optional(),
  /** With `recovered`: number of the last event that is replayed; equal to `seq` when there is none. */
  newest: seq.optional(),
  /** The channel has ended: after the events that are replayed nothing follows, and nothing needs to be unsubscribed. */
  final: z.literal(true).optional(),
});

/** A numbered event of a channel. */
export const eventPush = z.looseObject({
  t: z.literal('event'),
  ch: z.string(),
  epoch: z.string(),
  seq,
  type: z.string(),
  at: z.string(),
  /** How many progress reports right before this one were left out, because the reader is slow. */
  skipped: z.int().min(1).optional(),
  final: z.literal(true).optional(),
  data: z.record(z.string(), z.unknown()),
});

/** What the server says without being asked. */
export const push = z.discriminatedUnion('t', [
  eventPush,
  /** The log could not be continued for this subscriber: the state replaces what the client knew. */
  subscribed.extend({ t: z.literal('snapshot'), ch: z.string() }),
  /** The server ended one subscription. */
  z.looseObject({ t: z.literal('unsub'), ch: z.string(), code: z.string(), retryable: z.boolean() }),
  /** This process stops: it closes the socket with 4200, after which the client waits this long. */
  z.looseObject({ t: z.literal('goaway'), reconnectInMs: z.number() }),
  /** A sign of life that pages can see; they cannot see protocol pings. */
  z.looseObject({ t: z.literal('hb') }),
]);

/** The answer to one operation: `ok` or `error`. `id` is null when the frame's own could not be read. */
export const reply = z.looseObject({
  id: z.int().nullable(),
  ok: z.record(z.string(), z.unknown()).optional(),
  error: wireProblem.optional(),
});

/** An error as sockets show it. */
export type WireProblem = z.output<typeof wireProblem>;
/** The answer to `hello`. */
export type Welcome = z.output<typeof welcome>;
/** The answer to `sub`. */
export type Subscribed = z.output<typeof subscribed>;
/** A pushed event. */
export type EventPush = z.output<typeof eventPush>;
/** A frame without `id`. */
export type Push = z.output<typeof push>;
/** A frame with `id`. */
export type Reply = z.output<typeof reply>;
