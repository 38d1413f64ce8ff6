import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { insertJob } from '@jobwire/db';
import {
  engines,
  eventually,
  type QueueSystem,
  type RunningEngine,
  startQueueSystem,
  type TestDatabase,
  testDatabase,
} from '@jobwire/testing';
import { z } from 'zod';

import { type BoundHandler, newJob } from './index.ts';
import { defineJob, type JobContext, Permanent, Retryable, RetryAfter, Skip } from './job/index.ts';

const retry = { attempts: 3, backoff: { type: 'exponential', delayMs: 10, capMs: 50, jitter: 0 } } as const;
const play = defineJob({
  name: 'test.play',
  payload: z.strictObject({ scene: z.string() }),
  result: z.unknown(),
  stages: ['one', 'two'],
  retry,
  timeout: { softMs: 300, hardMs: 600 },
});

/** What the handler does, by the scene that the payload names. */
type Scenes = Record<string, (context: JobContext) => Promise<unknown>>;

describe.each(engines)('a job on the $kind engine', ({ start }) => {
  let engine: RunningEngine;
  let database: TestDatabase;
  let system: QueueSystem;
  const runs: Record<string, number> = {};
  const committed: string[] = [];
  const twins: string[] = [];

  const effects: Record<string, number[]> = {};

  /** An outside effect that is seen to happen. */
  const note = async (scene: string, attempt: number): Promise<{ from: number }> => {
    (effects[scene] ??= []).push(attempt);
    return { from: attempt };
  };
  /** An outside effect of which the first attempt does not learn whether it happened. */
  const breakFirst = async (scene: string, attempt: number): Promise<{ from: number }> => {
    const value = await note(scene, attempt);
    if (attempt === 1) throw new Error('the link broke');
    return value;
  };

  const scenes: Scenes = {
    returns: async () => ({ fine: true }),
    reports: async ({ progress }) => {
      progress('one', 0.5);
      progress('two', 1);
      progress('one', 0);
      return null;
    },
    fails: async () => {
      throw new Error('secret host name');
    },
    'fails once': async ({ job }) => {
      if (job.attempt === 1) throw new Retryable('TRY_AGAIN', 'Not yet');
      return 'second time';
    },
    'is hopeless': async () => {
      throw new Permanent('HOPELESS', 'It cannot work');
    },
    'asks to wait': async ({ job }) => {
      if (runs['asks to wait'] === 1) throw new RetryAfter(5);
      return job.attempt;
    },
    'has nothing to do': async () => {
      throw new Skip('gone');
    },
    'obeys the soft timeout': ({ signal }) =>
      new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    'ignores every timeout': () => new Promise(() => undefined),
    'commits once': async ({ commit, job }) => {
      const value = await commit('step', async (tx) => {
        committed.push(`attempt ${job.attempt}`);
        await tx.query(
          "INSERT INTO users (id, email_original, email_key) VALUES (gen_random_uuid(), 'a', 'once@test')",
        );
        return { from: job.attempt };
      });
      if (job.attempt === 1) throw new Error('after the commit');
      return value;
    },
    'commits a step twice at the same time': async ({ commit }) => {
      const step = () =>
        commit('step', async () => {
          twins.push('committed');
          return twins.length;
        });
      const values = await Promise.all([step(), step(), step()]);
      return { values };
    },
    'commits a statement once': async ({ commitStatement, job }) => {
      const statement = {
        name: 'test-statement',
        sql: ["INSERT INTO users (id, email_original, email_key) SELECT gen_random_uuid(), 'a', $1 FROM step"] as const,
        params: ['statement@test'],
      };
      const changed = await commitStatement('step', statement);
      if (job.attempt === 1) throw new Error('after the commit');
      return { changed };
    },
    'changes nothing by a statement': async ({ commitStatement }) => ({
      changed: await commitStatement('step', {
        name: 'test-nothing',
        sql: ['UPDATE users SET name = $1 FROM step WHERE false'],
        params: ['nobody'],
      }),
    }),
    'loses its claim before a statement': async ({ commitStatement, job }) => {
      await database.db.query('UPDATE jobs SET claim_token = gen_random_uuid() WHERE id = $1', [job.id]);
      await commitStatement('step', {
        name: 'test-lost',
        sql: ["INSERT INTO users (id, email_original, email_key) SELECT gen_random_uuid(), 'a', 'lost@test' FROM step"],
        params: [],
      });
      committed.push('a statement without a claim');
      return null;
    },
    'sends once': async ({ once, job }) => {
      const value = await once('send', () => note('sends once', job.attempt), { onUncertain: 'fail' });
      if (job.attempt === 1) throw new Error('after the effect');
      return value;
    },
    'breaks and sends again': async ({ once, job }) =>
      once('send', () => breakFirst('breaks and sends again', job.attempt), { onUncertain: 'rerun' }),
    'breaks and must not send again': async ({ once, job }) =>
      once('send', () => breakFirst('breaks and must not send again', job.attempt), { onUncertain: 'fail' }),
    'loses its claim': async ({ commit, job }) => {
      await database.db.query('UPDATE jobs SET claim_token = gen_random_uuid() WHERE id = $1', [job.id]);
      return commit('step', async () => void committed.push('without a claim'));
    },
    'holds a NUL': async ({ log }) => {
      log('before\0after');
      return 'x\0y';
    },
  };

  beforeAll(async () => {
    engine = await start();
    database = await testDatabase();
    const handler: BoundHandler = async (payload, context) => {
      const { scene } = payload as { scene: string };
      runs[scene] = (runs[scene] ?? 0) + 1;
      return scenes[scene]?.(context);
    };
    system = await startQueueSystem({ database: database.url, redisUrl: engine.redisUrl }, database.db, [
      { definition: play, handler },
    ]);
  });

  afterAll(async () => {
    await system.stop();
    await database.stop();
    await engine.stop();
  });

  const run = async (scene: string) => {
    const id = await system.start(play, { scene });
    const job = await system.finished(id);
    const events = await system.eventsOf(id);
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_event, index) => index + 1));
    expect(job.seq).toBe(events.length);
    return { job, events, types: events.map(({ type }) => type.replace('job.', '')) };
  };

  it('runs once and keeps its result', async () => {
    const { job, types } = await run('returns');
    expect(job).toMatchObject({ state: 'succeeded', result: { fine: true }, attempt: 1 });
    expect(types).toEqual(['queued', 'started', 'succeeded']);
  });

  it('reports progress that never goes back', async () => {
    const { job, events } = await run('reports');
    expect(job.progress).toEqual({ percent: 100, stage: 'two' });
    const percents = events.filter(({ type }) => type === 'job.progress').map(({ data }) => data['percent']);
    expect(percents).toEqual(percents.toSorted((a, b) => Number(a) - Number(b)));
    expect(percents.at(-1)).toBe(100);
  });

  it('is tried as often as its policy says, then fails without telling strangers why', async () => {
    const { job, types } = await run('fails');
    expect(job).toMatchObject({ state: 'failed', attempt: 3, error: { code: 'ERROR', message: 'The job failed' } });
    expect(types).toEqual(['queued', 'started', 'retrying', 'started', 'retrying', 'started', 'failed']);
    const attempts = await database.db.query<{ attempt: number; error: { message: string; stack: string } }>(
      'SELECT attempt, error FROM job_attempts WHERE job_id = $1 ORDER BY seq',
      [job.id],
    );
    expect(attempts.map(({ attempt }) => attempt)).toEqual([1, 2, 3]);
    expect(attempts[0]?.error).toMatchObject({
      message: 'secret host name',
      stack: expect.stringContaining('run-jobs'),
    });
  });

  it('succeeds on a later attempt, and says why it was retried', async () => {
    const { job, events } = await run('fails once');
    expect(job).toMatchObject({ state: 'succeeded', attempt: 2, error: null });
    expect(events.find(({ type }) => type === 'job.retrying')?.data).toMatchObject({
      error: { code: 'TRY_AGAIN' },
      attempt: 1,
    });
  });

  it('is not tried again when it is hopeless', async () => {
    const { job } = await run('is hopeless');
    expect(job).toMatchObject({ state: 'failed', attempt: 1, error: { code: 'HOPELESS', message: 'It cannot work' } });
  });

  it('spends no attempt when it asks to wait', async () => {
    const { job, types } = await run('asks to wait');
    expect(job).toMatchObject({ state: 'succeeded', attempt: 1, result: 1 });
    expect(types).toEqual(['queued', 'started', 'retrying', 'started', 'succeeded']);
  });

  it('ends succeeded with a reason when there is nothing to do', async () => {
    const { job } = await run('has nothing to do');
    expect(job).toMatchObject({ state: 'succeeded', skipped: 'gone' });
  });

  it('is asked to end at the soft timeout', async () => {
    const { job } = await run('obeys the soft timeout');
    expect(job).toMatchObject({ state: 'failed', attempt: 3, error: { code: 'TIMEOUT' } });
  });

  it('is given up at the hard timeout, and three of those end the process', async () => {
    const exhausted = new Promise<void>((resolve) => {
      system.events.subscribe((name) => name === 'worker.exhausted' && resolve());
    });
    const { job } = await run('ignores every timeout');
    expect(job).toMatchObject({ state: 'failed', attempt: 3, error: { code: 'TIMEOUT' } });
    await exhausted;
  });

  it('commits a step once, however often it runs', async () => {
    const { job } = await run('commits once');
    expect(job).toMatchObject({ state: 'succeeded', attempt: 2, result: { from: 1 } });
    expect(committed).toEqual(['attempt 1']);
  });

  it('commits a statement once, however often it runs', async () => {
    const { job } = await run('commits a statement once');
    expect(job).toMatchObject({ state: 'succeeded', attempt: 2, result: { changed: true } });
    expect(await database.db.query("SELECT 1 FROM users WHERE email_key = 'statement@test'")).toHaveLength(1);
  });

  it('learns that a statement found nothing to change', async () => {
    expect((await run('changes nothing by a statement')).job).toMatchObject({ result: { changed: false } });
  });

  it('commits a step once when a run asks for it several times at the same moment', async () => {
    const { job } = await run('commits a step twice at the same time');
    expect(job).toMatchObject({ state: 'succeeded', attempt: 1, result: { values: [1, 1, 1] } });
    expect(twins).toEqual(['committed']);
  });

  it('does an outside effect once when its end was recorded', async () => {
    const { job } = await run('sends once');
    expect(job).toMatchObject({ state: 'succeeded', attempt: 2, result: { from: 1 } });
    expect(effects['sends once']).toEqual([1]);
  });

  it('does an uncertain effect again when it may, and records the end of that one', async () => {
    const { job } = await run('breaks and sends again');
    expect(job).toMatchObject({ state: 'succeeded', attempt: 2, result: { from: 2 } });
    expect(effects['breaks and sends again']).toEqual([1, 2]);
  });

  it('fails for good on an uncertain effect that must not be repeated', async () => {
    const { job } = await run('breaks and must not send again');
    expect(job).toMatchObject({ state: 'failed', attempt: 2, error: { code: 'UNCERTAIN_STEP' } });
    expect(effects['breaks and must not send again']).toEqual([1]);
  });

  it.each(['loses its claim', 'loses its claim before a statement'])(
    'commits nothing and says nothing once another run has taken it over: %s',
    async (scene) => {
      const id = await system.start(play, { scene });
      // The delivery is acknowledged without a verdict: the job is the other run's to finish.
      await eventually(async () => {
        const [state] = await system.engine.states([{ id, name: play.name, dispatch: 1 }]);
        expect(state).toBe('completed');
      });
      expect(committed.filter((what) => what.includes('without a claim'))).toEqual([]);
      expect(await database.db.query("SELECT 1 FROM users WHERE email_key = 'lost@test'")).toEqual([]);
      expect(await system.job(id)).toMatchObject({ state: 'running', attempt: 1, result: null });
      expect((await system.eventsOf(id)).map(({ type }) => type)).toEqual(['job.queued', 'job.started']);
    },
  );

  it('survives text that PostgreSQL cannot hold', async () => {
    const { job, events } = await run('holds a NUL');
    expect(job.result).toBe('xy');
    expect(events.find(({ type }) => type === 'job.log')?.data).toMatchObject({ message: 'beforeafter' });
  });

  it('starts later when it is scheduled', async () => {
    const id = await system.start(play, { scene: 'returns' }, { runAt: new Date(Date.now() + 300) });
    expect((await system.job(id)).state).toBe('scheduled');
    await system.finished(id);
    const types = (await system.eventsOf(id)).map(({ type }) => type);
    expect(types).toEqual(['job.scheduled', 'job.queued', 'job.started', 'job.succeeded']);
  });

  it('rings for every event of a watched channel', async () => {
    const heard = new Set<number>();
    let last = Number.POSITIVE_INFINITY;
    const accepted = newJob(play, { scene: 'reports' });
    const { id } = accepted;
    let done = (): void => undefined;
    const final = new Promise<void>((resolve) => (done = resolve));
    const subscription = system.bus.watch(`job:${id}`, ({ events = [] }) => {
      for (const { seq, type } of events) {
        heard.add(seq);
        if (type === 'job.succeeded') last = seq;
      }
      // Doorbells of one job may overtake each other; event 1 was written before anybody watched.
      if (heard.size === last - 1) done();
    });
    await subscription.confirmed;
    await insertJob(database.db, accepted);
    system.dispatcher.wake();
    await final;
    subscription.unsubscribe();
    const { seq } = await system.job(id);
    expect([...heard].toSorted((a, b) => a - b)).toEqual(Array.from({ length: seq - 1 }, (_value, index) => index + 2));
  });
});
