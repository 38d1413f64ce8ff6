/** Notices a peer that is gone without a word. */
export interface Heartbeat {
  /** Something came from the peer. */
  heard(): void;
  /** Begin to wait for the next beat anew, because the time between two has changed. */
  restart(): void;
  stop(): void;
}

/** What a heartbeat does. Times in milliseconds. */
export interface HeartbeatOptions {
  /** The longest time between two beats, as it is now. */
  everyMs: () => number;
  graceMs: number;
  beat: () => void;
  /** The peer said nothing within the grace after a beat. Called once; there are no more beats. */
  silent: () => void;
}

/**
 * Beat until stopped, up to a fifth early so that the sockets of a restarted process do not beat together. A process that
 * was too busy to read does not blame its peers: what they have sent meanwhile is read before one is called silent.
 */
export function startHeartbeat({ everyMs, graceMs, beat, silent }: HeartbeatOptions): Heartbeat {
  let waiting: (() => void) | undefined;
  let next = plan();

  function plan(): NodeJS.Timeout {
    return later(everyMs() * (0.8 + Math.random() * 0.2), pulse);
  }
  function pulse(): void {
    next = plan();
    beat();
    waiting ??= afterReading(graceMs, giveUp);
  }
  function giveUp(): void {
    stop();
    silent();
  }
  function heard(): void {
    waiting?.();
    waiting = undefined;
  }
  function stop(): void {
    clearTimeout(next);
    heard();
  }
  return {
    heard,
    restart() {
      clearTimeout(next);
      next = plan();
    },
    stop,
  };
}

/**
 * Run something when the time is up and what had arrived by then was read: timers come before reading in a round of the
 * event loop, immediates after it (Node.js, "The Node.js Event Loop").
 *
 * @returns cancels
 */
export function afterReading(ms: number, run: () => void): () => void {
  let immediate: NodeJS.Immediate | undefined;
  const timer = later(ms, () => {
    immediate = setImmediate(run);
  });
  return () => {
    clearTimeout(timer);
    clearImmediate(immediate);
  };
}

function later(ms: number, run: () => void): NodeJS.Timeout {
  return setTimeout(run, ms).unref();
}
