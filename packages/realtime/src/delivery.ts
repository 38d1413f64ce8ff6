import type { ChannelEvent } from './source.ts';

/**
 * One event on its way to subscribers. All subscribers of a channel get the same object, so that a door can keep what it
 * encoded by the object's identity.
 */
export interface Delivery {
  channel: string;
  epoch: string;
  event: ChannelEvent;
  /** Nothing more is expected in this channel. */
  final: boolean;
  /** A newer event of its type replaces it: a slow reader may miss it. */
  replaceable: boolean;
}

/** How a subscription begins, or begins again. */
export interface Opening {
  epoch: string;
  /** Everything up to here is known to the subscriber now; the next event has the next number. */
  seq: number;
  /** True: the events after the given position follow. False: the snapshot replaces what the subscriber knew. */
  recovered: boolean;
  /** The channel has ended: nothing follows but what is replayed. */
  final: boolean;
  /** Number of the newest event there is. */
  newest: number;
  /** Left out when recovered. */
  snapshot?: unknown;
}

/** Why the hub ended a subscription. */
export type EndReason = 'final' | 'gone' | 'stopped';

/** One subscriber. Its functions are called one after another, in the order of the log, and must not throw. */
export interface Sink {
  /** Called once, before everything else. */
  opened(opening: Opening): void;
  event(delivery: Delivery): void;
  /** The log has a hole where this subscriber stands: the state replaces what it knew. */
  snapshot(opening: Opening): void;
  /** The hub has let go; nothing follows. Not called after the subscriber closed by itself. */
  ended(reason: EndReason): void;
}
