import { pauseAtBytes } from './outlet.ts';

/** A slow reader that takes nothing for this long is given up, in milliseconds. */
export const stalledAfterMs = 10_000;

/** Notices a slow reader that takes nothing any more. */
export interface StallWatch {
  /** Call after every write. */
  wrote(): void;
  /** Call when the network has taken something. */
  drained(): void;
  stop(): void;
}

/** What a stall watch needs of its connection. */
export interface StallWatchOptions {
  /** Bytes that wait in this process for the network. */
  buffered: () => number;
  /** The reader took nothing for too long. Called once. */
  stalled: () => void;
  afterMs?: number;
}

/**
 * Watch one reader. Its clock runs only while it is slow: who keeps up costs no timer. What waits below that is small,
 * and a peer that is gone is found by the heartbeat.
 */
export function createStallWatch({ buffered, stalled, afterMs = stalledAfterMs }: StallWatchOptions): StallWatch {
  let timer: NodeJS.Timeout | undefined;
  let over = false;
  const stop = (): void => {
    clearTimeout(timer);
    timer = undefined;
  };
  const wrote = (): void => {
    if (over || timer || buffered() <= pauseAtBytes) return;
    timer = setTimeout(() => {
      over = true;
      stalled();
    }, afterMs).unref();
  };
  return {
    wrote,
    drained() {
      stop();
      wrote();
    },
    stop() {
      over = true;
      stop();
    },
  };
}
