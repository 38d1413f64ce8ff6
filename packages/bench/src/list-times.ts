import { startApp } from '@jobwire/testing';

import { keyOf, operatorOf, publicUrl } from './api-callers.ts';
import { searches } from './searches.ts';
import type { BenchServers } from './servers.ts';
import { percentile } from './table.ts';

/** How long one search took, in milliseconds. */
export interface SearchTimes {
  what: string;
  p50: number;
  p95: number;
}

/** Requests of a search that count, one after another, and those before that only warm up. */
const rounds = { warm: 5, counted: 40 };

/** Ask the API for lists, each search by itself. */
export async function searchTimes(servers: BenchServers, owner: string): Promise<SearchTimes[]> {
  const api = await startApp('api', {
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    DATABASE_URL: servers.databaseUrl,
    SECRET_KEY: 'a key of the benchmarks, at least 32 characters',
    PUBLIC_URL: publicUrl,
    RATE_LIMITS: 'off',
    PORT: '0',
    ...(servers.redisUrl ? { REDIS_URL: servers.redisUrl } : {}),
  });
  const tokens = { key: await keyOf(servers.db, owner), operator: await operatorOf(servers.db, api.url) };
  const times: SearchTimes[] = [];
  for (const { what, who, path } of searches) {
    const took: number[] = [];
    for (let round = 0; round < rounds.warm + rounds.counted; round += 1) {
      took.push(await timeOf(`${api.url}${path(round)}`, tokens[who]));
    }
    const counted = took.slice(rounds.warm);
    times.push({ what, p50: percentile(counted, 0.5), p95: percentile(counted, 0.95) });
  }
  await api.stop();
  return times;
}

async function timeOf(url: string, authorization: string): Promise<number> {
  const started = performance.now();
  const response = await fetch(url, { headers: { authorization } });
  const body = await response.text();
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}: ${body}`);
  return performance.now() - started;
}
