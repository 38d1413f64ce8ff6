import { randomBytes } from 'node:crypto';

import { createDatabase, type Database, migrate } from '@jobwire/db';
import type { Emit } from '@jobwire/runtime';
import pg from 'pg';

/** Migrated once per Jest run, copied for every test file. */
const template = 'jobwire_template';

/** On a busy machine a connection may take long, in milliseconds: a test is not about that unless it says so. */
const connectionTimeoutMs = 60_000;

/** Any number; all test processes must use the same. */
const templateLock = 7_403_201;

/** A database of one test file. */
export interface TestDatabase {
  url: string;
  /** A pool on it. */
  db: Database;
  /** Another pool on it, as another process has one; whoever opens it closes it. */
  open(name: string): Database;
  /** Close the pool, end other connections, drop the database. */
  stop(): Promise<void>;
}

/**
 * Make a fresh, migrated database in the Jest run's PostgreSQL. It takes about 30 ms.
 *
 * @throws Error when Jest runs without the project's configuration, which starts the server
 */
export async function testDatabase(emit: Emit = () => undefined): Promise<TestDatabase> {
  const serverUrl = process.env['JOBWIRE_TEST_DATABASE_URL'];
  if (serverUrl === undefined)
    throw new Error('There is no test server: run Jest with the jest.config.ts of the project');
  const name = `test_${randomBytes(6).toString('hex')}`;
  await withServer(serverUrl, async (server) => {
    await ensureTemplate(server, serverUrl);
    await server.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  });
  const url = urlOf(serverUrl, name);
  const open = (as: string): Database => createDatabase({ url, name: as, connectionTimeoutMs, emit });
  const db = open('test');
  const drop = async (): Promise<void> => {
    await db.close();
    await withServer(serverUrl, (server) => server.query(`DROP DATABASE ${name} WITH (FORCE)`));
  };
  let dropped: Promise<void> | undefined;
  return { url, db, open, stop: () => (dropped ??= drop()) };
}

/** Another name for another database of the same server. */
function urlOf(serverUrl: string, database: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${database}`;
  return url.href;
}

async function withServer(serverUrl: string, work: (server: pg.Client) => Promise<unknown>): Promise<void> {
  const server = new pg.Client(serverUrl);
  await server.connect();
  try {
    await work(server);
  } finally {
    await server.end();
  }
}

/** The first caller of the run makes the template; the others wait for it at the lock. */
async function ensureTemplate(server: pg.Client, serverUrl: string): Promise<void> {
  if (await hasTemplate(server)) return;
  await server.query('SELECT pg_advisory_lock($1)', [templateLock]);
  if (!(await hasTemplate(server))) await makeTemplate(server, serverUrl);
  await server.query('SELECT pg_advisory_unlock($1)', [templateLock]);
}

async function hasTemplate(server: pg.Client): Promise<boolean> {
  return (await server.query('SELECT 1 FROM pg_database WHERE datname = $1', [template])).rows.length > 0;
}

async function makeTemplate(server: pg.Client, serverUrl: string): Promise<void> {
  const half = `${template}_new`;
  // A migration that failed before left it behind.
  await server.query(`DROP DATABASE IF EXISTS ${half} WITH (FORCE)`);
  await server.query(`CREATE DATABASE ${half}`);
  await migrate(urlOf(serverUrl, half), () => undefined);
  // Nobody may connect, or copying it would fail.
  await server.query(`ALTER DATABASE ${half} ALLOW_CONNECTIONS false`);
  await server.query(`ALTER DATABASE ${half} RENAME TO ${template}`);
}
