import { createPostgresBackend, Queue, withBackend, Worker } from 'bullmq';

import type { BenchServers } from './servers.ts';

/** The engines in question. */
export type EngineKind = 'redis' | 'postgres';

/** What a bare queue and a bare worker are used for here, on either backend. */
interface BareQueue {
  add(jobs: number): Promise<void>;
  /** Work all of them off; jobs per second. */
  work(jobs: number, concurrency: number): Promise<number>;
  close(): Promise<void>;
}

const batch = 1_000;

/** Jobs finished per second by BullMQ alone: added before, one worker in this process, a handler that does nothing. */
export async function bareNoopRate(
  servers: BenchServers,
  engine: EngineKind,
  jobs: number,
  concurrency: number,
): Promise<number> {
  const bare = engine === 'redis' ? onRedis(servers.redisUrl ?? '') : onPostgres(servers.databaseUrl);
  for (let added = 0; added < jobs; added += batch) await bare.add(batch);
  const rate = await bare.work(jobs, concurrency);
  await bare.close();
  return rate;
}

const name = 'bare-noop';
const noops = (count: number): { name: string; data: object }[] =>
  Array.from({ length: count }, () => ({ name, data: {} }));

function onRedis(url: string): BareQueue {
  const connection = { url };
  const queue = new Queue(name, { connection });
  return {
    add: async (jobs) => void (await queue.addBulk(noops(jobs))),
    async work(jobs, concurrency) {
      const options = { connection, concurrency, removeOnComplete: { count: batch }, autorun: false };
      const worker = new Worker(name, async () => null, options);
      const rate = await ratePerSecond(
        jobs,
        (onDone) => worker.on('completed', onDone),
        () => void worker.run(),
      );
      await worker.close();
      return rate;
    },
    close: () => queue.close(),
  };
}

function onPostgres(connectionString: string): BareQueue {
  const classes = withBackend(createPostgresBackend);
  const connection = { connectionString, max: 20, schema: 'bare', migrate: true };
  const queue = new classes.Queue(name, { connection });
  return {
    add: async (jobs) => void (await queue.addBulk(noops(jobs))),
    async work(jobs, concurrency) {
      const options = { connection, concurrency, removeOnComplete: { count: batch }, autorun: false };
      const worker = new classes.Worker(name, async () => null, options);
      const rate = await ratePerSecond(
        jobs,
        (onDone) => worker.on('completed', onDone),
        () => void worker.run(),
      );
      await worker.close();
      return rate;
    },
    close: () => queue.close(),
  };
}

/** Start, count what is done, and divide. */
export async function ratePerSecond(
  jobs: number,
  listen: (onDone: () => void) => unknown,
  start: () => void,
): Promise<number> {
  let done = 0;
  const all = new Promise<void>((resolve) => {
    listen(() => {
      done += 1;
      if (done === jobs) resolve();
    });
  });
  const started = performance.now();
  start();
  await all;
  return jobs / ((performance.now() - started) / 1_000);
}
