import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient } from '@jobwire/client';

import { describeWithRedis } from '../engines.ts';
import { testFolder } from '../folder.ts';
import { createStops } from '../stops.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { type TestRedis, testRedis, type TestRedisOptions } from '../test-redis.ts';
import { type TestSmtp, testSmtp } from '../test-smtp.ts';
import { acceptMail, watchToEnd } from './accepted-work.ts';
import { type AppProcess, startApp } from './app-process.ts';
import { brokenPromises } from './broken-promises.ts';

const stops = createStops();
let database: TestDatabase;
let smtp: TestSmtp;
let env: Record<string, string>;

beforeEach(async () => {
  const folder = stops.add(await testFolder('refuse-to-start'));
  database = stops.add(await testDatabase());
  smtp = stops.add(await testSmtp());
  env = {
    NODE_ENV: 'test',
    LOG_FORMAT: 'json',
    DATABASE_URL: database.url,
    SMTP_URL: smtp.url,
    SECRET_KEY: 'a key of the tests, at least 32 characters long',
    DATA_DIR: folder.path,
    PORT: '0',
    WORKER_PORT: '0',
  };
});
afterEach(() => stops.stopAll());

const startIt = async (name: AppProcess['name'], more: Record<string, string>): Promise<AppProcess> => {
  const app = await startApp(name, { ...env, ...more });
  stops.add({ stop: () => app.kill() });
  return app;
};
const startRedis = async (options?: TestRedisOptions): Promise<TestRedis> => {
  const redis = await testRedis(options);
  if (!redis) throw new Error('Redis was found a moment ago');
  return stops.add(redis);
};

describe('a process that is configured wrongly', () => {
  it.each([
    { name: 'api', variable: 'PORT', value: 'abc' },
    { name: 'worker', variable: 'PORT', value: 'abc' },
    { name: 'api', variable: 'SMTP_URL', value: 'http://x' },
    { name: 'worker', variable: 'SMTP_URL', value: 'http://x' },
    { name: 'worker', variable: 'WORKER_JOBS', value: 'nope' },
  ] as const)('ends with 78 and names $variable ($name)', async ({ name, variable, value }) => {
    const refused = startIt(name, { [variable]: value });
    await expect(refused).rejects.toThrow('ended with 78');
    await expect(refused).rejects.toThrow(`${variable}: `);
  });

  it('names everything that is wrong at once', async () => {
    const refused = startIt('api', { PORT: 'abc', SMTP_URL: 'http://x' });
    await expect(refused).rejects.toThrow(/PORT: .*\n.*SMTP_URL: /);
  });
});

describeWithRedis('a Redis that would drop jobs silently', () => {
  it.each(['api', 'worker'] as const)('is refused by the %s', async (name) => {
    const redis = await startRedis({ args: ['--maxmemory-policy', 'allkeys-lru'] });
    const refused = startIt(name, { REDIS_URL: redis.url });
    await expect(refused).rejects.toThrow('ended with 78');
    await expect(refused).rejects.toThrow('maxmemory-policy');
  });

  it.each(['api', 'worker'] as const)('is refused by the %s also when it appears later', async (name) => {
    const redis = await startRedis({ args: ['--maxmemory-policy', 'allkeys-lru'] });
    await redis.kill();
    const app = await startIt(name, { REDIS_URL: redis.url });
    await redis.start();
    expect(await app.ended).toBe(78);
    expect(app.output()).toContain('maxmemory-policy');
  });
});

describeWithRedis('a Redis that is down when the processes start', () => {
  it.each([{ order: ['api', 'worker'] }, { order: ['worker', 'api'] }] as const)(
    'is waited for: $order.0 before $order.1',
    async ({ order }) => {
      const redis = await startRedis();
      await redis.kill();
      const apps = [
        await startIt(order[0], { REDIS_URL: redis.url }),
        await startIt(order[1], { REDIS_URL: redis.url }),
      ];
      const client = createClient({ baseUrl: apps.find(({ name }) => name === 'api')?.url ?? '' });

      // It is accepted without Redis; the client throws when the answer is anything else.
      const job = await acceptMail(client, 'early@example.com');
      expect(smtp.mails).toHaveLength(0);
      await redis.start();
      const seen = [{ job, items: await watchToEnd(client, job) }];
      expect(await brokenPromises({ db: database.db, accepted: [job], seen, mails: smtp.mails })).toEqual([]);
    },
  );
});
