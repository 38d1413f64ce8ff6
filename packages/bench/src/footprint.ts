import { createConnection } from 'node:net';

import { createDatabase, type Database, insertJob } from '@jobwire/db';
import { newJob } from '@jobwire/queue';
import { startQueueSystem } from '@jobwire/testing';

import { allDispatched, noop } from './noop-jobs.ts';
import { onServers } from './servers.ts';
import { writeCells } from './table.ts';

/** Enough that what the servers take for themselves does not count. */
const jobs = 10_000;
/** Inserts that are under way at a time. */
const batch = 50;

/**
 * What a job takes while it waits and when it has ended, in bytes: of PostgreSQL's files with their indexes, and of Redis's
 * memory. A busy machine changes nothing about it.
 */
export async function footprint(): Promise<[]> {
  await onServers(async ({ databaseUrl, redisUrl }) => {
    // Nothing is timed here: on a busy machine it takes longer, and that is all.
    const patience = { statementTimeoutMs: 120_000, connectionTimeoutMs: 120_000 };
    const db = createDatabase({ url: databaseUrl, name: 'bench', ...patience, emit: () => undefined });
    if (redisUrl === undefined) throw new Error('There is no redis-server on the PATH');
    const emptyRecord = await recordBytes(db);
    const emptyEngine = await redisBytes(redisUrl);
    const job = { definition: noop, handler: async () => null };
    const system = await startQueueSystem({ database: databaseUrl, redisUrl }, db, [job], { workers: false });
    for (let accepted = 0; accepted < jobs; accepted += batch) {
      await db.transaction(async (tx) => {
        await Promise.all(Array.from({ length: batch }, () => insertJob(tx, newJob(noop, {}))));
      });
    }
    system.dispatcher.wake();
    await allDispatched(db);
    const waiting = [(await recordBytes(db)) - emptyRecord, (await redisBytes(redisUrl)) - emptyEngine];
    system.startWorkers();
    await allFinished(db);
    await system.stop();
    await db.query('VACUUM');
    const finished = [(await recordBytes(db)) - emptyRecord, (await redisBytes(redisUrl)) - emptyEngine];
    const each = (bytes: number | undefined): string => `${Math.round((bytes ?? 0) / jobs)} bytes`;
    writeCells([
      [`of ${jobs} jobs, each`, 'PostgreSQL', 'Redis'],
      ['waits, dispatched', each(waiting[0]), each(waiting[1])],
      ['has ended (Redis keeps the last 1,000)', each(finished[0]), each(finished[1])],
    ]);
    await db.close();
  });
  return [];
}

/** What all tables of the record take, with indexes and TOAST. */
async function recordBytes(db: Database): Promise<number> {
  const [row] = await db.query<{ bytes: number }>(
    `SELECT sum(pg_total_relation_size(c.oid))::float8 AS bytes FROM pg_class c
     JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'public' AND c.relkind = 'r'`,
  );
  return row?.bytes ?? 0;
}

/** `used_memory` of INFO: what Redis has given to its data and itself. */
async function redisBytes(redisUrl: string): Promise<number> {
  const { hostname, port } = new URL(redisUrl);
  const socket = createConnection({ host: hostname, port: Number(port) });
  socket.write('INFO memory\r\n');
  let said = '';
  for await (const chunk of socket) {
    said += String(chunk);
    if (said.includes('\r\nused_memory_human')) break;
  }
  socket.destroy();
  return Number(/^used_memory:(\d+)/m.exec(said)?.[1]);
}

async function allFinished(db: Database): Promise<void> {
  for (;;) {
    const [row] = await db.query<{ left: number }>('SELECT count(*)::int AS left FROM jobs WHERE finished_at IS NULL');
    if (row?.left === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}
