import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { engines, type RunningEngine } from '../engines.ts';
import { createStops } from '../stops.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { type TestSmtp, testSmtp } from '../test-smtp.ts';
import { randomPause, runChaos } from './chaos.ts';
import { startSystem, type System } from './system.ts';

describe.each(engines)('a worker that is killed again and again on the $kind engine', ({ start }) => {
  let engine: RunningEngine;
  let database: TestDatabase;
  let smtp: TestSmtp;
  let system: System;

  const stops = createStops();

  beforeAll(async () => {
    engine = stops.add(await start());
    database = stops.add(await testDatabase());
    smtp = stops.add(await testSmtp({ latencyMs: 20 }));
    system = stops.add(await startSystem({ databaseUrl: database.url, redisUrl: engine.redisUrl, smtpUrl: smtp.url }));
  });

  afterAll(() => stops.stopAll());

  it('loses none of 200 mixed jobs, doubles no effect, and shows every event', async () => {
    const nemesis = async (): Promise<void> => {
      for (let kills = 0; kills < 4; kills += 1) {
        await randomPause(1_500);
        await system.workers.at(-1)?.kill();
        await system.startWorker();
      }
    };
    expect(await runChaos({ system, db: database.db, smtp, jobs: 200, nemesis })).toEqual([]);
  });
});
