import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeWithRedis, engines, eventually } from '@jobwire/testing';

import { ids, play, type SteerServer, steerServer } from '../steer/testing/steer-server.ts';

const hour = 3_600_000;

describe('queues', () => {
  let server: SteerServer;

  beforeAll(async () => {
    const [engine] = engines;
    if (!engine) throw new Error('There is no engine');
    server = await steerServer(engine.start);
  });
  afterAll(() => server.stop());

  it('are shown with what they have that is not over', async () => {
    const runs = await server.system.start(play, { does: 'wait' });
    await eventually(async () => expect((await server.system.job(runs)).state).toBe('running'));
    await server.system.start(play, { does: 'nothing' }, { runAt: new Date(Date.now() + hour) });
    await server.system.control.pause(
      ['test.hidden'],
      { kind: 'system', id: null },
      { reason: 'MAIL_CONFIG', forMs: hour },
    );
    const { status, body } = await server.send('GET', '/queues', 'viewer');
    expect(status).toBe(200);
    expect(body.queues.map(({ name }: { name: string }) => name)).toEqual(['bulk.run', 'test.hidden', 'test.play']);
    expect(body.queues[1]).toMatchObject({
      paused: true,
      reason: 'MAIL_CONFIG',
      pausedUntil: expect.any(String),
      counts: { scheduled: 0, queued: 0, running: 0, retrying: 0 },
    });
    expect(body.queues[2]).toEqual({
      name: 'test.play',
      paused: false,
      counts: { scheduled: 1, queued: 0, running: 1, retrying: 0 },
      workers: ['test-worker'],
    });
    expect((await server.send('GET', '/queues/test.play', 'operator')).body).toEqual(body.queues[2]);
    await server.system.control.cancel(runs, { kind: 'system', id: null });
  });

  it('are paused and resumed by operators, which is audited', async () => {
    const paused = await server.send('POST', '/queues/test.play/pause', 'operator', { reason: 'looking', forMs: hour });
    expect(paused).toMatchObject({ status: 200, body: { paused: true, reason: 'looking' } });
    expect(Date.parse(paused.body.pausedUntil)).toBeGreaterThan(Date.now());
    const waits = await server.system.start(play, { does: 'nothing' });
    const { body } = await server.send('GET', '/queues/test.play', 'viewer');
    expect(body).toMatchObject({ counts: { queued: 1 }, oldestWaitingMs: expect.any(Number) });
    const resumed = await server.send('POST', '/queues/test.play/resume', 'operator');
    expect(resumed.body).toMatchObject({ paused: false });
    expect(resumed.body).not.toHaveProperty('reason');
    expect((await server.system.finished(waits)).state).toBe('succeeded');
    expect(await server.auditOf('test.play')).toEqual([
      {
        action: 'queue.paused',
        actor_kind: 'admin',
        actor_id: ids.operator,
        data: { reason: 'looking', forMs: hour },
      },
      { action: 'queue.resumed', actor_kind: 'admin', actor_id: ids.operator, data: {} },
    ]);
  });

  it.each([
    [{ forMs: 999 }, 'TIME_INVALID'],
    [{ forMs: 32 * 24 * hour }, 'TIME_INVALID'],
    [{ reason: '' }, 'REASON_INVALID'],
    [{ why: 'x' }, 'UNKNOWN_FIELD'],
  ])('are not paused by %j', async (body, code) => {
    const answer = await server.send('POST', '/queues/test.play/pause', 'operator', body);
    expect(answer).toMatchObject({ status: 422, body: { errors: [{ code }] } });
  });

  it.each([
    ['GET', '/queues', [401, 403, 403, 200, 200]],
    ['GET', '/queues/test.play', [401, 403, 403, 200, 200]],
    ['GET', '/queues/test.none', [401, 403, 403, 404, 404]],
    ['POST', '/queues/test.none/pause', [401, 403, 403, 403, 404]],
    ['POST', '/queues/test.none/resume', [401, 403, 403, 403, 404]],
    ['POST', '/queues/test.play/resume', [401, 403, 403, 403, 200]],
  ])('answer %s %s to a stranger, a user, a key, a viewer and an operator with %j', async (method, path, expected) => {
    const statuses = await Promise.all(
      [undefined, 'ada', 'key', 'viewer', 'operator'].map(async (who) => (await server.send(method, path, who)).status),
    );
    expect(statuses).toEqual(expected);
  });
});

describeWithRedis('while Redis is away, queues', () => {
  it('are shown, paused and resumed all the same', async () => {
    const [engine] = engines;
    if (!engine) throw new Error('There is no engine');
    let redis: Awaited<ReturnType<typeof engine.start>>['redis'];
    const server = await steerServer(
      async (options) => {
        const running = await engine.start(options);
        redis = running.redis;
        return running;
      },
      { workers: false },
    );
    try {
      await redis?.kill();
      const paused = await server.send('POST', '/queues/test.play/pause', 'operator');
      expect(paused).toMatchObject({ status: 200, body: { paused: true } });
      expect((await server.send('GET', '/queues', 'viewer')).status).toBe(200);
      const resumed = await server.send('POST', '/queues/test.play/resume', 'operator');
      expect(resumed).toMatchObject({ status: 200, body: { paused: false } });
    } finally {
      await server.stop();
    }
  });
});
