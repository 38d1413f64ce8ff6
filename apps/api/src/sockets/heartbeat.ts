/** Notices a peer that is gone without a word. */
export interface Heartbeat {
  /** Something came from the peer. */
  heard(): void;
  stop(): void;
}

/** What a heartbeat does. Times in milliseconds. */
export interface HeartbeatOptions {
  everyMs: number;
  graceMs: number;
  beat: () => void;
  /** The peer said nothing within the grace after a beat. Called once. */
  silent: () => void;
}

/** Beat until stopped, ±10 % so that the sockets of a restarted process do not beat together. */
export function startHeartbeat({ everyMs, graceMs, beat, silent }: HeartbeatOptions): Heartbeat {
  let answered = false;
  let timer = later(everyMs * (0.9 + Math.random() * 0.2), pulse);

  function pulse(): void {
    answered = false;
    beat();
    timer = later(graceMs, judge);
  }
  function judge(): void {
    if (!answered) return silent();
    timer = later(Math.max(0, everyMs * (0.9 + Math.random() * 0.2) - graceMs), pulse);
  }
  return {
    heard: () => void (answered = true),
    stop: () => clearTimeout(timer),
  };
}

function later(ms: number, run: () => void): NodeJS.Timeout {
  return setTimeout(run, ms).unref();
}
