import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { startApp } from '@jobwire/testing';
import autocannon from 'autocannon';

import type { BenchServers } from './servers.ts';

const connections = 64;
const seconds = 8;

/** Registrations accepted per second by the API, and the answers per second of Express that only parses and answers. */
export async function registerRates(servers: BenchServers): Promise<{ ours: number; bare: number }> {
  const bare = await bareRate();
  const api = await startApp('api', {
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    DATABASE_URL: servers.databaseUrl,
    SECRET_KEY: 'a key of the benchmarks, at least 32 characters',
    RATE_LIMITS: 'off',
    PORT: '0',
    ...(servers.redisUrl ? { REDIS_URL: servers.redisUrl } : {}),
  });
  const ours = await load(api.url, 202);
  await api.stop();
  return { ours, bare };
}

async function bareRate(): Promise<number> {
  const child: ChildProcess = fork(fileURLToPath(new URL('./bare-express.ts', import.meta.url)), [], {
    execArgv: ['--conditions=@jobwire/source', '--import', 'tsx'],
  });
  const url = await new Promise<string>((resolve) =>
    child.once('message', (told) => typeof told === 'string' && resolve(told)),
  );
  const rate = await load(url, 202);
  child.kill('SIGTERM');
  return rate;
}

/** Every request registers somebody else. */
async function load(url: string, expected: number): Promise<number> {
  let index = 0;
  const result = await autocannon({
    url: `${url}/register`,
    method: 'POST',
    connections,
    duration: seconds,
    headers: { 'content-type': 'application/json' },
    setupClient: (client) => {
      client.setBody(bodyOf(index++));
      client.on('response', () => client.setBody(bodyOf(index++)));
    },
  });
  if (result.non2xx > 0 || result.errors > 0) {
    throw new Error(`${result.non2xx} answers were not ${expected}, ${result.errors} requests failed`);
  }
  return result.requests.average;
}

function bodyOf(index: number): string {
  return JSON.stringify({ email: `user${index}@example.com`, name: 'Ada' });
}
