import { uuidv7 } from '@jobwire/runtime';

import { type SearchTimes, searchTimes } from './list-times.ts';
import { recordedNoopRate } from './noop-jobs.ts';
import { seeded, seedRecord } from './seed-record.ts';
import { type BenchServers, onServers } from './servers.ts';
import { type Row, writeCells } from './table.ts';

/** Jobs of one rate, and how often it is measured: rates of one machine differ by some percent from one to the next. */
const rate = { jobs: 20_000, times: 2 };

/** Lists and searches, and the rate of jobs, with a full record beside an empty one. */
export async function api(): Promise<Row[]> {
  let empty: Measured | undefined;
  let full: Measured | undefined;
  await onServers(async (servers) => void (empty = await measure(servers, uuidv7())));
  await onServers(async (servers) => {
    const started = performance.now();
    const owner = await seedRecord(servers.databaseUrl);
    process.stdout.write(`seeded in ${((performance.now() - started) / 1_000).toFixed(0)} s\n\n`);
    full = await measure(servers, owner);
  });
  if (!empty || !full) throw new Error('Nothing was measured');
  writeTimes(full.times, empty.times);
  const what = `no-op jobs, ${seeded.finished} finished and ${seeded.waiting} waiting, by an empty record`;
  return [{ what, unit: '/s', ours: full.rate, limit: empty.rate, target: 0.9 }];
}

interface Measured {
  times: SearchTimes[];
  rate: number;
}

async function measure(servers: BenchServers, owner: string): Promise<Measured> {
  const times = await searchTimes(servers, owner);
  const rates: number[] = [];
  for (let time = 0; time < rate.times; time += 1) {
    rates.push(await recordedNoopRate(servers, servers.redisUrl ? 'redis' : 'postgres', rate.jobs));
  }
  return { times, rate: Math.max(...rates) };
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
