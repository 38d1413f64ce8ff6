import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  createStops,
  engines,
  type QueueSystem,
  startQueueSystem,
  type TestDatabase,
  testDatabase,
} from '@jobwire/testing';

import { crashJob, effectHandler } from '../../fixtures/crash-jobs.ts';

const crashingWorker = fileURLToPath(new URL('../../fixtures/crashing-worker.ts', import.meta.url));
const job = crashJob('after-claim');

describe.each(engines)('cancelling a job on the $kind engine', ({ start }) => {
  let database: TestDatabase;
  let survivor: QueueSystem;
  let id: string;
  let runs = 0;
  const stops = createStops();

  beforeAll(async () => {
    const engine = stops.add(await start());
    database = stops.add(await testDatabase());
    const handler = effectHandler(() => void (runs += 1));
    const urls = { database: database.url, redisUrl: engine.redisUrl };
    survivor = await startQueueSystem(urls, database.db, [{ definition: job, handler }], { workers: false });
    stops.add(survivor);
    id = await survivor.start(job, {});
    const worker = fork(crashingWorker, [], {
      // The fixture from its source, everything else as it was built: that starts in half the time.
      execArgv: ['--import', 'tsx'],
      env: {
        ...process.env,
        DATABASE_URL: database.url,
        CRASH_POINT: 'after-claim',
        ...(engine.redisUrl ? { REDIS_URL: engine.redisUrl } : {}),
      },
    });
    await once(worker, 'exit');
  });
  afterAll(() => stops.stopAll());

  it('whose worker has died ends it when another one gets it, without running it', async () => {
    expect(await survivor.job(id)).toMatchObject({ state: 'running' });
    await survivor.control.cancel(id, { kind: 'admin', id: null });
    survivor.startWorkers();
    expect(await survivor.finished(id)).toMatchObject({ state: 'cancelled' });
    const types = (await survivor.eventsOf(id)).map(({ type }) => type.replace('job.', ''));
    expect(types).toEqual(['queued', 'started', 'cancel_requested', 'stalled', 'started', 'cancelled']);
    expect(runs).toBe(0);
  });
});
