import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDatabase, type Database, migrate } from '@jobwire/db';
import { type EmbeddedPostgres, freePort, startPostgres } from '@jobwire/embedded';

import { engines, type RunningEngine } from '../engines.ts';
import { type TestFolder, testFolder } from '../folder.ts';
import { patienceMs } from '../seen.ts';
import { createStops } from '../stops.ts';
import { type TestSmtp, testSmtp } from '../test-smtp.ts';
import { randomPause, runChaos } from './chaos.ts';
import { startSystem, type System } from './system.ts';

const quiet = (): void => undefined;

describe.each(engines)('a PostgreSQL that stops for ten seconds on the $kind engine', ({ start }) => {
  let folder: TestFolder;
  let postgres: EmbeddedPostgres;
  let port: number;
  let engine: RunningEngine;
  let db: Database;
  let smtp: TestSmtp;
  let system: System;

  const stops = createStops();

  const startServer = (): Promise<EmbeddedPostgres> =>
    startPostgres({ dataDir: `${folder.path}/pg`, port, settings: { max_connections: '200' }, emit: quiet });

  beforeAll(async () => {
    folder = stops.add(await testFolder('stop-postgres'));
    port = await freePort();
    engine = stops.add(await start());
    postgres = await startServer();
    stops.add({ stop: () => postgres.stop() });
    smtp = stops.add(await testSmtp({ latencyMs: 20 }));
    await migrate(postgres.url, quiet);
    db = createDatabase({ url: postgres.url, name: 'test', connectionTimeoutMs: patienceMs, emit: quiet });
    stops.add({ stop: () => db.close() });
    system = stops.add(await startSystem({ databaseUrl: postgres.url, redisUrl: engine.redisUrl, smtpUrl: smtp.url }));
  });

  afterAll(() => stops.stopAll());

  it('loses no accepted job and no process', async () => {
    const nemesis = async (): Promise<void> => {
      await randomPause(1_000);
      await postgres.stop();
      await new Promise((resolve) => setTimeout(resolve, 10_000));
      postgres = await startServer();
    };
    expect(await runChaos({ system, db, smtp, jobs: 80, nemesis })).toEqual([]);
    expect(system.api.output()).not.toContain('process.crashed');
    expect(system.workers[0]?.output()).not.toContain('process.crashed');
  });
});
