/** Runs things as fast as the server lets one socket ask. */
export interface Pace {
  run(work: () => void): void;
  /** Forget what waits. */
  clear(): void;
}

/**
 * Make the pace of one socket: `burst` at once, then one every `everyMs`. The server allows 40 and one every 50 ms; the
 * distance is for pings and clocks.
 */
export function createPace(burst = 30, everyMs = 60): Pace {
  let free = burst;
  let waiting: (() => void)[] = [];
  let timer: ReturnType<typeof setInterval> | undefined;

  const tick = (): void => {
    const next = waiting.shift();
    if (next) return next();
    free += 1;
    if (free < burst) return;
    clearInterval(timer);
    timer = undefined;
  };

  return {
    run(work) {
      timer ??= setInterval(tick, everyMs);
      if (free === 0) return void waiting.push(work);
      free -= 1;
      work();
    },
    clear() {
      waiting = [];
      free = burst;
      clearInterval(timer);
      timer = undefined;
    },
  };
}
