import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Actor } from '@jobwire/db';
import {
  createStops,
  engines,
  eventually,
  type EventSpy,
  type QueueSystem,
  spyEvents,
  startQueueSystem,
  type TestDatabase,
  testDatabase,
} from '@jobwire/testing';
import { z } from 'zod';

import { defineJob, RetryAfter } from '../job/index.ts';

const hour = 3_600_000;
const options = { payload: z.strictObject({ scene: z.string() }), result: z.unknown() };
const play = defineJob({ name: 'expire.play', ...options });
/** Its queue is paused: its jobs wait. */
const held = defineJob({ name: 'expire.held', ...options });
const operator: Actor = { kind: 'admin', id: null };

describe.each(engines)('a job that expires, on the $kind engine', ({ start }) => {
  let database: TestDatabase;
  let system: QueueSystem;
  let spy: EventSpy;
  const runs: string[] = [];
  const stops = createStops();
  const scenes: Record<string, () => unknown> = {
    'waits once more': () => {
      throw new RetryAfter(hour);
    },
  };

  beforeAll(async () => {
    const engine = stops.add(await start());
    database = stops.add(await testDatabase());
    const handler = async (payload: unknown, { job }: { job: { id: string } }): Promise<unknown> => {
      runs.push(job.id);
      return scenes[(payload as { scene: string }).scene]?.() ?? null;
    };
    const jobs = [play, held].map((definition) => ({ definition, handler }));
    const urls = { database: database.url, redisUrl: engine.redisUrl };
    system = stops.add(await startQueueSystem(urls, database.db, jobs));
    spy = spyEvents(system.events);
    await system.control.pause([held.name], operator);
  });
  afterAll(() => stops.stopAll());

  const typesOf = async (id: string): Promise<string[]> => (await system.eventsOf(id)).map(({ type }) => type);
  /** Let the time of a job pass. */
  const pass = (id: string): Promise<unknown> =>
    database.db.query("UPDATE jobs SET expires_at = now() - interval '1 ms' WHERE id = $1", [id]);
  const dispatched = (id: string): Promise<void> =>
    eventually(async () => {
      const [row] = await database.db.query<{ at: Date | null }>('SELECT dispatched_at AS at FROM jobs WHERE id = $1', [
        id,
      ]);
      expect(row?.at).not.toBeNull();
    });

  it('ends with one event while its queue is paused, and leaves the engine', async () => {
    const id = await system.start(held, { scene: 'plays' }, { expiresInMs: hour });
    await dispatched(id);
    await system.reconciler.endExpired();
    expect((await system.job(id)).state).toBe('queued');
    await pass(id);
    await Promise.all([system.reconciler.endExpired(), system.reconciler.endExpired()]);
    expect(await system.job(id)).toMatchObject({ state: 'expired', attempt: 0, seq: 2 });
    expect(await typesOf(id)).toEqual(['job.queued', 'job.expired']);
    expect(await system.engine.queue(held.name).getJobState(`${id}-1`)).toBe('unknown');
    await system.reconciler.endExpired();
    expect(await typesOf(id)).toHaveLength(2);
  });

  it('is neither dispatched nor run when nobody has looked yet', async () => {
    const waiting = await system.start(held, { scene: 'plays' }, { expiresInMs: hour });
    await dispatched(waiting);
    await pass(waiting);
    const late = await system.start(
      held,
      { scene: 'plays' },
      { expiresInMs: hour, runAt: new Date(Date.now() + hour) },
    );
    await pass(late);
    await database.db.query('UPDATE jobs SET run_at = now() WHERE id = $1', [late]);
    await system.control.resume([held.name], operator);
    // One after them has run: they had their chance.
    const after = await system.start(held, { scene: 'plays' });
    await system.finished(after);
    await eventually(async () =>
      expect(await system.engine.queue(held.name).getJobState(`${waiting}-1`)).toBe('completed'),
    );
    expect(runs).not.toContain(waiting);
    expect(await system.job(late)).toMatchObject({ state: 'scheduled' });
    // What the engine has done with does not make the record deliver it again, or call it lost.
    await database.db.query("UPDATE jobs SET dispatched_at = now() - interval '1 min' WHERE id = $1", [waiting]);
    await system.reconciler.probe();
    await system.reconciler.endExpired();
    expect([await typesOf(waiting), await typesOf(late)]).toEqual([
      ['job.queued', 'job.expired'],
      ['job.scheduled', 'job.expired'],
    ]);
    expect(spy.named('job.expired').map(({ facts }) => facts['jobId'])).toEqual(
      expect.arrayContaining([waiting, late]),
    );
    expect(runs).not.toContain(late);
    await system.control.pause([held.name], operator);
  });

  it('runs to its end once it has started, also when it waits for its next attempt', async () => {
    const id = await system.start(play, { scene: 'waits once more' }, { expiresInMs: hour });
    await eventually(async () => expect((await system.job(id)).state).toBe('retrying'));
    await pass(id);
    await system.reconciler.endExpired();
    expect((await system.job(id)).state).toBe('retrying');
    scenes['waits once more'] = () => 'done';
    await database.db.query('UPDATE jobs SET run_at = now(), next_attempt_at = now() WHERE id = $1', [id]);
    system.dispatcher.wake();
    expect(await system.finished(id)).toMatchObject({ state: 'succeeded', result: 'done' });
  });

  it('can be started again by hand, and then waits as long as it takes', async () => {
    const id = await system.start(held, { scene: 'plays' }, { expiresInMs: hour });
    await pass(id);
    await system.reconciler.endExpired();
    await system.control.retry(id, operator);
    expect(await system.job(id)).toMatchObject({ state: 'queued', expires_at: null });
    await system.reconciler.endExpired();
    expect((await system.job(id)).state).toBe('queued');
  });

  it('ends by the hundreds in one look', async () => {
    const runAt = new Date(Date.now() + hour);
    const ids = await Promise.all(
      Array.from({ length: 501 }, () => system.start(play, { scene: 'plays' }, { runAt, expiresInMs: 1 })),
    );
    await database.db.query("UPDATE jobs SET expires_at = now() - interval '1 ms' WHERE id = ANY($1)", [ids]);
    await system.reconciler.endExpired();
    const [left] = await database.db.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM jobs WHERE id = ANY($1) AND state <> 'expired'",
      [ids],
    );
    expect(left?.count).toBe(0);
  });
});
