import type { ChannelLogEvent } from '@jobwire/db';

/** Says that a channel has something new. It may be lost: the record decides, the doorbell only saves waiting. */
export interface Doorbell {
  /** The channel, e.g. `job:<id>`. */
  channel: string;
  /** The channel's newest event number. */
  seq: number;
  /** The events themselves, oldest first, when they are small; then `seq` is the number of the last. */
  events?: readonly ChannelLogEvent[];
}

/** One watched channel. */
export interface BusSubscription {
  /** Resolves when rings can arrive; rejects when the bus cannot be reached. Nobody has to wait for it. */
  readonly confirmed: Promise<void>;
  unsubscribe(): void;
}

/** Carries doorbells from the processes that write events to the processes that hold sockets. */
export interface Bus {
  /** Ring for several channels, one doorbell each. Never throws: a lost ring is healed by the position check. */
  ring(doorbells: readonly Doorbell[]): void;
  /** Hear one channel. Each call adds a listener; the engine holds one subscription per channel. */
  watch(channel: string, onRing: (doorbell: Doorbell) => void): BusSubscription;
  /** Called when rings may have been missed (lease lost, inbox overrun, reconnect). */
  onGap(listener: () => void): () => void;
  close(): Promise<void>;
}
