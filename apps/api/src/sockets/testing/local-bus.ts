import type { Doorbell, DoorbellBus } from '@jobwire/realtime';

/** Doorbells inside one process, which a test can lose. */
export interface LocalBus extends DoorbellBus {
  ring(doorbell: Doorbell): void;
  /** Tell that rings may have been missed. */
  gap(): void;
  /** Channels that are watched now. */
  readonly watched: readonly string[];
}

/** Make a bus whose subscriptions are confirmed at once. */
export function createLocalBus(): LocalBus {
  const listeners = new Map<string, Set<(doorbell: Doorbell) => void>>();
  const gapListeners = new Set<() => void>();
  return {
    watch(channel, onRing) {
      const own = listeners.get(channel) ?? new Set();
      listeners.set(channel, own.add(onRing));
      const unsubscribe = (): void => {
        own.delete(onRing);
        if (own.size === 0 && listeners.get(channel) === own) listeners.delete(channel);
      };
      return { confirmed: Promise.resolve(), unsubscribe };
    },
    onGap(listener) {
      gapListeners.add(listener);
      return () => void gapListeners.delete(listener);
    },
    ring(doorbell) {
      for (const listener of listeners.get(doorbell.channel) ?? []) listener(doorbell);
    },
    gap() {
      for (const listener of gapListeners) listener();
    },
    get watched() {
      return [...listeners.keys()];
    },
  };
}
