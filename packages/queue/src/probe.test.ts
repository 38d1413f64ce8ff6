import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { findJob, insertJob, readJobEvents } from '@jobwire/db';
import { type TestDatabase, testDatabase } from '@jobwire/testing';
import { z } from 'zod';

import type { Engine, EngineState } from './engine.ts';
import { createReconciler, createTransitionWriter, newJob, type Reconciler } from './index.ts';
import { defineJob } from './job/index.ts';

const job = defineJob({ name: 'probe.me', payload: z.strictObject({ page: z.number() }), result: z.null() });

const nothing = async (): Promise<void> => undefined;

let database: TestDatabase;
let reconciler: Reconciler;
/** What the engine knows: the states of deliveries by job, and whether it remembers at all. */
let engine: {
  ready: boolean;
  states: Map<string, EngineState>;
  memory: Awaited<ReturnType<Engine['memory']>>;
  asked: string[];
  remembered: number;
  /** Runs while the engine is being asked. */
  meanwhile: () => Promise<unknown>;
};
let woken: number;
const events: { name: string; facts: Record<string, unknown> }[] = [];

beforeAll(async () => {
  database = await testDatabase();
  const emit = (name: string, facts: Record<string, unknown> = {}): void => void events.push({ name, facts });
  reconciler = createReconciler({
    db: database.db,
    engine: {
      names: [],
      ready: () => engine.ready,
      pause: nothing,
      resume: nothing,
      isPaused: async () => false,
      remove: nothing,
      memory: async () => engine.memory,
      remember: async () => void (engine.remembered += 1),
      async states(deliveries) {
        engine.asked.push(...deliveries.map(({ id, dispatch }) => `${id}-${dispatch}`));
        await engine.meanwhile();
        return deliveries.map(({ id }) => engine.states.get(id) ?? 'missing');
      },
    },
    bus: { ring: () => undefined },
    dispatcher: { wake: () => void (woken += 1) },
    writer: createTransitionWriter(database.db, { ring: () => undefined }, emit),
    emit,
  });
});
afterAll(() => database.stop());
beforeEach(async () => {
  await database.db.query('TRUNCATE jobs, job_events, job_attempts');
  engine = { ready: true, states: new Map(), memory: 'kept', asked: [], remembered: 0, meanwhile: nothing };
  woken = 0;
  events.length = 0;
});

/** A job that was given to the engine a minute ago, under its third dispatch number. */
async function dispatched(state: string, known: EngineState): Promise<string> {
  const accepted = newJob(job, { page: 7 });
  await insertJob(database.db, accepted);
  await database.db.query(
    `UPDATE jobs SET state = $2, dispatch = 3, dispatched_at = now() - interval '1 min',
       claim_token = CASE WHEN $2 = 'running' THEN gen_random_uuid() END WHERE id = $1`,
    [accepted.id, state],
  );
  engine.states.set(accepted.id, known);
  return accepted.id;
}

const set = (id: string, assignment: string): Promise<unknown> =>
  database.db.query(`UPDATE jobs SET ${assignment} WHERE id = $1`, [id]);

/** Whether the dispatcher has to deliver it again. */
async function isDue(id: string): Promise<boolean> {
  const [row] = await database.db.query<{ due: boolean }>(
    'SELECT dispatched_at IS NULL AND finished_at IS NULL AS due FROM jobs WHERE id = $1',
    [id],
  );
  return row?.due ?? false;
}
async function missingSince(id: string): Promise<Date | null | undefined> {
  const [row] = await database.db.query<{ at: Date | null }>('SELECT missing_since AS at FROM jobs WHERE id = $1', [
    id,
  ]);
  return row?.at;
}
const named = (name: string): Record<string, unknown>[] =>
  events.filter((event) => event.name === name).map(({ facts }) => facts);

describe('a job that the engine should know', () => {
  it.each(['queued', 'retrying'])('is delivered again when it is missing and %s', async (state) => {
    const id = await dispatched(state, 'missing');
    await reconciler.probe();
    expect(engine.asked).toEqual([`${id}-3`]);
    expect(await isDue(id)).toBe(true);
    expect(woken).toBe(1);
    expect(named('jobs.missing')).toEqual([{ jobs: 1 }]);
  });

  it('is delivered again when it runs, only after it was missing for a minute', async () => {
    const id = await dispatched('running', 'missing');
    await reconciler.probe();
    expect(await isDue(id)).toBe(false);
    expect(await missingSince(id)).toBeInstanceOf(Date);
    await set(id, "missing_since = now() - interval '50 s'");
    await reconciler.probe();
    expect(await isDue(id)).toBe(false);
    await set(id, "missing_since = now() - interval '61 s'");
    await reconciler.probe();
    expect(await isDue(id)).toBe(true);
    expect(named('jobs.missing')).toEqual([{ jobs: 1 }]);
  });

  it.each(['queued', 'retrying', 'running'])('is left alone when the engine has it: %s', async (state) => {
    const id = await dispatched(state, 'waiting');
    await set(id, "missing_since = now() - interval '61 s'");
    await reconciler.probe();
    expect(await isDue(id)).toBe(false);
    expect(await missingSince(id)).toBeNull();
    expect(events).toEqual([]);
  });

  it('is delivered again when the engine finished it and the record does not know', async () => {
    const queued = await dispatched('queued', 'completed');
    const running = await dispatched('running', 'completed');
    await set(running, "missing_since = now() - interval '61 s'");
    await reconciler.probe();
    expect(await isDue(queued)).toBe(true);
    // Its verdict is on the way: the worker writes it before it tells the engine.
    expect(await isDue(running)).toBe(false);
  });

  it('fails when the engine gave it up, once and for good, and keeps what it needs to run again', async () => {
    const id = await dispatched('running', 'failed');
    await reconciler.probe();
    await reconciler.probe();
    expect(await findJob(database.db, id)).toMatchObject({
      state: 'failed',
      error: { code: 'WORKER_LOST' },
      finished_at: expect.any(Date),
    });
    const types = (await readJobEvents(database.db, id, 0, 10)).map(({ type }) => type);
    expect(types).toEqual(['job.queued', 'job.failed']);
    expect(await database.db.query('SELECT payload, claim_token FROM jobs')).toEqual([
      { payload: { page: 7 }, claim_token: null },
    ]);
    expect(await database.db.query('SELECT outcome FROM job_attempts')).toEqual([{ outcome: 'lost' }]);
    expect(named('job.lost')).toEqual([{ job: job.name, jobId: id }]);
  });

  it('is not looked at in the seconds after it was delivered, nor when it has ended', async () => {
    const young = await dispatched('queued', 'missing');
    await set(young, 'dispatched_at = now()');
    const ended = await dispatched('succeeded', 'missing');
    await set(ended, 'finished_at = now()');
    await reconciler.probe();
    expect(engine.asked).toEqual([]);
  });
});

