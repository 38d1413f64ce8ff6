import type { WatchedChannel } from '../watch/watched-channel.ts';

/** Brings the events of a link's channels, one way or another. */
export interface Carrier {
  /** Connect, and stay connected until `stop`. */
  start(): void;
  /** Let go of everything at once. */
  stop(): void;
  /** The link has one more channel. */
  added(watched: WatchedChannel): void;
  /** The link has one channel less. */
  removed(watched: WatchedChannel): void;
}
