import type { Emit } from '@jobwire/runtime';

/** Knows whether the store of rate limits answers, so that requests do not wait for one that does not. */
export interface StoreWatch {
  /** True when the store should be asked: always while it is well, by one request a second while it is not. */
  mayAsk(): boolean;
  answered(): void;
  failed(error: Error): void;
}

/** A single late answer is a busy moment of this process more often than an outage. */
const failuresInARow = 3;

/** While the store is away, in milliseconds; each look may cost a request the whole patience. */
const lookAgainMs = 1_000;

/** Make the watch. It says once when the store is lost, and once when it is found again. */
export function createStoreWatch(emit: Emit): StoreWatch {
  let failures = 0;
  let nextLook: number | undefined;
  return {
    mayAsk() {
      if (nextLook === undefined) return true;
      const now = performance.now();
      if (now < nextLook) return false;
      nextLook = now + lookAgainMs;
      return true;
    },
    answered() {
      failures = 0;
      if (nextLook === undefined) return;
      nextLook = undefined;
      emit('limits.found');
    },
    failed(error) {
      failures += 1;
      if (nextLook !== undefined || failures < failuresInARow) return;
      nextLook = performance.now() + lookAgainMs;
      emit('limits.lost', { error });
    },
  };
}
