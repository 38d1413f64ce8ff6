import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { engines, type RunningEngine } from '../engines.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { type TestSmtp, testSmtp } from '../test-smtp.ts';
import { randomPause, runChaos } from './chaos.ts';
import { startSystem, type System } from './system.ts';

describe.each(engines)('a worker that is killed again and again on the $kind engine', ({ start }) => {
  let engine: RunningEngine;
  let database: TestDatabase;
  let smtp: TestSmtp;
  let system: System;

  beforeAll(async () => {
    [engine, database, smtp] = await Promise.all([start(), testDatabase(), testSmtp({ latencyMs: 20 })]);
    system = await startSystem({ databaseUrl: database.url, redisUrl: engine.redisUrl, smtpUrl: smtp.url });
  });

  afterAll(async () => {
    await system.stop();
    await Promise.all([smtp.stop(), database.stop()]);
    await engine.stop();
  });

  it('loses none of 200 mixed jobs, doubles no effect, and shows every event', async () => {
    const nemesis = async (): Promise<void> => {
      for (let kills = 0; kills < 4; kills += 1) {
        await randomPause(1_500);
        await system.workers.at(-1)?.kill();
        await system.startWorker();
      }
    };
    expect(await runChaos({ system, db: database.db, smtp, jobs: 200, nemesis })).toEqual([]);
  }, 300_000);
});
