import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type Actor, listQueueSettings, type QueueSettings } from '@jobwire/db';
import {
  createStops,
  describeWithRedis,
  engines,
  type EventSpy,
  eventually,
  type QueueSystem,
  type RunningEngine,
  spyEvents,
  startQueueSystem,
  type TestDatabase,
  testDatabase,
} from '@jobwire/testing';
import { Redis } from 'ioredis';
import { z } from 'zod';

import type { Engine } from '../engine.ts';
import { defineJob } from '../job/index.ts';

const options = { payload: z.strictObject({}), result: z.null() };
const mail = defineJob({ name: 'pause.mail', ...options });
const other = defineJob({ name: 'pause.other', ...options });

const operator: Actor = { kind: 'admin', id: null };
const system: Actor = { kind: 'system', id: null };
const hour = 3_600_000;
const outage = { reason: 'MAIL_CONFIG', forMs: hour };

/** One process of workers, on an engine of its own. */
interface Scene {
  engine: RunningEngine;
  database: TestDatabase;
  queue: QueueSystem;
  spy: EventSpy;
  /** What the engine was told, in order. */
  told: string[];
  restartProcess(): Promise<void>;
}

async function stage(start: (typeof engines)[number]['start'], stops = createStops()): Promise<Scene> {
  const engine = stops.add(await start());
  const database = stops.add(await testDatabase());
  const told: string[] = [];
  const note = (real: Engine): Engine => ({
    ...real,
    pause: (name) => (told.push(`pause ${name}`), real.pause(name)),
    resume: (name) => (told.push(`resume ${name}`), real.resume(name)),
    add: (dispatches) => (told.push(...dispatches.map(({ name }) => `add ${name}`)), real.add(dispatches)),
  });
  const begin = (): Promise<QueueSystem> =>
    startQueueSystem(
      { database: database.url, redisUrl: engine.redisUrl },
      database.db,
      [mail, other].map((definition) => ({ definition, handler: async () => null })),
      { engine: note },
    );
  const queue = await begin();
  const scene: Scene = {
    ...{ engine, database, queue, told, spy: spyEvents(queue.events) },
    async restartProcess() {
      await scene.queue.stop();
      scene.queue = await begin();
      scene.spy = spyEvents(scene.queue.events);
    },
  };
  stops.add({ stop: () => scene.queue.stop() });
  return scene;
}

async function settingsOf({ database }: Scene): Promise<QueueSettings | undefined> {
  return (await listQueueSettings(database.db)).find(({ name }) => name === mail.name);
}
async function auditOf({ database }: Scene): Promise<string[]> {
  const rows = await database.db.query<{ entry: string }>(
    `SELECT action || ' by ' || actor_kind AS entry FROM audit_log WHERE subject = $1 ORDER BY id`,
    [mail.name],
  );
  return rows.map(({ entry }) => entry);
}
/** A job that lies in the engine and does not run. */
async function waiting({ queue }: Scene): Promise<string> {
  const id = await queue.start(mail, {});
  await eventually(async () => {
    expect(await queue.engine.states([{ id, name: mail.name, dispatch: 1 }])).toEqual(['waiting']);
  });
  expect(await queue.job(id)).toMatchObject({ state: 'queued' });
  return id;
}

