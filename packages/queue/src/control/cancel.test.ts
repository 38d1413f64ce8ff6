import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, insertJob } from '@jobwire/db';
import {
  createStops,
  engines,
  type EventSpy,
  eventually,
  type QueueSystem,
  spyEvents,
  startQueueSystem,
  type TestDatabase,
  testDatabase,
} from '@jobwire/testing';
import { z } from 'zod';

import { newJob } from '../index.ts';
import { defineJob, type JobContext, type JobDefinition, Permanent, RetryAfter, Skip } from '../job/index.ts';

const hour = 3_600_000;
const options = {
  payload: z.strictObject({ scene: z.string() }),
  result: z.unknown(),
  retry: { attempts: 3, backoff: { type: 'list', delaysMs: [hour], jitter: 0 } },
} as const;
const play = defineJob({ name: 'cancel.play', ...options });
/** Its runs are given up soon after a cancel. */
const hasty = defineJob({ name: 'cancel.hasty', ...options, cancelGraceMs: 50 });
/** Its queue is paused in the engine: its jobs wait. */
const held = defineJob({ name: 'cancel.held', ...options });

const operator: Actor = { kind: 'admin', id: null };

/** Resolves when the run is asked to end, with the reason. */
const aborted = ({ signal }: JobContext): Promise<unknown> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(signal.reason), { once: true }));

