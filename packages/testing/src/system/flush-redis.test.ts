import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';

import { describeWithRedis } from '../engines.ts';
import { createStops } from '../stops.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { type TestRedis, testRedis } from '../test-redis.ts';
import { type TestSmtp, testSmtp } from '../test-smtp.ts';
import { acceptMail, watchToEnd } from './accepted-work.ts';
import { brokenPromises } from './broken-promises.ts';
import { randomPause, runChaos } from './chaos.ts';
import { startSystem, type System } from './system.ts';

describeWithRedis('a Redis that forgets everything', () => {
  let redis: TestRedis;
  let database: TestDatabase;
  let smtp: TestSmtp;
  let system: System;

  const stops = createStops();

  beforeAll(async () => {
    const server = await testRedis();
    if (!server) throw new Error('Redis was found a moment ago');
    redis = stops.add(server);
    database = stops.add(await testDatabase());
    smtp = stops.add(await testSmtp({ latencyMs: 20 }));
    system = stops.add(await startSystem({ databaseUrl: database.url, redisUrl: redis.url, smtpUrl: smtp.url }));
  });

  afterAll(() => stops.stopAll());

  const flush = async (): Promise<void> => {
    const client = new Redis(redis.url);
    await client.flushall();
    client.disconnect();
  };

  it('loses no job when it is flushed under load, and when it is replaced by an empty one', async () => {
    const nemesis = async (): Promise<void> => {
      for (let round = 0; round < 2; round += 1) {
        await randomPause(1_500);
        await flush();
      }
      await randomPause(1_000);
      await redis.restart({ empty: true });
    };
    expect(await runChaos({ system, db: database.db, smtp, jobs: 120, nemesis })).toEqual([]);
  });

  it('sends a mail once when it is flushed while the mail is being sent', async () => {
    smtp.once({ at: 'final', hang: true });
    const client = system.client();
    const job = await acceptMail(client, 'flushed@example.com');
    const watching = watchToEnd(client, job);
    const before = smtp.reached('final');
    await smtp.waitForPhase('final', before + 1);
    await flush();
    smtp.release();
    const seen = [{ job, items: await watching }];
    expect(await brokenPromises({ db: database.db, accepted: [job], seen, mails: smtp.mails })).toEqual([]);
    expect(smtp.mails.filter(({ to }) => to.includes('flushed@example.com'))).toHaveLength(1);
  });
});
