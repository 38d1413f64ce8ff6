import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createDatabase, type Database, migrate } from '@jobwire/db';
import { type EmbeddedPostgres, freePort, startPostgres } from '@jobwire/embedded';

import { describeWithRedis, engines } from '../engines.ts';
import { testFolder } from '../folder.ts';
import { patienceMs } from '../seen.ts';
import { createStops } from '../stops.ts';
import { testDatabase } from '../test-database.ts';
import { type TestRedis, testRedis } from '../test-redis.ts';
import { type TestSmtp, testSmtp } from '../test-smtp.ts';
import { type AcceptedJob, acceptMail, watchToEnd } from './accepted-work.ts';
import type { AppProcess } from './app-process.ts';
import { brokenPromises, type SeenJob } from './broken-promises.ts';
import { startSystem, type System } from './system.ts';

const quiet = (): void => undefined;

const stops = createStops();
let smtp: TestSmtp;

beforeEach(async () => {
  smtp = stops.add(await testSmtp());
});
afterEach(() => stops.stopAll());

interface RunningMail {
  job: AcceptedJob;
  seen: Promise<SeenJob>;
}

/** A mail that a worker holds: its server does not answer before the body. */
async function runningMail(system: System): Promise<RunningMail> {
  smtp.always({ at: 'mail', hang: true });
  const client = system.client();
  const job = await acceptMail(client, 'running@example.com');
  const seen = watchToEnd(client, job).then((items) => ({ job, items }));
  // When the test fails before it looks at this, that failure is the one to show.
  seen.catch(quiet);
  await smtp.waitForPhase('mail');
  return { job, seen };
}

/** It ends by itself, and not because of an error that nobody caught. What had to be killed would show a signal. */
async function expectToStop(app: AppProcess | undefined): Promise<void> {
  expect(await app?.stop()).toEqual(expect.any(Number));
  expect(app?.output()).not.toContain('process.crashed');
}

/** Let mails pass again and start another worker. */
async function goOn(system: System): Promise<void> {
  smtp.always(undefined);
  smtp.release();
  await system.startWorker();
}

async function broken(db: Database, { job, seen }: RunningMail): Promise<string[]> {
  return brokenPromises({ db, accepted: [job], seen: [await seen], mails: smtp.mails });
}

describeWithRedis('a process that is asked to stop while Redis is gone', () => {
  let redis: TestRedis;
  let db: Database;
  let system: System;

  beforeEach(async () => {
    const server = await testRedis();
    if (!server) throw new Error('Redis was found a moment ago');
    redis = stops.add(server);
    const database = stops.add(await testDatabase());
    db = database.db;
    system = stops.add(await startSystem({ databaseUrl: database.url, redisUrl: redis.url, smtpUrl: smtp.url }));
  });

  it('ends by itself as a worker, and its job is finished by another one', async () => {
    const mail = await runningMail(system);
    await redis.kill();
    await expectToStop(system.workers[0]);
    await redis.start();
    await goOn(system);
    expect(await broken(db, mail)).toEqual([]);
  });

  it('ends by itself as an api', async () => {
    await redis.kill();
    await expectToStop(system.api);
  });
});

describe.each(engines)('a process that is asked to stop while PostgreSQL is gone on the $kind engine', ({ start }) => {
  let port: number;
  let dataDir: string;
  let postgres: EmbeddedPostgres;
  let db: Database;
  let system: System;

  const startServer = (): Promise<EmbeddedPostgres> =>
    startPostgres({ dataDir, port, settings: { max_connections: '200' }, emit: quiet });

  beforeEach(async () => {
    const folder = stops.add(await testFolder('stop-without-postgres'));
    dataDir = `${folder.path}/pg`;
    port = await freePort();
    const engine = stops.add(await start());
    postgres = await startServer();
    stops.add({ stop: () => postgres.stop() });
    await migrate(postgres.url, quiet);
    db = createDatabase({ url: postgres.url, name: 'test', connectionTimeoutMs: patienceMs, emit: quiet });
    stops.add({ stop: () => db.close() });
    system = stops.add(await startSystem({ databaseUrl: postgres.url, redisUrl: engine.redisUrl, smtpUrl: smtp.url }));
  });

  it('ends by itself as a worker, and its job is finished by another one', async () => {
    const mail = await runningMail(system);
    await postgres.stop();
    await expectToStop(system.workers[0]);
    postgres = await startServer();
    await goOn(system);
    expect(await broken(db, mail)).toEqual([]);
  });

  it('ends by itself as an api', async () => {
    await postgres.stop();
    await expectToStop(system.api);
  });
});