describe.each(engines)('cancelling a job on the $kind engine', ({ start }) => {
  let database: TestDatabase;
  let system: QueueSystem;
  let spy: EventSpy;
  let letGo = (): void => undefined;
  const ended: string[] = [];
  const runs: string[] = [];
  const stops = createStops();

  const scenes: Record<string, (context: JobContext) => Promise<unknown>> = {
    obeys: async (context) => {
      throw await aborted(context);
    },
    'ends its work': async (context) => {
      await aborted(context);
      return 'done';
    },
    'says that it is hopeless': async (context) => {
      await aborted(context);
      throw new Permanent('HOPELESS');
    },
    'says that there is nothing to do': async (context) => {
      await aborted(context);
      throw new Skip('gone');
    },
    'asks to wait': async (context) => {
      await aborted(context);
      throw new RetryAfter(hour);
    },
    'does not listen': async ({ commit }) => {
      await new Promise<void>((resolve) => (letGo = resolve));
      await commit('late', async () => void ended.push('committed')).catch((error: Error) => ended.push(error.name));
    },
    fails: async () => {
      throw new Error('at once');
    },
    'is quick': async () => null,
  };

  beforeAll(async () => {
    const engine = stops.add(await start());
    database = stops.add(await testDatabase());
    const handler = async (payload: unknown, context: JobContext): Promise<unknown> => {
      const { scene } = options.payload.parse(payload);
      runs.push(context.job.id);
      return scenes[scene]?.(context);
    };
    system = await startQueueSystem(
      { database: database.url, redisUrl: engine.redisUrl },
      database.db,
      [play, hasty, held].map((definition) => ({ definition, handler })),
    );
    stops.add(system);
    spy = spyEvents(system.events);
    await system.engine.pause(held.name);
  });
  afterAll(() => stops.stopAll());

  const typesOf = async (id: string): Promise<string[]> =>
    (await system.eventsOf(id)).map(({ type }) => type.replace('job.', ''));
  const auditOf = (id: string): Promise<unknown[]> =>
    database.db.query('SELECT action, actor_kind, data FROM audit_log WHERE subject = $1 ORDER BY id', [id]);
  const claimed = (id: string): Promise<unknown> => spy.waitFor('job.claimed', ({ jobId }) => jobId === id);
  const engineStateOf = (id: string, name: string): Promise<string> => system.engine.queue(name).getJobState(`${id}-1`);
  /** A job whose handler is at work. */
  const running = async (scene: string, definition: JobDefinition = play): Promise<string> => {
    const id = await system.start(definition, { scene });
    await claimed(id);
    return id;
  };

  describe('that waits', () => {
    it('ends it at once when it is scheduled', async () => {
      const id = await system.start(play, { scene: 'is quick' }, { runAt: new Date(Date.now() + hour) });
      await system.control.cancel(id, operator);
      expect(await system.job(id)).toMatchObject({ state: 'cancelled', finished_at: expect.any(Date), seq: 2 });
      expect(await typesOf(id)).toEqual(['scheduled', 'cancelled']);
      expect(await auditOf(id)).toEqual([{ action: 'job.cancelled', actor_kind: 'admin', data: { was: 'scheduled' } }]);
      expect(spy.named('job.cancelled').at(-1)?.facts).toMatchObject({ jobId: id, was: 'scheduled', by: 'admin' });
    });

    it('takes it out of the engine when it is queued', async () => {
      const id = await system.start(held, { scene: 'is quick' });
      await eventually(async () => expect(await engineStateOf(id, held.name)).not.toBe('unknown'));
      await system.control.cancel(id, operator);
      expect(await engineStateOf(id, held.name)).toBe('unknown');
      expect(await typesOf(id)).toEqual(['queued', 'cancelled']);
    });

    it('takes it out of the engine when it waits for its next attempt', async () => {
      const id = await system.start(play, { scene: 'fails' });
      await eventually(async () => expect(await engineStateOf(id, play.name)).toBe('delayed'));
      await system.control.cancel(id, operator);
      expect(await engineStateOf(id, play.name)).toBe('unknown');
      expect(await system.job(id)).toMatchObject({ state: 'cancelled', error: null, next_attempt_at: null });
      expect(await typesOf(id)).toEqual(['queued', 'started', 'retrying', 'cancelled']);
    });

    it('ends it once, however many ask at the same time', async () => {
      const id = await system.start(held, { scene: 'is quick' });
      const asked = await Promise.allSettled(Array.from({ length: 50 }, () => system.control.cancel(id, operator)));
      const refused = asked.filter(({ status }) => status === 'rejected');
      expect(refused).toHaveLength(49);
      expect(refused).toContainEqual(
        expect.objectContaining({ reason: expect.objectContaining({ code: 'JOB_FINISHED' }) }),
      );
      expect(await typesOf(id)).toEqual(['queued', 'cancelled']);
      expect(await auditOf(id)).toHaveLength(1);
    });
  });

  describe('that runs', () => {
    it('asks its handler to end', async () => {
      const id = await running('obeys');
      await system.control.cancel(id, operator);
      expect(await system.job(id)).toMatchObject({ state: 'running' });
      expect(await system.finished(id)).toMatchObject({ state: 'cancelled', error: null });
      expect(await typesOf(id)).toEqual(['queued', 'started', 'cancel_requested', 'cancelled']);
      expect(await auditOf(id)).toEqual([{ action: 'job.cancelled', actor_kind: 'admin', data: { was: 'running' } }]);
      const attempts = await database.db.query('SELECT outcome, error FROM job_attempts WHERE job_id = $1', [id]);
      expect(attempts).toEqual([
        { outcome: 'cancelled', error: expect.objectContaining({ message: 'The run was ended: cancel' }) },
      ]);
    });

    it('gives the handler up that does not listen, and whatever it does then is void', async () => {
      const id = await running('does not listen', hasty);
      await system.control.cancel(id, operator);
      expect(await system.finished(id)).toMatchObject({ state: 'cancelled' });
      expect(spy.named('handler.abandoned')).toHaveLength(1);
      letGo();
      await eventually(() => expect(ended).toEqual(['ClaimLost']));
      expect(await typesOf(id)).toEqual(['queued', 'started', 'cancel_requested', 'cancelled']);
    });

    it.each([
      { scene: 'ends its work', becomes: { state: 'succeeded', result: 'done' }, event: 'succeeded' },
      { scene: 'says that it is hopeless', becomes: { state: 'failed', attempt: 1 }, event: 'failed' },
      {
        scene: 'says that there is nothing to do',
        becomes: { state: 'succeeded', skipped: 'gone' },
        event: 'succeeded',
      },
      { scene: 'asks to wait', becomes: { state: 'cancelled' }, event: 'cancelled' },
    ])('ends as the handler decides that $scene: $event', async ({ scene, becomes, event }) => {
      const id = await running(scene);
      await system.control.cancel(id, operator);
      expect(await system.finished(id)).toMatchObject(becomes);
      expect(await typesOf(id)).toEqual(['queued', 'started', 'cancel_requested', event]);
    });

    it('is written down once, however many ask at the same time', async () => {
      const id = await running('obeys');
      await Promise.all(Array.from({ length: 50 }, () => system.control.cancel(id, operator)));
      await system.finished(id);
      expect(await typesOf(id)).toEqual(['queued', 'started', 'cancel_requested', 'cancelled']);
      expect(await auditOf(id)).toHaveLength(1);
    });
  });

  describe('whose run is over', () => {
    /** A job that was asked to end while it ran, and waits now. */
    const asked = async (definition: JobDefinition, scene: string): Promise<string> => {
      const accepted = newJob(definition, { scene });
      await database.db.transaction(async (tx) => {
        await insertJob(tx, accepted);
        await tx.query('UPDATE jobs SET cancel_requested_at = now(), attempt = 1 WHERE id = $1', [accepted.id]);
      });
      system.dispatcher.wake();
      return accepted.id;
    };

    it('does not run again', async () => {
      const id = await asked(play, 'is quick');
      expect(await system.finished(id)).toMatchObject({ state: 'cancelled', result: null });
      expect(await typesOf(id)).toEqual(['queued', 'started', 'cancelled']);
      expect(runs).not.toContain(id);
    });

    it('ends without being delivered again', async () => {
      const id = await asked(held, 'is quick');
      await system.reconciler.endCancelled();
      await system.reconciler.endCancelled();
      expect(await system.job(id)).toMatchObject({ state: 'cancelled' });
      expect(await typesOf(id)).toEqual(['queued', 'cancelled']);
      expect(spy.named('job.cancelled').filter(({ facts }) => facts['jobId'] === id)).toHaveLength(1);
    });
  });

  it('ends every job exactly once, whatever it is doing at that moment', async () => {
    const ids = await Promise.all(Array.from({ length: 200 }, () => system.start(play, { scene: 'is quick' })));
    await Promise.allSettled(ids.map((id) => system.control.cancel(id, operator)));
    for (const id of ids) {
      const { state, seq } = await system.finished(id);
      const types = await typesOf(id);
      expect(types).toHaveLength(seq);
      expect(types.filter((type) => ['succeeded', 'cancelled'].includes(type))).toEqual([state]);
      expect(types.at(-1)).toBe(state);
    }
  });

  it('is refused for a job that has ended, and for one that there is not', async () => {
    const id = await system.start(play, { scene: 'is quick' });
    await system.finished(id);
    await expect(system.control.cancel(id, operator)).rejects.toMatchObject({ code: 'JOB_FINISHED' });
    expect(await auditOf(id)).toEqual([]);
    const nobody = crypto.randomUUID();
    await expect(system.control.cancel(nobody, operator)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
