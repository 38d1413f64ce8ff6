import { asError, type Clock, type Emit, systemClock } from '@jobwire/runtime';

import type { ChannelKind, Watcher } from './channel-kind.ts';

/** Ends subscriptions, of sockets and of streams, whose permission has gone away. */
export interface PermissionWatch {
  /**
   * Watch the permission of one subscription.
   *
   * @param ended called once, when it is allowed no more
   * @returns stops watching
   */
  watch(kind: ChannelKind, watcher: Watcher, ended: () => void): () => void;
  /** Ask about every subscription now: one query for each kind that has any. Permissions whose time is over end too. */
  check(): Promise<void>;
  start(): void;
  stop(): Promise<void>;
}

/** What the watch works with. */
export interface PermissionWatchOptions {
  emit: Emit;
  clock?: Clock;
  /**
   * Time between two looks, in milliseconds. A permission that went away ends the subscription within two seconds: one to
   * look, and one for the answer.
   */
  everyMs?: number;
}

/** Make the watch of a process. */
export function createPermissionWatch({
  emit,
  clock = systemClock(),
  everyMs = 1_000,
}: PermissionWatchOptions): PermissionWatch {
  const watched = new Map<ChannelKind, Map<Watcher, () => void>>();
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> | undefined;

  const checkKind = async (kind: ChannelKind, endings: Map<Watcher, () => void>): Promise<void> => {
    const now = clock.now();
    const watchers = [...endings.keys()];
    const over = watchers.filter(({ until }) => until !== undefined && until <= now);
    for (const watcher of [...over, ...((await kind.forbidden?.(watchers)) ?? [])]) {
      const ended = endings.get(watcher);
      endings.delete(watcher);
      ended?.();
    }
  };
  const check = async (): Promise<void> => {
    const busy = [...watched].filter(([, endings]) => endings.size > 0);
    await Promise.all(busy.map(([kind, endings]) => checkKind(kind, endings)));
  };
  const look = async (): Promise<void> => {
    try {
      await check();
    } catch (error) {
      // Nobody is cut off because the record is out of reach: the next look decides.
      emit('permissions.unchecked', { error: asError(error) });
    } finally {
      underWay = undefined;
    }
  };

  return {
    watch(kind, watcher, ended) {
      if (!kind.forbidden && watcher.until === undefined) return () => undefined;
      const endings = watched.get(kind) ?? new Map<Watcher, () => void>();
      watched.set(kind, endings.set(watcher, ended));
      return () => void endings.delete(watcher);
    },
    check,
    start() {
      timer = setInterval(() => void (underWay ??= look()), everyMs).unref();
    },
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
