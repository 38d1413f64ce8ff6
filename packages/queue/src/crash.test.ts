import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  engines,
  type QueueSystem,
  type RunningEngine,
  startQueueSystem,
  type TestDatabase,
  testDatabase,
} from '@jobwire/testing';

import { type CrashPoint, crashJob, crashPoints, effectHandler } from '../fixtures/crash-jobs.ts';

const crashingWorker = fileURLToPath(new URL('../fixtures/crashing-worker.ts', import.meta.url));

describe.each(engines)('a process killed on the $kind engine', ({ start }) => {
  let engine: RunningEngine;
  let database: TestDatabase;
  let survivor: QueueSystem;
  const ids = new Map<CrashPoint, string>();

  const crashAt = async (point: CrashPoint): Promise<void> => {
    const child: ChildProcess = fork(crashingWorker, [], {
      // The fixture from its source, everything else as it was built: that starts in half the time.
      execArgv: ['--import', 'tsx'],
      env: {
        ...process.env,
        DATABASE_URL: database.url,
        CRASH_POINT: point,
        ...(engine.redisUrl ? { REDIS_URL: engine.redisUrl } : {}),
      },
    });
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect({ point, signal }).toEqual({ point, signal: 'SIGKILL' });
  };

  beforeAll(async () => {
    engine = await start();
    database = await testDatabase();
    const jobs = crashPoints.map((point) => ({ definition: crashJob(point), handler: effectHandler(() => undefined) }));
    const urls = { database: database.url, redisUrl: engine.redisUrl };
    // Every job waits in the record before its own crashing process starts; nobody else may take it.
    const accepting = await startQueueSystem(urls, database.db, jobs, { workers: false });
    await accepting.dispatcher.stop();
    for (const point of crashPoints) ids.set(point, await accepting.start(crashJob(point), {}));
    await accepting.stop();
    for (const point of crashPoints) await crashAt(point);
    survivor = await startQueueSystem(urls, database.db, jobs);
    survivor.reconciler.start();
  });

  afterAll(async () => {
    await survivor.stop();
    await database.stop();
    await engine.stop();
  });

  it.each(crashPoints)('%s: another one finishes the job, its effect happened once', async (point) => {
    const id = ids.get(point) ?? '';
    const job = await survivor.finished(id);
    expect(job).toMatchObject({ state: 'succeeded', result: { effects: 1 } });
    const effects = await database.db.query('SELECT 1 FROM users WHERE email_original = $1', [`${id}@effect.test`]);
    expect(effects).toHaveLength(1);
    const events = await survivor.eventsOf(id);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index + 1));
    expect(events.filter(({ type }) => type === 'job.succeeded')).toHaveLength(1);
    expect(events.at(-1)?.type).toBe('job.succeeded');
  });
});
