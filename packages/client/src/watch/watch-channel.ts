import type { Link } from '../link/link.ts';
import { createWatch, type WatchSource } from './watch.ts';
import { createWatchedChannel, type PresenceChange, type WatchItem } from './watched-channel.ts';

/** How something is watched. */
export interface WatchOptions {
  /** The ticket of a job; not needed by its owner. */
  ticket?: string;
  /** Continue after this position (`epoch:seq`, or `'0'` for every event from the first); else begin with the state. */
  since?: string;
  /** Ends it; a reader is thrown its reason. */
  signal?: AbortSignal;
}

/** What a watcher of any channel is told. */
export type ChannelItem =
  | WatchItem<unknown>
  /** Who came into a room and who left; not numbered. */
  | ({ kind: 'presence' } & PresenceChange);

/** What makes items of what a channel says. */
export interface ChannelReader<Item extends { kind: string }> {
  channel: string;
  options: WatchOptions;
  /** Tell of a snapshot or an event. */
  take(item: WatchItem<unknown>, source: WatchSource<Item>): void;
  presence?(change: PresenceChange, source: WatchSource<Item>): void;
  /** The log goes on after a lost connection; what is not numbered may have changed. */
  resumed?(source: WatchSource<Item>): void;
  /** Nothing follows, of the server's accord. */
  ended?(): void;
  failed?(error: unknown): void;
  /** It is over, however it came to that. */
  closed?(): void;
}

/**
 * Watch a channel over any number of connections. A reader that leaves a thousand items is unsubscribed until it has caught
 * up: the log keeps what it has not seen, and memory is bounded.
 */
export function watchChannel<Item extends { kind: string }>(
  link: Link,
  reader: ChannelReader<Item>,
): WatchSource<Item> {
  const { ticket, since, signal } = reader.options;
  let over = false;
  const source = createWatch<Item>(
    {
      closed() {
        over = true;
        link.remove(watched);
        reader.closed?.();
      },
      full: () => link.remove(watched),
      ready() {
        if (!over) link.add(watched);
      },
    },
    signal,
  );
  const watched = createWatchedChannel({
    channel: reader.channel,
    ticket,
    since,
    tell(item) {
      // What this client cannot read ends the watching, it does not vanish.
      try {
        reader.take(item, source);
      } catch (error) {
        reader.failed?.(error);
        source.fail(error);
      }
    },
    presence: (change) => reader.presence?.(change, source),
    resumed: () => reader.resumed?.(source),
    end() {
      reader.ended?.();
      source.end();
    },
    fail(error) {
      reader.failed?.(error);
      source.fail(error);
    },
  });
  if (!signal?.aborted) link.add(watched);
  return source;
}
