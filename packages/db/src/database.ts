import type { Writable } from 'node:stream';

import { asError, type Emit } from '@jobwire/runtime';
import pg from 'pg';

import { asRecordError } from './failures.ts';

/**
 * Runs SQL inside one transaction. Parameters are `$1…`; JSON columns take `JSON.stringify(value)`.
 *
 * With a `name` the statement is prepared once per connection: for hot statements only, and each name stands for one text
 * (behind PgBouncer this needs `max_prepared_statements`, 1.21 or newer).
 */
export interface Tx {
  query<Row>(sql: string, params?: readonly unknown[], name?: string): Promise<Row[]>;
}

/** The record's connection pool. */
export interface Database extends Tx {
  /** Run `work` in a transaction; it is rolled back when `work` throws. */
  transaction<Result>(work: (tx: Tx) => Promise<Result>): Promise<Result>;
  /**
   * Run a transaction in one round trip: BEGIN, every statement that `work` starts, and COMMIT are on the wire before
   * the first answer arrives. `work` therefore must not await one statement to build the next.
   */
  pipeline(work: (tx: Tx) => unknown): Promise<void>;
  /** How many connections are at work, how many are idle, and how many callers wait for one. */
  connections(): { busy: number; idle: number; waiting: number };
  /** Close idle connections and wait for the busy ones. */
  close(): Promise<void>;
}

/** What a pool needs to know. Times in milliseconds. */
export interface DatabaseOptions {
  url: string;
  /** Shown in `pg_stat_activity`. */
  name: string;
  maxConnections?: number;
  statementTimeoutMs?: number;
  /** How long to wait for a connection, a free or a new one. */
  connectionTimeoutMs?: number;
  emit: Emit;
}

/**
 * Every hot statement has an index. A prepared statement that was planned while its table was still small would keep
 * reading the whole table after it has grown, until the next ANALYZE. JIT is off because a plan without an index would
 * otherwise look expensive enough to be compiled (PostgreSQL documentation, 19.7 and 30.2).
 */
const planner = '-c enable_seqscan=off -c random_page_cost=1.1 -c jit=off';

/**
 * Open the pool of the record. No connection is made yet.
 *
 * Timeouts bound every wait: a frozen server becomes an error within `statementTimeoutMs` + 1 s, an exhausted pool
 * within `connectionTimeoutMs`.
 */
export function createDatabase(options: DatabaseOptions): Database {
  const { url, name, maxConnections = 10, statementTimeoutMs = 5_000, connectionTimeoutMs = 2_000 } = options;
  const { emit } = options;
  const pool = new pg.Pool({
    connectionString: url,
    application_name: name,
    max: maxConnections,
    pipeline: true,
    connectionTimeoutMillis: connectionTimeoutMs,
    idleTimeoutMillis: 30_000,
    statement_timeout: statementTimeoutMs,
    // A little less than the statement's limit, which would hide that a lock was what it waited for.
    lock_timeout: Math.floor(statementTimeoutMs * 0.9),
    idle_in_transaction_session_timeout: 10_000,
    query_timeout: statementTimeoutMs + 1_000,
    keepAlive: true,
    options: planner,
  });
  // Without a listener an idle connection that breaks would end the process.
  pool.on('error', (error) => emit('database.error', { error }));
  // The pool listens while a connection is idle; this is for one that breaks between two statements of a transaction.
  pool.on('connect', (client) => client.on('error', (error) => emit('database.error', { error })));

  return {
    query: async (sql, params, statement) => rowsOf(await ofRecord(pool.query(queryOf(sql, params, statement)))),
    transaction: (work) => withClient(pool, (client) => inTransaction(client, work)),
    pipeline: (work) => withClient(pool, (client) => inPipeline(client, work)),
    connections: () => ({
      busy: pool.totalCount - pool.idleCount,
      idle: pool.idleCount,
      waiting: pool.waitingCount,
    }),
    close: () => pool.end(),
  };
}

/** The border to PostgreSQL: what it throws when it is out of reach is told apart here, once. */
async function ofRecord<Answer>(answer: Promise<Answer>): Promise<Answer> {
  try {
    return await answer;
  } catch (error) {
    throw asRecordError(error);
  }
}

function rowsOf<Row>(result: pg.QueryResult): Row[] {
  return result.rows as Row[];
}

async function withClient<Result>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<Result>): Promise<Result> {
  const client = await ofRecord(pool.connect());
  let broken = false;
  try {
    return await work(client);
  } catch (error) {
    // A connection whose state is unknown must not serve the next caller.
    broken = !isAnswer(error);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** True when the server answered with an error, which leaves the connection usable. */
function isAnswer(error: unknown): boolean {
  return (
    typeof (error as { code?: unknown }).code === 'string' && /^[0-9A-Z]{5}$/.test((error as { code: string }).code)
  );
}

async function inTransaction<Result>(client: pg.PoolClient, work: (tx: Tx) => Promise<Result>): Promise<Result> {
  const wire = wireOf(client);
  // BEGIN and the first statement go in one packet; whatever goes wrong with BEGIN also fails that statement.
  wire?.cork();
  const begun = ofRecord(client.query('BEGIN'));
  begun.catch(() => undefined);
  const working = work(txOf(client));
  wire?.uncork();
  try {
    const result = await working;
    await begun;
    await ofRecord(client.query('COMMIT'));
    return result;
  } catch (error) {
    // A lost connection has rolled back by itself; the first error is the one that matters.
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

async function inPipeline(client: pg.PoolClient, work: (tx: Tx) => unknown): Promise<void> {
  const wire = wireOf(client);
  // One packet instead of one per statement: writing to the socket is the dearest part of a short transaction.
  wire?.cork();
  const sent: Promise<unknown>[] = [client.query('BEGIN')];
  const tx: Tx = {
    query: <Row>(sql: string, params?: readonly unknown[], name?: string) => {
      const answer = client.query(queryOf(sql, params, name));
      sent.push(answer);
      const rows = answer.then((result) => rowsOf<Row>(result));
      // `sent` reports the failure; a caller that does not look at these rows must not make it an unhandled one.
      rows.catch(() => undefined);
      return rows;
    },
  };
  const worked = (async () => work(tx))();
  sent.push(worked, client.query('COMMIT'));
  wire?.uncork();
  const answers = await Promise.allSettled(sent);
  // After the first failing statement PostgreSQL refuses the rest and turns COMMIT into ROLLBACK, so the first is the cause.
  const failed = answers.find((answer) => answer.status === 'rejected');
  if (failed) throw asRecordError(asError(failed.reason));
}

/** The connection's socket, which the types of pg do not show. */
function wireOf(client: pg.PoolClient): Writable | undefined {
  return (client as { connection?: { stream?: Writable } }).connection?.stream;
}

function txOf(client: pg.PoolClient): Tx {
  return { query: async (sql, params, name) => rowsOf(await ofRecord(client.query(queryOf(sql, params, name)))) };
}

function queryOf(text: string, params: readonly unknown[] = [], name?: string): pg.QueryConfig {
  return name === undefined ? { text, values: [...params] } : { name, text, values: [...params] };
}
