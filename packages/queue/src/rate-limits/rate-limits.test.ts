import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createEvents, uuidv7 } from '@jobwire/runtime';
import {
  createStops,
  describeWithRedis,
  engines,
  eventually,
  type EventSpy,
  type LeakCheck,
  leakCheck,
  type RunningEngine,
  spyEvents,
  tcpProxy,
  type TestDatabase,
  testDatabase,
  testRedis,
} from '@jobwire/testing';
import { Redis } from 'ioredis';
import pg from 'pg';

import { createEngine } from '../create-engine.ts';
import type { Engine } from '../engine.ts';
import { createPostgresLimits } from './postgres-limits.ts';
import type { RateLimiter, RateState } from './rate-limiter.ts';

const rule = { name: 'accounts', count: 3, windowMs: 60_000 };

interface Process {
  engine: Engine;
  spy: EventSpy;
}

/** What one process of the API has: its own engine on shared servers. A busy machine may need longer than 20 ms. */
async function startProcess(
  servers: { redisUrl: string | undefined; directUrl: string },
  limitPatienceMs = 10_000,
): Promise<Process> {
  const events = createEvents();
  const spy = spyEvents(events);
  const engine = createEngine(servers, { names: [], process: 'test', emit: events.emit, limitPatienceMs });
  await engine.prepare();
  return { engine, spy };
}

const takes = async (limiter: RateLimiter, holder: string, times: number): Promise<boolean[]> => {
  const states: RateState[] = [];
  for (let time = 0; time < times; time += 1) states.push(await limiter.take(holder));
  return states.map(({ allowed }) => allowed);
};

/** Until its connection is there, a process counts alone. */
async function countTogether(first: Process, second: Process): Promise<void> {
  const rules = { name: 'ready', count: 1_000, windowMs: 60_000 };
  const [here, there] = [first.engine.limiter(rules), second.engine.limiter(rules)];
  await eventually(async () => {
    const holder = uuidv7();
    await here.take(holder);
    expect((await there.take(holder)).remaining).toBe(998);
  });
}

describe.each(engines)('rate limits on $kind', ({ start }) => {
  const stops = createStops();
  let leaks: LeakCheck;
  let first: Process;
  let second: Process;
  beforeAll(async () => {
    leaks = leakCheck();
    const running: RunningEngine = stops.add(await start());
    const database = stops.add(await testDatabase());
    const servers = { redisUrl: running.redisUrl, directUrl: database.url };
    [first, second] = await Promise.all([startProcess(servers), startProcess(servers)]);
    for (const { engine } of [first, second]) stops.add({ stop: () => engine.close() });
    await countTogether(first, second);
  });
  afterAll(async () => {
    await stops.stopAll();
    await leaks.expectNone();
  });

  it('count down to a refusal and say when the window ends', async () => {
    const limiter = first.engine.limiter(rule);
    const states = [];
    for (let time = 0; time < 5; time += 1) states.push(await limiter.take('ada'));
    expect(states.map(({ allowed, remaining }) => [allowed, remaining])).toEqual([
      [true, 2],
      [true, 1],
      [true, 0],
      [false, 0],
      [false, 0],
    ]);
    for (const { resetMs } of states) expect([resetMs > 0, resetMs <= 60_000]).toEqual([true, true]);
  });

  it('are shared by processes', async () => {
    const [here, there] = [first.engine.limiter(rule), second.engine.limiter(rule)];
    expect(await takes(here, 'bob', 2)).toEqual([true, true]);
    expect(await takes(there, 'bob', 2)).toEqual([true, false]);
    expect(await takes(here, 'bob', 1)).toEqual([false]);
  });

  it('count holders and rules apart', async () => {
    const limiter = first.engine.limiter(rule);
    const other = first.engine.limiter({ ...rule, name: 'uploads' });
    expect(await takes(limiter, 'cem', 4)).toEqual([true, true, true, false]);
    expect(await takes(limiter, 'dora', 1)).toEqual([true]);
    expect(await takes(other, 'cem', 1)).toEqual([true]);
  });

  it('let exactly as many through when all come at once', async () => {
    const [here, there] = [first.engine.limiter(rule), second.engine.limiter(rule)];
    const states = await Promise.all(Array.from({ length: 20 }, (_, n) => (n % 2 ? here : there).take('eve')));
    expect(states.filter(({ allowed }) => allowed)).toHaveLength(rule.count);
  });

  it('begin anew when the window has ended', async () => {
    const limiter = first.engine.limiter({ name: 'short', count: 1, windowMs: 1_000 });
    expect(await takes(limiter, 'fay', 2)).toEqual([true, false]);
    await eventually(async () => expect((await limiter.take('fay')).allowed).toBe(true));
  });
});

