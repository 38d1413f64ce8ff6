import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { engines, type TestEngine } from '../engines.ts';
import { testFolder } from '../folder.ts';
import { createStops } from '../stops.ts';
import { type TestDatabase, testDatabase } from '../test-database.ts';
import { type AcceptedJob, acceptImage, watchToEnd } from './accepted-work.ts';
import { startSystem, type System } from './system.ts';

const restoreMain = fileURLToPath(new URL('../../../db/dist/restore-main.js', import.meta.url));

// Redis, where there is one: it keeps its memory of the life that is lost. The PostgreSQL engine is restored with the record.
const engine = engines[0] as TestEngine;

describe('a backup that is restored', () => {
  const stops = createStops();
  let database: TestDatabase;
  let launch: () => Promise<System>;

  beforeAll(async () => {
    database = stops.add(await testDatabase());
    const running = stops.add(await engine.start());
    const folder = stops.add(await testFolder('restore'));
    const env = { STORAGE_URL: `file:${folder.path}`, ANONYMOUS_UPLOADS: 'on' };
    const servers = { databaseUrl: database.url, redisUrl: running.redisUrl, smtpUrl: 'smtp://127.0.0.1:1', env };
    launch = async () => stops.add(await startSystem(servers));
  });
  afterAll(() => stops.stopAll());

  /** Leave the test's database alone: copying and replacing it needs that. */
  const replace = async (from: string, to: string): Promise<void> => {
    const url = new URL(database.url);
    url.pathname = '/postgres';
    const server = new pg.Client(url.href);
    await server.connect();
    await server.query(`DROP DATABASE IF EXISTS ${to} WITH (FORCE)`);
    await server.query(`CREATE DATABASE ${to} TEMPLATE ${from}`);
    await server.end();
    // The first connection to a new database makes its caches; on a busy machine that takes longer than a process waits.
    url.pathname = `/${to}`;
    const first = new pg.Client(url.href);
    await first.connect();
    await first.query('SELECT 1');
    await first.end();
  };
  const finishRestore = (): Promise<unknown> =>
    promisify(execFile)(process.execPath, [restoreMain], { env: { ...process.env, DATABASE_URL: database.url } });

  it('runs what the backup did not see the end of, and gives those who come back a snapshot', async () => {
    const name = new URL(database.url).pathname.slice(1);
    const before = await launch();
    await Promise.all(before.workers.map((worker) => worker.kill()));
    // Waits, because nobody is there to run it; the backup sees it so.
    const waiting = await acceptImage(before.client(), 1);
    await before.stop();
    await replace(name, `${name}_backup`);

    const lost = await launch();
    await expect(finishRestore()).rejects.toThrow(/Stop them first, they use the record: jobwire-api/);
    const seen = await watchToEnd(lost.client(), waiting);
    const last = seen.at(-1);
    expect(last).toMatchObject({ kind: 'event', type: 'job.succeeded' });
    const unknown = await acceptImage(lost.client(), 2);
    await watchToEnd(lost.client(), unknown);
    await lost.stop();
    await replace(`${name}_backup`, name);
    await finishRestore();

    const restored = await launch();
    const answer = await positionAsked(restored, waiting, last);
    expect(answer).toBe(410);
    const again = await watchToEnd(restored.client(), waiting);
    expect(again.at(-1)).toMatchObject({ kind: 'event', type: 'job.succeeded' });
    expect((await fetch(new URL(`/jobs/${unknown.id}?ticket=${unknown.ticket}`, restored.api.url))).status).toBe(404);
    // What comes next is not mistaken for anything that was.
    expect((await watchToEnd(restored.client(), await acceptImage(restored.client(), 2))).at(-1)).toMatchObject({
      type: 'job.succeeded',
    });
  });
});

/** What an api answers to a position of before: 410 says that it cannot be continued. */
async function positionAsked(system: System, job: AcceptedJob, last: unknown): Promise<number> {
  const { position } = last as { position: string };
  const path = `/jobs/${job.id}/events?ticket=${job.ticket}&after=${position}`;
  return (await fetch(new URL(path, system.api.url), { headers: { accept: 'application/json' } })).status;
}
