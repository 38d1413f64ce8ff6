import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, createClient } from '@jobwire/client';
import { Redis } from 'ioredis';

import { engines, type RunningEngine } from '../engines.ts';
import { createStops } from '../stops.ts';
import { type TcpProxy, tcpProxy } from '../tcp-proxy.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { type TestSmtp, testSmtp } from '../test-smtp.ts';
import { runChaos } from './chaos.ts';
import { startSystem, type System } from './system.ts';

describe.each(engines)('a client on the $kind engine', ({ start }) => {
  let engine: RunningEngine;
  let database: TestDatabase;
  let smtp: TestSmtp;
  let system: System;
  let proxy: TcpProxy;

  const stops = createStops();

  beforeAll(async () => {
    engine = stops.add(await start());
    database = stops.add(await testDatabase());
    smtp = stops.add(await testSmtp({ latencyMs: 20 }));
    system = stops.add(await startSystem({ databaseUrl: database.url, redisUrl: engine.redisUrl, smtpUrl: smtp.url }));
    proxy = stops.add(await tcpProxy(system.api.url));
  });

  afterAll(() => stops.stopAll());

  const watchers = (): Client => createClient({ baseUrl: proxy.url });

  it('sees every event although its connections are cut 200 times', async () => {
    const nemesis = async (): Promise<void> => {
      for (let cuts = 0; cuts < 200; cuts += 1) {
        proxy.cut();
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 60));
      }
    };
    expect(await runChaos({ system, watchers, db: database.db, smtp, jobs: 60, nemesis })).toEqual([]);
  });

  it('sees every event although every doorbell is lost', async () => {
    const deaf = deafen(engine, database);
    try {
      const nemesis = async (): Promise<void> => undefined;
      expect(await runChaos({ system, db: database.db, smtp, jobs: 40, nemesis })).toEqual([]);
    } finally {
      expect(await deaf.stop()).toBeGreaterThan(0);
    }
  });
});

/** Let the engine forget all the time who listens: nothing that is rung reaches anybody. */
function deafen(engine: RunningEngine, database: TestDatabase): { stop(): Promise<number> } {
  const redis = engine.redisUrl ? new Redis(engine.redisUrl) : undefined;
  let rounds = 0;
  let stopped = false;
  const forget = async (): Promise<void> => {
    if (!redis) return void (await database.db.query('DELETE FROM bullmq.relay_subscription'));
    const keys = await redis.keys('bull:*relay*');
    if (keys.length > 0) await redis.del(keys);
  };
  const loop = (async () => {
    while (!stopped) {
      await forget();
      rounds += 1;
    }
  })();
  return {
    async stop() {
      stopped = true;
      await loop.finally(() => redis?.disconnect());
      return rounds;
    },
  };
}
