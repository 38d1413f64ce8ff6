import * as z from 'zod/mini';

import { member, storedEvent } from './room-events.ts';

const seq = z.int().check(z.minimum(0));

/** Members of RFC 9457, plus whether the same operation may succeed later. */
export const wireProblem = z.looseObject({
  code: z.string(),
  type: z.string(),
  title: z.string(),
  status: z.int(),
  detail: z.optional(z.string()),
  errors: z.optional(z.array(z.looseObject({ pointer: z.string(), code: z.string(), message: z.string() }))),
  retryable: z.boolean(),
  retryAfterMs: z.optional(z.number()),
  ch: z.optional(z.string()),
});

/** The answer to `hello`. */
export const welcome = z.looseObject({
  connId: z.string(),
  /** The user that the token named; null without one. */
  user: z.nullable(z.string()),
  heartbeatMs: z.number(),
  /** When the token ends, after which the socket does unless it is refreshed; null without one, or for a key. */
  expiresAt: z.nullish(z.string()),
  limits: z.looseObject({
    subscriptions: z.number(),
    frameBytes: z.number(),
    opsPerSecond: z.number(),
    opsBurst: z.optional(z.number()),
    /** Messages that one user may publish in a second. */
    messagesPerSecond: z.optional(z.number()),
    /** Characters of JSON in one message. */
    messageLength: z.optional(z.number()),
    /** Events in one answer to `history`. */
    history: z.optional(z.number()),
  }),
});

/** The answer to `sub`, and the body of a `snapshot` push. */
export const subscribed = z.looseObject({
  epoch: z.string(),
  /** Everything up to here is known now: the next event has the next number. */
  seq,
  /** True: the events after the given position follow. False: `snapshot` replaces what the client knew. */
  recovered: z.boolean(),
  snapshot: z.optional(z.unknown()),
  /** With `recovered`: number of the last event that is replayed; equal to `seq` when there is none. */
  newest: z.optional(seq),
  /** The channel has ended: after the events that are replayed nothing follows, and nothing needs to be unsubscribed. */
  final: z.optional(z.literal(true)),
});

/** The answer to `pub`. */
export const published = z.looseObject({
  /** The channel that the message is stored in: the room, or `user:<id>` of the sender for a message to one member. */
  ch: z.string(),
  epoch: z.string(),
  seq,
  /** True: the message with this key was stored before; this is its number. */
  repeated: z.optional(z.literal(true)),
});

/** The answer to `presence`. */
export const present = z.looseObject({
  /** Members who are here, over all processes; `members` may list fewer. */
  online: z.int(),
  members: z.array(member),
});

/** The answer to `history`. */
export const historyPage = z.looseObject({
  epoch: z.string(),
  /** Oldest first. */
  events: z.array(storedEvent),
  /** True when there are events before the first one. */
  more: z.boolean(),
});

/** The answer to `read`. */
export const marked = z.looseObject({
  /** Notifications that are unread now. */
  unread: z.int(),
});

/** The answer to `refresh`. */
export const refreshed = z.looseObject({ expiresAt: z.nullish(z.string()) });

/** A numbered event of a channel. */
export const eventPush = z.looseObject({
  t: z.literal('event'),
  ch: z.string(),
  epoch: z.string(),
  seq,
  type: z.string(),
  at: z.string(),
  /** How many events right before this one were left out: progress, because the reader is slow, or their own messages. */
  skipped: z.optional(z.int().check(z.minimum(1))),
  final: z.optional(z.literal(true)),
  data: z.record(z.string(), z.unknown()),
});

/** What the server says without being asked. */
export const push = z.discriminatedUnion('t', [
  eventPush,
  /** The log could not be continued for this subscriber: the state replaces what the client knew. */
  z.extend(subscribed, { t: z.literal('snapshot'), ch: z.string() }),
  /** Who came into a room and who left. Not numbered: what was missed is in the next snapshot. */
  z.looseObject({
    t: z.literal('presence'),
    ch: z.string(),
    online: z.int(),
    joined: z.array(member),
    left: z.array(member),
  }),
  /** The server ended one subscription. */
  z.looseObject({ t: z.literal('unsub'), ch: z.string(), code: z.string(), retryable: z.boolean() }),
  /** This process stops: it closes the socket with 4200, after which the client waits this long. */
  z.looseObject({ t: z.literal('goaway'), reconnectInMs: z.number() }),
  /** A sign of life that pages can see; they cannot see protocol pings. */
  z.looseObject({
    t: z.literal('hb'),
    /** The token ends this soon: refresh it. */
    expiresInMs: z.optional(z.number()),
  }),
]);

/** The answer to one operation: `ok` or `error`. `id` is null when the frame's own could not be read. */
export const reply = z.looseObject({
  id: z.nullable(z.int()),
  ok: z.optional(z.record(z.string(), z.unknown())),
  error: z.optional(wireProblem),
});

/** An error as sockets show it. */
export type WireProblem = z.output<typeof wireProblem>;
/** The answer to `hello`. */
export type Welcome = z.output<typeof welcome>;
/** The answer to `sub`. */
export type Subscribed = z.output<typeof subscribed>;
/** The answer to `pub`. */
export type Published = z.output<typeof published>;
/** The answer to `presence`. */
export type Present = z.output<typeof present>;
/** The answer to `history`. */
export type HistoryPage = z.output<typeof historyPage>;
/** The answer to `read`. */
export type Marked = z.output<typeof marked>;
/** The answer to `refresh`. */
export type Refreshed = z.output<typeof refreshed>;
/** A pushed event. */
export type EventPush = z.output<typeof eventPush>;
/** A frame without `id`. */
export type Push = z.output<typeof push>;
/** A frame with `id`. */
export type Reply = z.output<typeof reply>;
