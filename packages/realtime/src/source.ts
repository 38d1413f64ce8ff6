/** One numbered thing that happened in a channel. */
export interface ChannelEvent {
  seq: number;
  type: string;
  /** ISO 8601, UTC. */
  at: string;
  data: Record<string, unknown>;
  /** The connection that is not told of it; it is not shown to anybody. */
  except?: string;
}

/** What a channel is at one moment. */
export interface ChannelState {
  /** Number of the newest event that the snapshot contains. */
  seq: number;
  /** Nothing more is expected. */
  final: boolean;
  /** What a client that knows nothing needs; becomes JSON. */
  snapshot: unknown;
}

/** Where one kind of channel has its record. */
export interface ChannelSource {
  /** State and number of the newest event, read in one statement. Undefined when there is no such channel. */
  state(id: string): Promise<ChannelState | undefined>;
  /** Events with a number above `after`, oldest first, at most `limit`. */
  read(id: string, after: number, limit: number): Promise<readonly ChannelEvent[]>;
  /** The newest event number of each channel that exists, in one statement. */
  positions(ids: readonly string[]): Promise<ReadonlyMap<string, number>>;
  /** True for the event after which nothing more is expected. */
  isFinal(event: ChannelEvent): boolean;
  /** True for an event that a newer one of its type replaces, so that a slow reader may miss it. */
  isReplaceable(event: ChannelEvent): boolean;
}

/** The record of every kind of channel, by the kind's name. */
export type ChannelSources = Readonly<Record<string, ChannelSource>>;

/** Says that a channel has something new; may be lost, late or doubled. */
export interface Doorbell {
  channel: string;
  seq: number;
  events?: readonly ChannelEvent[];
}

/** What carries doorbells between processes. */
export interface DoorbellBus {
  watch(
    channel: string,
    onRing: (doorbell: Doorbell) => void,
  ): { readonly confirmed: Promise<void>; unsubscribe(): void };
  /** Called when doorbells may have been missed. */
  onGap(listener: () => void): () => void;
}
