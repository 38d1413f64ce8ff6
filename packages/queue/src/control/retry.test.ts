import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@jobwire/db';
import {
  createStops,
  engines,
  eventually,
  type QueueSystem,
  startQueueSystem,
  type TestDatabase,
  testDatabase,
} from '@jobwire/testing';
import { z } from 'zod';

import { defineJob, type JobContext, Permanent } from '../job/index.ts';

const play = defineJob({
  name: 'retry.play',
  payload: z.strictObject({ scene: z.string() }),
  result: z.unknown(),
  stages: ['one', 'two'],
  retry: { attempts: 2, backoff: { type: 'list', delaysMs: [5], jitter: 0 } },
});

const user: Actor = { kind: 'user', id: crypto.randomUUID() };

describe.each(engines)('retrying a job on the $kind engine', ({ start }) => {
  let database: TestDatabase;
  let system: QueueSystem;
  /** While it is closed the dispatcher leaves due jobs alone. */
  let dispatching = true;
  /** What went wrong in a first life has been put right. */
  let repaired = false;
  const committed: string[] = [];
  const stops = createStops();

  const scenes: Record<string, (context: JobContext) => Promise<unknown>> = {
    'needs repair': async ({ progress, commit, job }) => {
      progress('two', 0.5);
      await commit('first', async () => void committed.push(job.id));
      if (!repaired) throw new Error('broken');
      return 'repaired';
    },
    'is hopeless': async () => {
      throw new Permanent('HOPELESS');
    },
    'waits to be cancelled': ({ signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    succeeds: async () => null,
  };

  beforeAll(async () => {
    const engine = stops.add(await start());
    database = stops.add(await testDatabase());
    system = await startQueueSystem(
      { database: database.url, redisUrl: engine.redisUrl },
      database.db,
      [
        {
          definition: play,
          handler: async (payload, context) => scenes[play.payload.parse(payload).scene]?.(context),
        },
      ],
      { engine: (real) => ({ ...real, ready: () => dispatching && real.ready() }) },
    );
    stops.add(system);
  });
  afterAll(() => stops.stopAll());

  const typesOf = async (id: string): Promise<string[]> =>
    (await system.eventsOf(id)).map(({ type }) => type.replace('job.', ''));
  const auditOf = (id: string): Promise<unknown[]> =>
    database.db.query("SELECT actor_kind, data FROM audit_log WHERE subject = $1 AND action = 'job.retried'", [id]);
  const stateOf = async (id: string, dispatch: number): Promise<string> =>
    system.engine.queue(play.name).getJobState(`${id}-${dispatch}`);
  const run = async (scene: string): Promise<string> => {
    const id = await system.start(play, { scene });
    await system.finished(id);
    return id;
  };
  /** Retry while nobody takes the job. */
  const retryAndHold = async (id: string): Promise<void> => {
    dispatching = false;
    await system.control.retry(id, user);
  };
  const release = (): void => {
    dispatching = true;
    system.dispatcher.wake();
  };

  it('gives a job that used up its attempts a full set of new ones, and keeps its steps', async () => {
    repaired = false;
    const id = await run('needs repair');
    expect(await system.job(id)).toMatchObject({ state: 'failed', attempt: 2, max_attempts: 2 });
    await system.control.retry(id, user);
    expect(await system.finished(id)).toMatchObject({ state: 'failed', attempt: 4, max_attempts: 4 });
    repaired = true;
    await system.control.retry(id, user);
    expect(await system.finished(id)).toMatchObject({ state: 'succeeded', attempt: 5, result: 'repaired' });
    const life = (...end: string[]): string[] => ['queued', 'started', 'retrying', 'started', ...end];
    expect((await typesOf(id)).filter((type) => type !== 'progress')).toEqual([
      ...life('failed'),
      ...life('failed'),
      ...['queued', 'started', 'succeeded'],
    ]);
    expect(committed.filter((job) => job === id)).toHaveLength(1);
    const entry = { actor_kind: 'user', data: { was: 'failed' } };
    expect(await auditOf(id)).toEqual([entry, entry]);
  });

  it('begins a new life: nothing of the last one is shown, and the event says who began it', async () => {
    repaired = false;
    const id = await run('needs repair');
    await retryAndHold(id);
    expect(await system.job(id)).toMatchObject({
      ...{ state: 'queued', finished_at: null, next_attempt_at: null, attempt: 2, max_attempts: 4 },
      ...{ progress: null, result: null, error: null, skipped: null },
    });
    expect((await system.eventsOf(id)).at(-1)).toMatchObject({ type: 'job.queued', data: { by: 'retry' } });
    release();
    await system.finished(id);
  });

  it('takes what the engine kept of the failed delivery away', async () => {
    const id = await run('is hopeless');
    await eventually(async () => expect(await stateOf(id, 1)).toBe('failed'));
    await retryAndHold(id);
    expect(await stateOf(id, 1)).toBe('unknown');
    release();
    await system.finished(id);
  });

  it('starts a cancelled job again, whose delivery the engine holds as completed', async () => {
    const id = await system.start(play, { scene: 'waits to be cancelled' });
    await eventually(async () => expect((await system.job(id)).state).toBe('running'));
    await system.control.cancel(id, user);
    await system.finished(id);
    await eventually(async () => expect(await stateOf(id, 1)).toBe('completed'));
    await system.control.retry(id, user);
    await eventually(async () => expect((await system.job(id)).state).toBe('running'));
    // The wish to cancel was for the last life alone.
    await system.control.cancel(id, user);
    expect(await system.finished(id)).toMatchObject({ state: 'cancelled', attempt: 2 });
    const life = ['queued', 'started', 'cancel_requested', 'cancelled'];
    expect(await typesOf(id)).toEqual([...life, ...life]);
  });

  it('starts an expired job again', async () => {
    const id = await system.start(play, { scene: 'succeeds' }, { runAt: new Date(Date.now() + 3_600_000) });
    await database.db.query("UPDATE jobs SET state = 'expired', finished_at = now() WHERE id = $1", [id]);
    await system.control.retry(id, user);
    expect(await system.finished(id)).toMatchObject({ state: 'succeeded' });
  });

  it('ignores a late delivery of the last life', async () => {
    const id = await run('is hopeless');
    await eventually(async () => expect(await stateOf(id, 1)).toBe('failed'));
    await retryAndHold(id);
    await system.engine.add([
      { id, name: play.name, dispatch: 1, priority: 0, attemptsLeft: 1, delayMs: 0, lateMs: 0, events: [] },
    ]);
    await eventually(async () => expect(await stateOf(id, 1)).toBe('completed'));
    expect(await system.job(id)).toMatchObject({ state: 'queued', attempt: 1 });
    release();
    expect(await system.finished(id)).toMatchObject({ state: 'failed', attempt: 2 });
  });

  it('happens once, however many ask at the same time', async () => {
    const id = await run('is hopeless');
    dispatching = false;
    const asked = await Promise.allSettled(Array.from({ length: 50 }, () => system.control.retry(id, user)));
    const refused = asked.filter(({ status }) => status === 'rejected');
    expect(refused).toHaveLength(49);
    expect(refused).toContainEqual(
      expect.objectContaining({ reason: expect.objectContaining({ code: 'JOB_NOT_FINISHED' }) }),
    );
    release();
    await system.finished(id);
    expect((await typesOf(id)).filter((type) => type === 'queued')).toHaveLength(2);
    expect(await auditOf(id)).toHaveLength(1);
  });

  it('is refused for a job that succeeded, for one that has not ended, and for one that there is not', async () => {
    const succeeded = await run('succeeds');
    const scheduled = await system.start(play, { scene: 'succeeds' }, { runAt: new Date(Date.now() + 3_600_000) });
    for (const id of [succeeded, scheduled]) {
      await expect(system.control.retry(id, user)).rejects.toMatchObject({ code: 'JOB_NOT_FINISHED' });
      expect(await auditOf(id)).toEqual([]);
    }
    await expect(system.control.retry(crypto.randomUUID(), user)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