describe('a job that was handed back', () => {
  it('is the dispatcher’s, whatever the engine thinks of its old delivery', async () => {
    const id = await dispatched('retrying', 'failed');
    await set(id, "dispatched_at = NULL, run_at = now() + interval '1 h'");
    await reconciler.probe();
    expect(engine.asked).toEqual([]);
    expect(await findJob(database.db, id)).toMatchObject({ state: 'retrying' });
  });

  it.each(['failed', 'missing', 'completed'] as const)('while the engine is asked stays so: %s', async (known) => {
    const id = await dispatched('running', known);
    await set(id, "missing_since = now() - interval '61 s'");
    engine.meanwhile = () => set(id, "state = 'retrying', dispatched_at = NULL, claim_token = NULL");
    await reconciler.probe();
    expect(engine.asked).toHaveLength(1);
    expect(await findJob(database.db, id)).toMatchObject({ state: 'retrying', seq: 1, finished_at: null });
    expect(events).toEqual([]);
  });

  it('and delivered again while the engine is asked is not closed for its old delivery', async () => {
    const id = await dispatched('running', 'failed');
    engine.meanwhile = () => set(id, 'dispatch = 4');
    await reconciler.probe();
    expect(await findJob(database.db, id)).toMatchObject({ state: 'running', finished_at: null });
  });
});

describe('an engine', () => {
  it('that lost its memory gets every waiting job again, and remembers from then on', async () => {
    const waiting = [await dispatched('queued', 'missing'), await dispatched('retrying', 'missing')];
    const running = await dispatched('running', 'missing');
    engine.memory = 'lost';
    await reconciler.checkMemory();
    expect(await Promise.all(waiting.map(isDue))).toEqual([true, true]);
    expect(named('engine.rebuilt')).toEqual([{ jobs: 2 }]);
    expect(engine.remembered).toBe(1);
    expect(woken).toBeGreaterThan(0);
    // A running one may still be at work: it is compared like any other.
    expect(await isDue(running)).toBe(false);
    expect(engine.asked).toEqual([`${running}-3`]);
  });

  it('gets more jobs again than fit into one batch', async () => {
    await database.db.query(
      `INSERT INTO jobs (id, name, state, payload, max_attempts, seq, dispatch, dispatched_at)
       SELECT gen_random_uuid(), 'probe.me', 'queued', '{}', 3, 1, 1, now() FROM generate_series(1, 2500)`,
    );
    engine.memory = 'lost';
    await reconciler.checkMemory();
    expect(named('engine.rebuilt')).toEqual([{ jobs: 2500 }]);
    expect(await database.db.query('SELECT 1 FROM jobs WHERE dispatched_at IS NOT NULL')).toEqual([]);
  });

  it('is left to the process that rebuilds it already', async () => {
    const id = await dispatched('queued', 'missing');
    engine.memory = 'lost';
    await database.db.transaction(async (tx) => {
      await tx.query("SELECT pg_advisory_xact_lock(hashtext('jobwire'), hashtext('rebuild'))");
      await reconciler.checkMemory();
    });
    expect(await isDue(id)).toBe(false);
    expect(engine.remembered).toBe(0);
  });

  it('that was restarted is compared at once', async () => {
    const id = await dispatched('queued', 'missing');
    engine.memory = 'restarted';
    await reconciler.checkMemory();
    expect(await isDue(id)).toBe(true);
    expect(engine.remembered).toBe(0);
  });

  it('that kept everything is not asked for more', async () => {
    const id = await dispatched('queued', 'missing');
    await reconciler.checkMemory();
    expect(engine.asked).toEqual([]);
    expect(await isDue(id)).toBe(false);
  });

  it('that is away is not judged', async () => {
    const id = await dispatched('queued', 'missing');
    Object.assign(engine, { ready: false, memory: 'lost' });
    await reconciler.checkMemory();
    await reconciler.probe();
    expect(engine.asked).toEqual([]);
    expect(await isDue(id)).toBe(false);
  });
});
