import type { Emit } from '@jobwire/runtime';
import type { Redis } from 'ioredis';
import { RateLimiterRedis } from 'rate-limiter-flexible';

import { createRateLimiter, libraryOptions, type RateLimiter, type RateRule } from './rate-limiter.ts';
import { createStoreWatch } from './store-watch.ts';

/** Rate limits that are counted in Redis. */
export interface RedisLimits {
  limiter(rule: RateRule): RateLimiter;
  close(): void;
}

/** What they are made of. */
export interface RedisLimitsOptions {
  /** Makes the client, when the first rule needs it. Its commands must not wait for a connection. */
  connect(): Redis;
  patienceMs: number;
  emit: Emit;
}

/** Count in Redis: one script a request, and keys that end with their window. */
export function createRedisLimits({ connect, patienceMs, emit }: RedisLimitsOptions): RedisLimits {
  const watch = createStoreWatch(emit);
  let client: Redis | undefined;
  const connected = (): Redis => {
    if (client) return client;
    client = connect();
    // Each failed attempt to connect ends here; that the store is away is said once, by the watch.
    client.on('error', () => undefined);
    return client;
  };
  return {
    limiter(rule) {
      const options = { ...libraryOptions(rule), storeClient: connected(), rejectIfRedisNotReady: true };
      return createRateLimiter(rule, new RateLimiterRedis(options), { watch, patienceMs });
    },
    close: () => client?.disconnect(),
  };
}
