import { asError, type Emit } from '@jobwire/runtime';
import type { Pool } from 'pg';
import { RateLimiterPostgres } from 'rate-limiter-flexible';

import { createRateLimiter, libraryOptions, type RateLimiter, type RateRule } from './rate-limiter.ts';
import { createStoreWatch } from './store-watch.ts';

/** Rate limits that are counted in PostgreSQL. */
export interface PostgresLimits {
  /** Make the table. */
  prepare(): Promise<void>;
  limiter(rule: RateRule): RateLimiter;
  /** Stop clearing, and wait for what is under way: the pool may be ended then. */
  close(): Promise<void>;
}

/** How it may be set up. */
export interface PostgresLimitsOptions {
  /** The engine's schema. */
  schema: string;
  patienceMs: number;
  emit: Emit;
  /** How often rows whose window has ended are deleted, in milliseconds; a row stays that much longer than its window. */
  clearEveryMs?: number;
}

/** BullMQ has tables in this schema too, one of them called `rate_limit`. */
const tableName = 'jobwire_rate_limit';

/**
 * Count in a table of the engine's schema: one statement a request. The table is unlogged, because a count is not worth a
 * write to the log, which would cost every request a flush of the disk (PostgreSQL documentation, CREATE TABLE).
 */
export function createPostgresLimits(
  pool: Pool,
  { schema, patienceMs, emit, clearEveryMs = 60_000 }: PostgresLimitsOptions,
): PostgresLimits {
  const watch = createStoreWatch(emit);
  let clearing: NodeJS.Timeout | undefined;
  let underWay: Promise<unknown> = Promise.resolve();
  const clear = (): void => {
    underWay = pool
      .query(`DELETE FROM ${schema}.${tableName} WHERE expire < $1`, [Date.now()])
      .catch((error: unknown) => emit('engine.error', { client: 'limits', error: asError(error) }));
  };
  return {
    prepare: () => createTable(pool, schema),
    limiter(rule) {
      const shared = new RateLimiterPostgres({
        ...libraryOptions(rule),
        storeClient: pool,
        storeType: 'pool',
        schemaName: schema,
        tableName,
        tableCreated: true,
        clearExpiredByTimeout: false,
      });
      clearing ??= setInterval(clear, clearEveryMs).unref();
      return createRateLimiter(rule, shared, { watch, patienceMs });
    },
    async close() {
      clearInterval(clearing);
      await underWay;
    },
  };
}

async function createTable(pool: Pool, schema: string): Promise<void> {
  // Without the lock two processes that start together would both create it, IF NOT EXISTS or not, and one would fail.
  await pool.query(`DO $$ BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('jobwire'), hashtext('rate limits'));
    CREATE UNLOGGED TABLE IF NOT EXISTS ${schema}.${tableName}
      (key varchar(255) PRIMARY KEY, points integer NOT NULL DEFAULT 0, expire bigint);
  END $$`);
}
