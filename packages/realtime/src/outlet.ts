import type { Delivery } from './delivery.ts';

/** From here on replaceable events wait, in bytes not yet taken by the network. */
export const pauseAtBytes = 256 * 1024;

/** From here on the reader is too slow to be served, in bytes. */
export const overflowAtBytes = 1024 * 1024;

/** The way out to one reader, who may be slow. */
export interface Outlet {
  deliver(delivery: Delivery): void;
  /** An event of this channel is not for this reader: the next one that is counts it as skipped. */
  omit(channel: string): void;
  /** Call when the network has taken something: what waited goes out. */
  drained(): void;
  /** Forget what waits for a channel. */
  forget(channel: string): void;
}

/** What the outlet needs of its connection. */
export interface OutletOptions {
  /** Bytes that wait in this process for the network. */
  buffered: () => number;
  /** Send one event that stands for `skipped` left-out ones before it. */
  write: (delivery: Delivery, skipped: number) => void;
  /** Too slow: close the connection. Called once; nothing is written afterwards. */
  overflow: () => void;
}

interface Waiting {
  delivery: Delivery;
  skipped: number;
}

/**
 * Make the way out to one reader. For a slow one only the newest progress report of each channel waits and says how many
 * it stands for; everything else is always sent, until the reader is given up.
 */
export function createOutlet({ buffered, write, overflow }: OutletOptions): Outlet {
  const waiting = new Map<string, Waiting>();
  const omitted = new Map<string, number>();
  let open = true;

  const flush = (channel: string): void => {
    const held = waiting.get(channel);
    if (!held) return;
    waiting.delete(channel);
    write(held.delivery, held.skipped);
  };

  return {
    deliver(delivery) {
      if (!open) return;
      if (buffered() > overflowAtBytes) {
        open = false;
        waiting.clear();
        overflow();
        return;
      }
      const held = waiting.get(delivery.channel);
      const before = omitted.get(delivery.channel) ?? 0;
      omitted.delete(delivery.channel);
      if (delivery.replaceable && (held || buffered() > pauseAtBytes)) {
        waiting.set(delivery.channel, { delivery, skipped: before + (held ? held.skipped + 1 : 0) });
        return;
      }
      flush(delivery.channel);
      write(delivery, before);
    },
    omit: (channel) => void omitted.set(channel, (omitted.get(channel) ?? 0) + 1),
    drained() {
      for (const channel of [...waiting.keys()]) {
        if (buffered() > pauseAtBytes) return;
        flush(channel);
      }
    },
    forget(channel) {
      waiting.delete(channel);
      omitted.delete(channel);
    },
  };
}
