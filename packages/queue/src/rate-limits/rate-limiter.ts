import { asError } from '@jobwire/runtime';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

import type { StoreWatch } from './store-watch.ts';

/** How much a holder may do in a window; the window begins with the first time. */
export interface RateRule {
  /** Part of the keys in the store: plain, and never used for two rules. */
  name: string;
  count: number;
  /** Milliseconds; whole seconds. */
  windowMs: number;
}

/** What a rule says to one more time. */
export interface RateState {
  allowed: boolean;
  /** How often the holder may still come in this window. */
  remaining: number;
  /** Until the window ends, in milliseconds. */
  resetMs: number;
}

/** Counts holders by one rule, over all processes that share the engine. */
export interface RateLimiter {
  /**
   * Count one more time of a holder. It never throws and never waits long: without the engine's store, what this process
   * counts by itself decides.
   *
   * @param holder who is counted; at most 200 characters, and nothing that says who a person is, because it is stored
   */
  take(holder: string): Promise<RateState>;
}

/** How long a request waits for the store unless a test says otherwise, in milliseconds; one that is well answers in one. */
export const storePatienceMs = 20;

/** All keys start like the engine's own, so that one access rule of the server covers both. */
export const keyPrefix = ({ name }: RateRule): string => `bull:limit:${name}`;

/** What the library's limiters are told alike. A holder that was refused is refused here, without asking the store. */
export function libraryOptions(rule: RateRule): {
  keyPrefix: string;
  points: number;
  duration: number;
  inMemoryBlockOnConsumed: number;
} {
  return {
    keyPrefix: keyPrefix(rule),
    points: rule.count,
    duration: rule.windowMs / 1_000,
    inMemoryBlockOnConsumed: rule.count + 1,
  };
}

/** What limiters of one store have in common. */
export interface SharedStore {
  watch: StoreWatch;
  /** How long a request waits for the store, in milliseconds. */
  patienceMs: number;
}

/** Make a limiter over a shared store, with a bucket of this process for when it is away. */
export function createRateLimiter(
  rule: RateRule,
  shared: RateLimiterAbstract,
  { watch, patienceMs }: SharedStore,
): RateLimiter {
  const local = new RateLimiterMemory({ points: rule.count, duration: rule.windowMs / 1_000 });
  return {
    async take(holder) {
      if (!watch.mayAsk()) return consume(local, holder);
      try {
        const state = await within(patienceMs, consume(shared, holder));
        watch.answered();
        return state;
      } catch (error) {
        watch.failed(asError(error));
        return consume(local, holder);
      }
    },
  };
}

async function consume(limiter: RateLimiterAbstract, holder: string): Promise<RateState> {
  try {
    return stateOf(true, await limiter.consume(holder));
  } catch (refused) {
    // The library throws a refusal like a failure.
    if (refused instanceof RateLimiterRes) return stateOf(false, refused);
    throw refused;
  }
}

function stateOf(allowed: boolean, { remainingPoints, msBeforeNext }: RateLimiterRes): RateState {
  return { allowed, remaining: allowed ? remainingPoints : 0, resetMs: Math.max(0, msBeforeNext) };
}

/** Wait for an answer so long; one that comes later, or fails later, is nobody's any more. */
function within<Value>(ms: number, answer: Promise<Value>): Promise<Value> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`The store did not answer in ${ms} ms`)), ms);
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
