import { startQueueSystem } from '@jobwire/testing';

import type { EngineKind } from './bare-bullmq.ts';
import { noop } from './noop-jobs.ts';
import type { BenchServers } from './servers.ts';
import { percentile } from './table.ts';

/** Median time from the commit that accepted a job until its handler starts, one job at a time, in milliseconds. */
export async function startLatency(servers: BenchServers, engine: EngineKind, jobs: number): Promise<number> {
  const urls = { database: servers.databaseUrl, redisUrl: engine === 'redis' ? servers.redisUrl : undefined };
  let started = (): void => undefined;
  const handler = async (): Promise<null> => {
    started();
    return null;
  };
  const system = await startQueueSystem(urls, servers.db, [{ definition: noop, handler }]);
  const times: number[] = [];
  for (let job = 0; job < jobs; job += 1) {
    const running = new Promise<number>((resolve) => {
      started = () => resolve(performance.now());
    });
    const id = await system.start(noop, {});
    const committed = performance.now();
    times.push((await running) - committed);
    await system.finished(id);
  }
  await system.stop();
  return percentile(times, 0.5);
}
