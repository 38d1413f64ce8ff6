import { createStream } from './stream.ts';

/** Something that is watched: read it with `for await`, or have listeners told with `on`; not both. */
export interface Watch<Item extends { kind: string }> extends AsyncIterableIterator<Item> {
  /**
   * Have listeners told from now on, one item after the other. Without a listener for `error` a failure is an unhandled
   * rejection; ending it by the signal or `leave` is no failure.
   */
  on(listeners: Listeners<Item>): this;
  /** Stop watching. A reader comes to the end. */
  leave(): void;
}

/** One listener for each kind of item, and for how it ends. */
export type Listeners<Item extends { kind: string }> = {
  [Kind in Item['kind']]?: (item: Extract<Item, { kind: Kind }>) => void;
} & {
  /** Nothing follows. */
  end?: () => void;
  error?: (error: unknown) => void;
};

/** The writing end of a watch. */
export interface WatchSource<Item extends { kind: string }> {
  readonly watch: Watch<Item>;
  tell(item: Item): void;
  end(): void;
  fail(error: unknown): void;
  /** Keep nothing for a reader, unless there is one. */
  letGo(): void;
}

/** What a watch tells its source. */
export interface WatchOwner {
  /** Once, when it has ended, failed, or was left. */
  closed(): void;
  /** As many items wait as the reader may leave: nothing more should come. */
  full(): void;
  /** The reader has caught up after `full`. */
  ready(): void;
}

/**
 * Items that a reader may leave before the source stops, and how many are left when it goes on. Enough for the longest
 * replay (300) and what comes meanwhile.
 */
const room = { most: 1_000, least: 500 };

/** Make a watch. */
export function createWatch<Item extends { kind: string }>(
  owner: WatchOwner,
  signal: AbortSignal | undefined,
): WatchSource<Item> {
  let isFull = false;
  const abort = (): void => stream.fail(signal?.reason);
  const stream = createStream<Item>({
    closed() {
      signal?.removeEventListener('abort', abort);
      owner.closed();
    },
    taken() {
      if (!isFull || stream.waiting > room.least) return;
      isFull = false;
      owner.ready();
    },
  });
  signal?.addEventListener('abort', abort);

  const listen = async (listeners: Listeners<Item>): Promise<void> => {
    try {
      for await (const item of stream) {
        const listener: unknown = Reflect.get(listeners, item.kind);
        if (isListener(listener)) listener(item);
      }
      listeners.end?.();
    } catch (error) {
      if (signal?.aborted) return;
      if (!listeners.error) throw error;
      listeners.error(error);
    }
  };
  const watch: Watch<Item> = {
    next: () => stream.next(),
    return: () => stream.return?.() ?? Promise.resolve({ done: true, value: undefined }),
    [Symbol.asyncIterator]: () => watch,
    on(listeners) {
      void listen(listeners);
      return watch;
    },
    leave: () => stream.end(),
  };
  // Whoever makes the watch has what it needs first.
  if (signal?.aborted) queueMicrotask(abort);
  return {
    watch,
    tell(item) {
      stream.push(item);
      if (isFull || stream.waiting < room.most) return;
      isFull = true;
      owner.full();
    },
    end: () => stream.end(),
    fail: (error) => stream.fail(error),
    letGo() {
      stream.letGo();
      if (!isFull || stream.waiting > 0) return;
      isFull = false;
      owner.ready();
    },
  };
}

/** Listeners are named after the kinds of their items. */
function isListener(value: unknown): value is (item: unknown) => void {
  return typeof value === 'function';
}