describeWithRedis('rate limits while Redis is away', () => {
  const stops = createStops();
  let database: TestDatabase;
  beforeEach(async () => {
    database = stops.add(await testDatabase());
  });
  afterEach(() => stops.stopAll());

  const startOn = async (redisUrl: string, patienceMs?: number): Promise<Process> => {
    const started = await startProcess({ redisUrl, directUrl: database.url }, patienceMs);
    stops.add({ stop: () => started.engine.close() });
    return started;
  };
  const startRedis = async () => {
    const redis = await testRedis();
    if (!redis) throw new Error('There is no redis-server');
    return stops.add(redis);
  };

  /** Until the client has connected, the process counts alone. */
  const untilStored = async (url: string, limiter: RateLimiter): Promise<void> => {
    const client = new Redis(url);
    await eventually(async () => {
      await limiter.take('ada');
      expect(await client.exists('bull:limit:accounts:ada')).toBe(1);
    });
    client.disconnect();
  };

  it('are decided here while it is stopped, and there again when it is back', async () => {
    const redis = await startRedis();
    const { engine, spy } = await startOn(redis.url);
    const limiter = engine.limiter(rule);
    await untilStored(redis.url, limiter);
    await redis.kill();
    expect(await takes(limiter, 'bob', 20)).toEqual([true, true, true, ...Array<boolean>(17).fill(false)]);
    await spy.waitFor('limits.lost');
    await redis.start();
    await eventually(async () => {
      await limiter.take('cem');
      expect(spy.named('limits.found')).toHaveLength(1);
    });
    expect(spy.named('limits.lost')).toHaveLength(1);
    expect(await takes(limiter, 'dora', 4)).toEqual([true, true, true, false]);
  });

  it('are decided here while it stands still, and only a few requests wait for it', async () => {
    const redis = await startRedis();
    const { engine, spy } = await startOn(redis.url, 20);
    const limiter = engine.limiter({ ...rule, count: 1_000 });
    await untilStored(redis.url, limiter);
    redis.freeze();
    const answers = await Promise.all(Array.from({ length: 10 }, () => limiter.take('ada')));
    expect(answers.every(({ allowed }) => allowed)).toBe(true);
    expect(spy.named('limits.lost').length).toBeGreaterThanOrEqual(1);
    const before = (await limiter.take('bob')).remaining;
    for (let time = 0; time < 900; time += 1) await limiter.take('bob');
    expect((await limiter.take('bob')).remaining).toBeLessThan(before - 890);
    redis.thaw();
    await eventually(async () => {
      await limiter.take('cem');
      expect(spy.named('limits.found').length).toBeGreaterThanOrEqual(1);
    });
    // What it was asked in the meantime it does now: a look a second, and not each of the 900.
    const client = new Redis(redis.url);
    const asked = Number(await client.get('bull:limit:accounts:bob'));
    client.disconnect();
    expect(asked).toBeLessThan(200);
  });

  it('are decided here in a process that starts without it', async () => {
    const redis = await startRedis();
    await redis.kill();
    const { engine, spy } = await startOn(redis.url);
    expect(await takes(engine.limiter(rule), 'ada', 5)).toEqual([true, true, true, false, false]);
    await spy.waitFor('limits.lost');
  });

  it('leave nothing in the server that outlives the window or is written for ever', async () => {
    const redis = await startRedis();
    const { engine } = await startOn(redis.url);
    await untilStored(redis.url, engine.limiter({ ...rule, count: 1_000 }));
    const client = new Redis(redis.url);
    const keys = await client.keys('*');
    const ttls = await Promise.all(keys.map((key) => client.ttl(key)));
    client.disconnect();
    expect(keys).toEqual(['bull:limit:accounts:ada']);
    expect(ttls.every((ttl) => ttl > 0 && ttl <= 60)).toBe(true);
  });
});

describe('rate limits in PostgreSQL', () => {
  const stops = createStops();
  let database: TestDatabase;
  beforeAll(async () => {
    database = stops.add(await testDatabase());
  });
  afterAll(() => stops.stopAll());

  it('go on while the server lets nothing through', async () => {
    const proxy = stops.add(await tcpProxy(database.url));
    const { engine, spy } = await startProcess({ redisUrl: undefined, directUrl: proxy.url }, 500);
    const limiter = engine.limiter(rule);
    expect(await takes(limiter, 'ada', 1)).toEqual([true]);
    proxy.blackhole();
    expect(await takes(limiter, 'bob', 5)).toEqual([true, true, true, false, false]);
    await spy.waitFor('limits.lost');
    proxy.restore();
    await eventually(async () => {
      await limiter.take('cem');
      expect(spy.named('limits.found')).toHaveLength(1);
    });
    await engine.close();
  });

  it('are cleared away when their window has ended', async () => {
    const pool = new pg.Pool({ connectionString: database.url });
    await pool.query('CREATE SCHEMA limits_only');
    const limits = createPostgresLimits(pool, {
      schema: 'limits_only',
      patienceMs: 10_000,
      emit: () => undefined,
      clearEveryMs: 50,
    });
    await Promise.all(Array.from({ length: 8 }, () => limits.prepare()));
    await pool.query(`INSERT INTO limits_only.jobwire_rate_limit VALUES ('bull:limit:accounts:ada', 1, $1)`, [
      Date.now() - 1,
    ]);
    await limits.limiter(rule).take('bob');
    const keys = async () => (await pool.query('SELECT key FROM limits_only.jobwire_rate_limit')).rows;
    await eventually(async () => expect(await keys()).toEqual([{ key: 'bull:limit:accounts:bob' }]));
    await limits.close();
    await pool.end();
  });
});
