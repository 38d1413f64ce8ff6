/** A wait that may be ended early. */
export interface EarlyWait {
  /** For `ms` milliseconds at most. One at a time. */
  wait(ms: number): Promise<void>;
  /** End the wait that is under way, if there is one. */
  end(): void;
}

/** Make one; it belongs to one loop. */
export function createEarlyWait(): EarlyWait {
  let endWait: (() => void) | undefined;
  return {
    wait: (ms) =>
      new Promise((resolve) => {
        const timer = setTimeout(resolve, ms);
        endWait = () => {
          clearTimeout(timer);
          resolve();
        };
      }),
    end: () => endWait?.(),
  };
}
