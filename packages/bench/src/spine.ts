import { bareNoopRate, type EngineKind } from './bare-bullmq.ts';
import { noop, recordedNoopRate } from './noop-jobs.ts';
import { progressLatency } from './progress-latency.ts';
import { registerRates } from './register-rate.ts';
import { onServers } from './servers.ts';
import { startLatency } from './start-latency.ts';
import type { Row } from './table.ts';
import { thumbnailRates } from './thumbnail-rate.ts';

/** Jobs of one measurement. PostgreSQL alone is slower, and as exact with fewer. */
const noopJobs = { redis: 30_000, postgres: 4_000 } as const;

/** The way of a registration and of a photo, each step beside the part that limits it, in one run. */
export async function spine(): Promise<Row[]> {
  const rows: Row[] = [];
  const engines: EngineKind[] = ['redis', 'postgres'];
  await onServers(async (servers) => {
    const { ours, bare } = await registerRates(servers);
    rows.push({ what: 'POST /register, by Express answering', unit: '/s', ours, limit: bare, target: 0.35 });
  });
  for (const engine of engines) {
    await onServers(async (servers) => {
      if (engine === 'redis' && !servers.redisUrl) return;
      const limit = await bareNoopRate(servers, engine, noopJobs[engine], noop.concurrency);
      const ours = await recordedNoopRate(servers, engine, noopJobs[engine]);
      const target = engine === 'redis' ? 0.5 : 0.7;
      rows.push({ what: `no-op jobs, by bare BullMQ (${engine})`, unit: '/s', ours, limit, target });
      const ms = await startLatency(servers, engine, 200);
      rows.push({
        what: `commit → handler, median (${engine})`,
        unit: 'ms',
        ours: ms,
        target: engine === 'redis' ? 5 : 15,
      });
    });
  }
  await onServers(async (servers) => {
    const { p50, p99 } = await progressLatency(servers, 20);
    rows.push({ what: 'progress → frame, p50', unit: 'ms', ours: p50, target: 5 });
    rows.push({ what: 'progress → frame, p99', unit: 'ms', ours: p99, target: 25 });
    const { ours, bare } = await thumbnailRates(servers, 40);
    rows.push({ what: 'thumbnails of 13 MP, by sharp in a loop', unit: '/s', ours, limit: bare, target: 0.9 });
  });
  return rows;
}
