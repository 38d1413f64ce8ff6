import { type EventPush, formatPosition, type Member, type Position, type Subscribed } from '@jobwire/protocol';

/** What a watcher of a channel is told, in order. */
export type WatchItem<Snapshot> =
  /** The state: replaces everything that was known. */
  | { kind: 'snapshot'; position: string; snapshot: Snapshot; final: boolean }
  /** One numbered event. `skipped` progress reports before it were left out, because this reader is slow. */
  | {
      kind: 'event';
      position: string;
      seq: number;
      type: string;
      at: string;
      data: Record<string, unknown>;
      skipped: number;
      final: boolean;
    };

/** Who came into a room and who left. */
export interface PresenceChange {
  online: number;
  joined: readonly Member[];
  left: readonly Member[];
}

/** Follows one channel over any number of connections. */
export interface WatchedChannel {
  readonly channel: string;
  readonly ticket: string | undefined;
  /** The position to continue after; undefined to begin with the state. */
  since(): string | undefined;
  /** The connection is gone, or a new subscription was asked for: events do not count until it is confirmed. */
  suspended(): void;
  /** A subscription was confirmed, or the server sent the state anew. */
  opened(subscribed: Subscribed): void;
  /** Take an event; `gap` when events before it are missing. */
  event(push: EventPush): 'taken' | 'old' | 'gap';
  /** Somebody came or left. Not numbered; does not count before the subscription is confirmed. */
  presence(change: PresenceChange): void;
  fail(error: unknown): void;
}

/** Whom the channel tells. */
export interface WatchedChannelOptions {
  channel: string;
  ticket: string | undefined;
  since: string | undefined;
  tell(item: WatchItem<unknown>): void;
  /** Told of presence; nobody is unless it is given. */
  presence?(change: PresenceChange): void;
  /** The log goes on where it was: what is not numbered may have changed meanwhile. */
  resumed?(): void;
  /** Nothing follows. */
  end(): void;
  fail(error: unknown): void;
}

/** Make the follower of one channel: it drops what it knows and notices what is missing. */
export function createWatchedChannel(options: WatchedChannelOptions): WatchedChannel {
  const { channel, ticket, tell, end, fail } = options;
  let known: Position | undefined;
  let lastOfAll: number | undefined;
  let open = false;

  const endAtLast = (): void => {
    if (lastOfAll !== undefined && known && known.seq >= lastOfAll) end();
  };

  return {
    channel,
    ticket,
    since: () => (known ? formatPosition(known) : options.since),
    suspended() {
      open = false;
    },
    opened({ epoch, seq, recovered, newest, snapshot, final = false }) {
      open = true;
      known = { epoch, seq };
      lastOfAll = final ? (newest ?? seq) : undefined;
      if (recovered) options.resumed?.();
      else tell({ kind: 'snapshot', position: formatPosition(known), snapshot, final });
      endAtLast();
    },
    event({ epoch, seq, type, at, data, skipped = 0, final = false }) {
      if (!open || !known) return 'old';
      if (epoch !== known.epoch) return 'gap';
      if (seq <= known.seq) return 'old';
      if (seq - skipped - 1 > known.seq) return 'gap';
      known = { epoch, seq };
      tell({ kind: 'event', position: formatPosition(known), seq, type, at, data, skipped, final });
      if (final) end();
      else endAtLast();
      return 'taken';
    },
    presence(change) {
      if (open) options.presence?.(change);
    },
    fail,
  };
}
