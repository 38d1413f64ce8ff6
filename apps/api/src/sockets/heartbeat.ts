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

/** Beat until stopped, up to a fifth early so that the sockets of a restarted process do not beat together. */
export function startHeartbeat({ everyMs, graceMs, beat, silent }: HeartbeatOptions): Heartbeat {
  let waiting: NodeJS.Timeout | undefined;
  let next = plan();

  function plan(): NodeJS.Timeout {
    return later(everyMs() * (0.8 + Math.random() * 0.2), pulse);
  }
  function pulse(): void {
    next = plan();
    beat();
    waiting ??= later(graceMs, giveUp);
  }
  function giveUp(): void {
    stop();
    silent();
  }
  function heard(): void {
    if (!waiting) return;
    clearTimeout(waiting);
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

function later(ms: number, run: () => void): NodeJS.Timeout {
  return setTimeout(run, ms).unref();
}
