import { type Database, insertJob } from '@jobwire/db';
import { newJob } from '@jobwire/queue';
import { defineJob } from '@jobwire/queue/job';
import { startQueueSystem } from '@jobwire/testing';
import { z } from 'zod';

import { type EngineKind, ratePerSecond } from './bare-bullmq.ts';
import type { BenchServers } from './servers.ts';

/** Does nothing, so that what remains is what the system adds. */
export const noop = defineJob({
  name: 'bench.noop',
  payload: z.strictObject({}),
  result: z.null(),
  concurrency: 200,
});

const batch = 1_000;

/** Jobs finished per second by Jobwire, every step recorded: accepted and dispatched before, one worker in this process. */
export async function recordedNoopRate(servers: BenchServers, engine: EngineKind, jobs: number): Promise<number> {
  const { db } = servers;
  const urls = { database: servers.databaseUrl, redisUrl: engine === 'redis' ? servers.redisUrl : undefined };
  const job = { definition: noop, handler: async () => null };
  const accepting = await startQueueSystem(urls, db, [job], { workers: false });
  for (let accepted = 0; accepted < jobs; accepted += batch) {
    await db.transaction(async (tx) => {
      await Promise.all(Array.from({ length: batch }, () => insertJob(tx, newJob(noop, {}))));
    });
  }
  accepting.dispatcher.wake();
  await allDispatched(db);
  await accepting.stop();

  const system = await startQueueSystem(urls, db, [job], { workers: false });
  const rate = await ratePerSecond(
    jobs,
    (onDone) => system.events.subscribe((name) => name === 'job.finished' && onDone()),
    () => system.startWorkers(),
  );
  await system.stop();
  return rate;
}

/** Wait until the engine has every job. */
export async function allDispatched(db: Database): Promise<void> {
  for (;;) {
    const [row] = await db.query<{ waiting: number }>(
      'SELECT count(*)::int AS waiting FROM jobs WHERE dispatched_at IS NULL AND finished_at IS NULL',
    );
    if (row?.waiting === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
