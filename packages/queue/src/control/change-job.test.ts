import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, findJob } from '@jobwire/db';
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

import { defineJob } from '../job/index.ts';

const hour = 3_600_000;
const play = defineJob({ name: 'change.play', payload: z.strictObject({}), result: z.unknown() });
/** Its queue is paused until a test lets it go, and it runs one job at a time. */
const held = defineJob({ name: 'change.held', payload: z.strictObject({}), result: z.unknown(), concurrency: 1 });
const operator: Actor = { kind: 'admin', id: null };

describe.each(engines)('changing a job before it begins, on the $kind engine', ({ start }) => {
  let database: TestDatabase;
  let system: QueueSystem;
  const runs: string[] = [];
  const stops = createStops();

  beforeAll(async () => {
    const engine = stops.add(await start());
    database = stops.add(await testDatabase());
    const handler = async (_payload: unknown, { job }: { job: { id: string } }): Promise<unknown> => runs.push(job.id);
    const jobs = [play, held].map((definition) => ({ definition, handler }));
    system = stops.add(
      await startQueueSystem({ database: database.url, redisUrl: engine.redisUrl }, database.db, jobs),
    );
    await system.control.pause([held.name], operator);
  });
  afterAll(() => stops.stopAll());

  const dispatchOf = async (id: string): Promise<number | undefined> => {
    const [row] = await database.db.query<{ dispatch: number; at: Date | null }>(
      'SELECT dispatch, dispatched_at AS at FROM jobs WHERE id = $1',
      [id],
    );
    return row?.at ? row.dispatch : undefined;
  };
  const dispatched = (id: string, dispatch: number): Promise<void> =>
    eventually(async () => expect(await dispatchOf(id)).toBe(dispatch));
  const later = (): Promise<string> =>
    system.start(play, {}, { runAt: new Date(Date.now() + hour), expiresInMs: hour });

  it('lets a scheduled job run now, or at another time, and its expiry moves along', async () => {
    const id = await later();
    const runAt = new Date(Date.now() + 5 * hour);
    expect(await system.control.change(id, operator, { runAt })).toMatchObject({
      ...{ state: 'scheduled', run_at: runAt, expires_at: new Date(runAt.getTime() + hour), seq: 2 },
    });
    await system.control.change(id, operator, { runAt: new Date(0) });
    expect(await system.finished(id)).toMatchObject({ state: 'succeeded' });
    expect((await system.eventsOf(id)).slice(0, 4)).toMatchObject([
      { type: 'job.scheduled' },
      { type: 'job.scheduled', data: { by: 'change', runAt: runAt.toISOString() } },
      { type: 'job.queued', data: { by: 'change' } },
      { type: 'job.started' },
    ]);
  });

  it('takes a queued job back from the engine, and a late delivery of it does nothing', async () => {
    const id = await system.start(held, {});
    await dispatched(id, 1);
    const runAt = new Date(Date.now() + hour);
    expect(await system.control.change(id, operator, { runAt })).toMatchObject({ state: 'scheduled' });
    expect(await system.engine.queue(held.name).getJobState(`${id}-1`)).toBe('unknown');
    await system.engine.add([
      { id, name: held.name, dispatch: 1, priority: 0, attemptsLeft: 1, delayMs: 0, lateMs: 0, events: [] },
    ]);
    await system.control.resume([held.name], operator);
    await eventually(async () => expect(await system.engine.queue(held.name).getJobState(`${id}-1`)).toBe('completed'));
    expect([runs.includes(id), (await system.job(id)).state]).toEqual([false, 'scheduled']);
    await system.control.pause([held.name], operator);
  });

  it('puts a queued job before others', async () => {
    const slow = { priority: 9 };
    const ids = [await system.start(held, {}, slow), await system.start(held, {}, slow)];
    for (const id of ids) await dispatched(id, 1);
    const [first = '', second = ''] = ids;
    await system.control.change(second, operator, { priority: 1 });
    // The number moves with the change, and once more with the delivery.
    await dispatched(second, 3);
    await system.control.resume([held.name], operator);
    await system.finished(first);
    expect(runs.indexOf(second)).toBeLessThan(runs.indexOf(first));
    expect(runs.filter((id) => id === second)).toHaveLength(1);
    await system.control.pause([held.name], operator);
  });

  it('changes tags alone without another delivery, and says it in the log of the job and of who acts', async () => {
    const id = await system.start(held, {}, { tags: ['old'] });
    await dispatched(id, 1);
    expect(await system.control.change(id, operator, { tags: ['new', 'er'] })).toMatchObject({
      tags: ['new', 'er'],
    });
    expect(await dispatchOf(id)).toBe(1);
    expect((await system.eventsOf(id)).at(-1)).toMatchObject({
      ...{ seq: 2, type: 'job.queued', data: { by: 'change', tags: ['new', 'er'] } },
    });
    expect(await system.control.change(id, operator, { tags: [] })).toMatchObject({ tags: null });
    const entries = await database.db.query('SELECT actor_kind, action, data FROM audit_log WHERE subject = $1', [id]);
    expect(entries).toEqual([
      { actor_kind: 'admin', action: 'job.changed', data: { tags: 2 } },
      { actor_kind: 'admin', action: 'job.changed', data: { tags: 0 } },
    ]);
  });

  it('happens once for many that have seen the same event', async () => {
    const id = await later();
    const asked = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) => system.control.change(id, operator, { priority: index + 1 }, 1)),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    expect(asked).toContainEqual(
      expect.objectContaining({ reason: expect.objectContaining({ code: 'PRECONDITION_FAILED' }) }),
    );
    expect((await findJob(database.db, id))?.seq).toBe(2);
  });

  it('is refused once it has begun or ended, and for one that there is not', async () => {
    const id = await system.start(play, {});
    await system.finished(id);
    await expect(system.control.change(id, operator, { priority: 1 })).rejects.toMatchObject({ code: 'JOB_FINISHED' });
    const running = await later();
    for (const state of ['running', 'retrying']) {
      await database.db.query('UPDATE jobs SET state = $2 WHERE id = $1', [running, state]);
      await expect(system.control.change(running, operator, { tags: [] })).rejects.toMatchObject({
        code: 'JOB_STARTED',
      });
    }
    const unknown = system.control.change(crypto.randomUUID(), operator, { priority: 1 });
    await expect(unknown).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});
