import type { Clock } from '@jobwire/runtime';

/** Lets a rate pass, with bursts. */
export interface TokenBucket {
  /** Take one token; false when there is none. */
  take(): boolean;
  /** Seconds until the next token. */
  wait(): number;
}

/**
 * Make a full bucket of `burst` tokens.
 *
 * @param perSecond tokens that come back each second
 */
export function createTokenBucket(perSecond: number, burst: number, clock: Clock): TokenBucket {
  let tokens = burst;
  let filledAt = clock.now();
  const fill = (): void => {
    const now = clock.now();
    // A clock that was set back must not take tokens away.
    tokens = Math.min(burst, tokens + (Math.max(0, now - filledAt) / 1000) * perSecond);
    filledAt = now;
  };
  return {
    take() {
      fill();
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
    wait() {
      fill();
      return Math.max(0, (1 - tokens) / perSecond);
    },
  };
}

/**
 * Count offences within a window.
 *
 * @returns a function that records one and tells whether it was one too many
 */
export function createStrikes(limit: number, windowMs: number, clock: Clock): () => boolean {
  let times: number[] = [];
  return () => {
    const now = clock.now();
    times = [...times.filter((time) => now - time < windowMs), now];
    return times.length >= limit;
  };
}
