import { afterAll, beforeAll, expect, it } from '@jest/globals';

import {
  createStops,
  describeWithRedis,
  eventually,
  testDatabase,
  testFolder,
  testRedis,
  type TestRedis,
} from '../index.ts';
import { type AppProcess, startApp } from './app-process.ts';

describeWithRedis('two API processes', () => {
  const stops = createStops();
  let redis: TestRedis;
  let apis: AppProcess[];
  beforeAll(async () => {
    const started = await testRedis();
    if (!started) throw new Error('There is no redis-server');
    redis = stops.add(started);
    const database = stops.add(await testDatabase());
    const folder = stops.add(await testFolder('limits'));
    const env = {
      NODE_ENV: 'test',
      LOG_FORMAT: 'json',
      DATABASE_URL: database.url,
      REDIS_URL: redis.url,
      SECRET_KEY: 'a key of the tests, at least 32 characters long',
      DATA_DIR: folder.path,
      TRUSTED_PROXIES: 'loopback',
      PORT: '0',
    };
    apis = await Promise.all([startApp('api', env), startApp('api', env)]);
    for (const api of apis) stops.add({ stop: () => api.kill() });
  });
  afterAll(() => stops.stopAll());

  let person = 0;
  const register = async (api: AppProcess | undefined, address: string): Promise<number> => {
    person += 1;
    const response = await fetch(`${api?.url}/register`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: JSON.stringify({ email: `person${person}@example.com` }),
    });
    await response.text();
    return response.status;
  };
  /** Registrations that were accepted of so many. */
  const accepted = async (address: string, tries: number, from: readonly AppProcess[] = apis): Promise<number> => {
    const statuses: number[] = [];
    for (let n = 0; n < tries; n += 1) statuses.push(await register(from[n % from.length], address));
    expect(statuses.filter((status) => status !== 202 && status !== 429)).toEqual([]);
    return statuses.filter((status) => status === 202).length;
  };
  const lines = (name: string): number =>
    apis.reduce((sum, api) => sum + api.output().split(`"${name}"`).length - 1, 0);

  it('share the limit of an address', async () => {
    const count = await accepted('198.51.100.1', 30);
    // Alone, each would have taken its 15. Under load a process may count a request itself, because Redis was late.
    expect([count >= 20, count < 30]).toEqual([true, true]);
  });

  it('go on while Redis stands still, each with the whole limit, and say so', async () => {
    redis.freeze();
    expect(await accepted('198.51.100.2', 60)).toBe(40);
    await eventually(() => expect(lines('limits.lost')).toBeGreaterThanOrEqual(2));
    redis.thaw();
    await eventually(async () => {
      for (const api of apis) await fetch(`${api.url}/nothing`);
      expect(lines('limits.found')).toBe(lines('limits.lost'));
    });
  });

  it('go on while Redis is stopped, and count together when it is back', async () => {
    await redis.kill();
    expect(await accepted('198.51.100.3', 60)).toBe(40);
    await redis.start();
    await eventually(async () => {
      for (const api of apis) await fetch(`${api.url}/nothing`);
      expect(lines('limits.found')).toBe(lines('limits.lost'));
    });
  });
});