describe.each(engines)('pausing a queue on the $kind engine', ({ start }) => {
  let scene: Scene;
  const stops = createStops();
  beforeAll(async () => {
    scene = await stage(start, stops);
  });
  afterAll(() => stops.stopAll());
  beforeEach(async () => {
    await scene.queue.control.resume([mail.name], operator);
    await scene.database.db.query('TRUNCATE audit_log');
  });

  it('lets its jobs wait and the others run, until it is resumed', async () => {
    await scene.queue.control.pause([mail.name], operator, { reason: 'moving house' });
    const id = await waiting(scene);
    const elsewhere = await scene.queue.start(other, {});
    expect(await scene.queue.finished(elsewhere)).toMatchObject({ state: 'succeeded' });
    expect(await scene.queue.job(id)).toMatchObject({ state: 'queued' });
    expect(await settingsOf(scene)).toMatchObject({ paused: true, reason: 'moving house', pausedUntil: null });
    await scene.queue.control.resume([mail.name], operator);
    expect(await scene.queue.finished(id)).toMatchObject({ state: 'succeeded' });
    expect(await settingsOf(scene)).toMatchObject({ paused: false, reason: null });
    expect(await auditOf(scene)).toEqual(['queue.paused by admin', 'queue.resumed by admin']);
    expect(scene.spy.named('queue.paused').at(-1)?.facts).toEqual({
      ...{ queue: mail.name, by: 'admin', reason: 'moving house' },
    });
    expect(scene.spy.named('queue.resumed').at(-1)?.facts).toEqual({ queue: mail.name, by: 'admin' });
  });

  it('is one change of all queues, or none when one of them is unknown', async () => {
    const names = [mail.name, 'pause.nobody'];
    await expect(scene.queue.control.pause(names, operator)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(scene.queue.control.resume(names, operator)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    expect(await settingsOf(scene)).toMatchObject({ paused: false });
    expect(await auditOf(scene)).toEqual([]);
  });

  it('by an operator outlasts what the system wants', async () => {
    const { control, engine } = scene.queue;
    await control.pause([mail.name], operator, { reason: 'moving house' });
    await control.pause([mail.name], system, outage);
    expect(await settingsOf(scene)).toMatchObject({ paused: true, reason: 'moving house', pausedUntil: null });
    await control.resume([mail.name], system);
    expect(await settingsOf(scene)).toMatchObject({ paused: true });
    expect(await engine.isPaused(mail.name)).toBe(true);
    expect(await auditOf(scene)).toEqual(['queue.paused by admin']);
  });

  it('by an operator takes the place of the system’s, and their resume ends both', async () => {
    const { control, engine } = scene.queue;
    await control.pause([mail.name], system, outage);
    await control.pause([mail.name], operator);
    expect(await settingsOf(scene)).toMatchObject({ paused: true, reason: null, pausedUntil: null });
    await control.resume([mail.name], operator);
    expect(await settingsOf(scene)).toMatchObject({ paused: false });
    expect(await engine.isPaused(mail.name)).toBe(false);
  });

  it('by the system is never shortened, and said once however many workers renew it', async () => {
    const before = scene.spy.named('queue.paused').length;
    await Promise.all(
      Array.from({ length: 50 }, (_value, index) =>
        scene.queue.control.pause([mail.name, other.name], system, { ...outage, forMs: hour - index }),
      ),
    );
    const until = (await settingsOf(scene))?.pausedUntil?.getTime() ?? 0;
    await scene.queue.control.pause([mail.name, other.name], system, { ...outage, forMs: 1 });
    expect((await settingsOf(scene))?.pausedUntil?.getTime()).toBe(until);
    expect(await auditOf(scene)).toEqual(['queue.paused by system']);
    expect(scene.spy.named('queue.paused').length - before).toBe(2);
    await scene.queue.control.resume([other.name], operator);
  });

  it('for a time ends by itself', async () => {
    await scene.queue.control.pause([mail.name], system, outage);
    const id = await waiting(scene);
    await scene.queue.reconciler.checkMemory();
    expect(await settingsOf(scene)).toMatchObject({ paused: true });
    await scene.database.db.query('UPDATE queue_settings SET paused_until = now() WHERE name = $1', [mail.name]);
    await scene.queue.reconciler.checkMemory();
    expect(await scene.queue.finished(id)).toMatchObject({ state: 'succeeded' });
    expect(await settingsOf(scene)).toMatchObject({ paused: false, reason: null, pausedUntil: null });
    expect(await auditOf(scene)).toEqual(['queue.paused by system', 'queue.resumed by system']);
  });

  it('is brought into the engine by the reconciler, in both directions', async () => {
    const { engine, reconciler } = scene.queue;
    const before = scene.spy.named('pause.restored').length;
    await engine.pause(mail.name);
    await reconciler.checkMemory();
    expect(await engine.isPaused(mail.name)).toBe(false);
    await scene.queue.control.pause([mail.name], operator);
    await engine.resume(mail.name);
    await reconciler.checkMemory();
    expect(await engine.isPaused(mail.name)).toBe(true);
    const restored = scene.spy.named('pause.restored').slice(before);
    expect(restored.map(({ facts }) => facts['paused'])).toEqual([false, true]);
    // Nothing was decided: nothing is written down.
    expect(await auditOf(scene)).toEqual(['queue.paused by admin']);
  });

  it('outlives the process', async () => {
    await scene.queue.control.pause([mail.name], operator);
    await scene.restartProcess();
    expect(await scene.queue.engine.isPaused(mail.name)).toBe(true);
    const id = await waiting(scene);
    await scene.queue.control.resume([mail.name], operator);
    expect(await scene.queue.finished(id)).toMatchObject({ state: 'succeeded' });
  });
});

describeWithRedis('a paused queue, when Redis', () => {
  const redisEngine = engines.find(({ kind }) => kind === 'redis');
  let scene: Scene;
  const stops = createStops();
  beforeAll(async () => {
    if (!redisEngine) throw new Error('There is no Redis');
    scene = await stage(redisEngine.start, stops);
    await scene.queue.reconciler.checkMemory();
  });
  afterAll(() => stops.stopAll());

  const losses = {
    'was flushed': async (): Promise<void> => {
      const client = new Redis(scene.engine.redisUrl ?? '');
      await client.flushall();
      await client.quit();
    },
    'came back empty': async (): Promise<void> => scene.engine.redis?.restart(),
  };

  it.each(Object.entries(losses))('%s, is paused again before its jobs are delivered again', async (_how, lose) => {
    await scene.queue.control.pause([mail.name], operator);
    const id = await waiting(scene);
    await lose();
    await eventually(() => expect(scene.queue.engine.ready()).toBe(true));
    scene.told.length = 0;
    await scene.queue.reconciler.checkMemory();
    await eventually(() => expect(scene.told).toEqual([`pause ${mail.name}`, `add ${mail.name}`]));
    expect(await scene.queue.job(id)).toMatchObject({ state: 'queued' });
    await scene.queue.control.resume([mail.name], operator);
    expect(await scene.queue.finished(id)).toMatchObject({ state: 'succeeded' });
  });

  it('is away, is paused and resumed in the record, and agrees when it is back', async () => {
    const { control, engine, reconciler } = scene.queue;
    const id = await scene.queue.start(mail, {}, { runAt: new Date(Date.now() + hour) });
    await scene.engine.redis?.kill();
    await control.pause([mail.name, other.name], operator);
    await control.resume([other.name], operator);
    await control.cancel(id, operator);
    await control.retry(id, operator);
    expect(scene.spy.named('engine.refused').length).toBeGreaterThanOrEqual(4);
    await scene.engine.redis?.start();
    await eventually(() => expect(engine.ready()).toBe(true));
    await reconciler.checkMemory();
    expect(await Promise.all([mail, other].map(({ name }) => engine.isPaused(name)))).toEqual([true, false]);
    await control.resume([mail.name], operator);
    expect(await scene.queue.finished(id)).toMatchObject({ state: 'succeeded' });
    // Both workers are back, too: one that is stopped while it reconnects waits for its server.
    const elsewhere = await scene.queue.start(other, {});
    expect(await scene.queue.finished(elsewhere)).toMatchObject({ state: 'succeeded' });
  });
});
