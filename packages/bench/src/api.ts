import { uuidv7 } from '@jobwire/runtime';

import { type SearchTimes, searchTimes } from './list-times.ts';
import { recordedNoopRate } from './noop-jobs.ts';
import { seeded, seedRecord } from './seed-record.ts';
import { type BenchServers, onServers } from './servers.ts';
import { type Row, writeCells } from './table.ts';

/** Jobs of one rate, and how often it is measured on either record, by turns: one machine is not always equally fast. */
const rate = { jobs: 20_000, rounds: 3 };

/** Lists and searches, and the rate of jobs, with a full record beside an empty one. */
export async function api(): Promise<Row[]> {
  const rows: Row[] = [];
  await onServers(async (empty) => {
    await onServers(async (full) => {
      const owner = await seedRecord(full.databaseUrl);
      writeTimes(await searchTimes(full, owner), await searchTimes(empty, uuidv7()));
      const { ours, limit } = await rates(full, empty);
      const what = `no-op jobs, ${seeded.finished} finished and ${seeded.waiting} waiting, by an empty record`;
      rows.push({ what, unit: '/s', ours, limit, target: 0.9 });
    });
  });
  return rows;
}

/** The best of each: what else the machine does only ever makes a rate smaller. */
async function rates(full: BenchServers, empty: BenchServers): Promise<{ ours: number; limit: number }> {
  const best = { ours: 0, limit: 0 };
  for (let round = 0; round < rate.rounds; round += 1) {
    best.limit = Math.max(best.limit, await rateOn(empty));
    best.ours = Math.max(best.ours, await rateOn(full));
  }
  return best;
}

function rateOn(servers: BenchServers): Promise<number> {
  return recordedNoopRate(servers, servers.redisUrl ? 'redis' : 'postgres', rate.jobs);
}

function writeTimes(full: readonly SearchTimes[], empty: readonly SearchTimes[]): void {
  const ms = (value = Number.NaN): string => `${value.toFixed(1)} ms`;
  const cells = full.map(({ what, p50, p95 }, index) => [
    what,
    ms(p50),
    ms(p95),
    ms(empty[index]?.p50),
    ms(empty[index]?.p95),
  ]);
  writeCells([['search', 'p50', 'p95', 'empty p50', 'empty p95'], ...cells]);
  process.stdout.write('\n');
}
