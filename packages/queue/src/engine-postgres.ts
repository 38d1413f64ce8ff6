import { asError } from '@jobwire/runtime';
import {
  assertSchemaCompatibility,
  createPostgresBackend,
  createPostgresRelayBackend,
  Relay,
  runMigrations,
  SchemaMigrationRequiredError,
  withBackend,
} from 'bullmq';
import type { PgPool, Queue, Worker } from 'bullmq';
import pg from 'pg';

import { addToQueues, removeFrom, stateOf, workerOptions } from './engine-jobs.ts';
import type { Engine, EngineOptions } from './engine.ts';
import { createPostgresLimits } from './rate-limits/postgres-limits.ts';
import { storePatienceMs } from './rate-limits/rate-limiter.ts';
import { createRelayBus, relaySettings } from './relay-bus.ts';

/** BullMQ's own schema beside the record's tables. */
const schema = 'bullmq';

/** Connections for short queries; each worker and each bus keeps one more to listen on. */
const queryConnections = 10;

/** Run BullMQ on PostgreSQL. */
export function createPostgresEngine(
  url: string,
  { names, process, emit, workers = 0, limitPatienceMs = storePatienceMs }: EngineOptions,
): Engine {
  const classes = withBackend(createPostgresBackend);
  const pool = new pg.Pool({
    connectionString: url,
    application_name: `jobwire-${process}-engine`,
    options: `-c search_path=${schema}`,
    max: queryConnections + workers + 1,
    connectionTimeoutMillis: 5_000,
    keepAlive: true,
  });
  pool.on('error', (error) => emit('engine.error', { client: 'pool', error }));
  // BullMQ keeps connections to listen on; one that the server ends while it is held would end the process.
  pool.on('connect', (client) => client.on('error', (error) => emit('engine.error', { client: 'held', error })));
  // Every queue and worker listens to the one pool.
  pool.setMaxListeners(0);
  // BullMQ describes a pool by its own, smaller interface.
  const connection = pool as unknown as PgPool;
  // The queues connect when they are made; the schema has to be there first.
  const queues = new Map<string, Queue>();
  const limits = createPostgresLimits(pool, { schema, patienceMs: limitPatienceMs, emit });

  const queueOf = (name: string): Queue => {
    if (!names.includes(name)) throw new Error(`There is no queue "${name}": it is not in the catalog`);
    const known = queues.get(name);
    if (known) return known;
    const queue = new classes.Queue(name, { connection }) as unknown as Queue;
    queue.on('error', (error) => emit('engine.error', { job: name, error }));
    queues.set(name, queue);
    return queue;
  };

  return {
    kind: 'postgres',
    names,
    async prepare() {
      await migrateSchema(pool);
      await limits.prepare();
      for (const name of names) queueOf(name);
      emit('engine.ready', { engine: 'postgres' });
    },
    ready: () => queues.size > 0,
    add: (dispatches) => addToQueues(queueOf, dispatches, emit),
    remove: (delivery) => removeFrom(queueOf(delivery.name), delivery),
    pause: (name) => queueOf(name).pause(),
    resume: (name) => queueOf(name).resume(),
    isPaused: (name) => queueOf(name).isPaused(),
    states: (deliveries) => Promise.all(deliveries.map((delivery) => stateOf(queueOf(delivery.name), delivery))),
    // The same database keeps the record and the engine: one cannot forget without the other.
    async memory() {
      await analyzeSubscriptions(pool);
      return 'kept';
    },
    remember: async () => undefined,
    queue: queueOf,
    worker: (name, settings) =>
      new classes.Worker(name, settings.processor, {
        ...workerOptions(settings),
        connection,
      }) as unknown as Worker,
    bus: (nodeName) =>
      createRelayBus(
        new Relay({ ...relaySettings(nodeName), connection, backend: createPostgresRelayBackend }),
        () => true,
        emit,
      ),
    limiter: (rule) => limits.limiter(rule),
    async close() {
      await limits.close();
      const closed = await Promise.allSettled([...queues.values()].map((queue) => queue.close()));
      for (const outcome of closed) {
        if (outcome.status === 'rejected') emit('engine.error', { error: asError(outcome.reason) });
      }
      await pool.end();
    },
  };
}

/** Create or update BullMQ's schema; an advisory lock of BullMQ's makes processes that start together wait. */
async function migrateSchema(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await assertSchemaCompatibility(client, schema);
  } catch (error) {
    if (!(error instanceof SchemaMigrationRequiredError)) throw error;
    await runMigrations(client, schema);
  } finally {
    client.release();
  }
}

/**
 * Refresh the statistics of the bus's subscriptions when their number has doubled. With stale ones every publication
 * reads the whole table: measured 401/s after 10,000 new subscriptions, and 10,000/s after this.
 */
async function analyzeSubscriptions(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ stale: boolean }>(
    `SELECT n_mod_since_analyze > greatest(n_live_tup / 2, 100) AS stale FROM pg_stat_user_tables
     WHERE schemaname = $1 AND relname = 'relay_subscription'`,
    [schema],
  );
  if (rows[0]?.stale) await pool.query(`ANALYZE ${schema}.relay_subscription`);
}
