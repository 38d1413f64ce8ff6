import { createPostgresEngine } from './engine-postgres.ts';
import { createRedisEngine } from './engine-redis.ts';
import type { Engine, EngineOptions } from './engine.ts';

/**
 * Choose the engine, once: Redis where a server is configured, else PostgreSQL beside the record.
 *
 * @param directUrl PostgreSQL without a pooler: the engine listens for notifications
 */
export function createEngine(
  urls: { redisUrl?: string | undefined; directUrl: string },
  options: EngineOptions,
): Engine {
  return urls.redisUrl ? createRedisEngine(urls.redisUrl, options) : createPostgresEngine(urls.directUrl, options);
}
