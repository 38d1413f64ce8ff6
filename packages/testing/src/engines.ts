import { findProgram } from './find-program.ts';
import { testRedis, type TestRedis, type TestRedisOptions } from './test-redis.ts';

/** An engine that runs. */
export interface RunningEngine {
  /** The product's `REDIS_URL`; `undefined` chooses the PostgreSQL engine. */
  redisUrl: string | undefined;
  redis: TestRedis | undefined;
  stop(): Promise<void>;
}

/** An engine that a suite can be run on. */
export interface TestEngine {
  kind: 'redis' | 'postgres';
  start(options?: TestRedisOptions): Promise<RunningEngine>;
}

const redisEngine: TestEngine = {
  kind: 'redis',
  start: async (options) => {
    const redis = await testRedis(options);
    if (redis === undefined) throw new Error('There is no redis-server on the PATH');
    return { redisUrl: redis.url, redis, stop: redis.stop };
  },
};

const postgresEngine: TestEngine = {
  kind: 'postgres',
  start: async () => ({ redisUrl: undefined, redis: undefined, stop: async () => undefined }),
};

/** Whether this machine has a redis-server; when not, the start of the Jest run says how to get one. */
export const hasRedis: boolean = findProgram('redis-server') !== undefined;

/** The engines of this machine, for `describe.each(engines)('… on $kind', ({ start }) => …)`. */
export const engines: readonly TestEngine[] = hasRedis ? [redisEngine, postgresEngine] : [postgresEngine];

type Describe = (name: string, suite: () => void) => void;

/** Jest's own; declared here, because importing it would make this package unusable outside of Jest. */
declare const describe: Describe & { skip: Describe };

/** A suite that needs Redis itself; skipped where there is none. */
export function describeWithRedis(name: string, suite: () => void): void {
  if (hasRedis) describe(name, suite);
  else describe.skip(name, suite);
}
