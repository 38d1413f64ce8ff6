import { appRoutes } from '@bull-board/api/dist/routes.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { JobRow } from '@jobwire/db';
import { engines, eventually } from '@jobwire/testing';

import { type BoardAnswer, type BoardServer, boardServer, operatorId, other, play } from './testing/board-server.ts';

/** The library's own routes that change something, with values for their parameters. */
const changing = appRoutes.api
  .flatMap(({ method, route }) => [route].flat().map((one) => ({ method: String(method).toUpperCase(), route: one })))
  .filter(({ method }) => method !== 'GET')
  .map(({ method, route }) => `${method} ${route}`);

/** Those that mean something to the record. */
const ours = [
  'PUT /api/queues/pause',
  'PUT /api/queues/resume',
  'PUT /api/queues/:queueName/pause',
  'PUT /api/queues/:queueName/resume',
  'PUT /api/queues/:queueName/:jobId/retry',
  'PUT /api/queues/:queueName/:jobId/clean',
];

describe.each(engines)('the buttons of the board on the $kind engine', ({ start }) => {
  let server: BoardServer;

  beforeAll(async () => {
    server = await boardServer(start);
  });
  afterAll(() => server.stop());
  beforeEach(() => {
    server.mended = false;
  });

  const put = (path: string, who = 'operator'): Promise<BoardAnswer> =>
    server.send('PUT', `/admin/queues/api/queues${path}`, who);
  const queues = async (): Promise<{ name: string; isPaused: boolean; counts: Record<string, number> }[]> =>
    (await server.send('GET', '/admin/queues/api/queues', 'operator')).body.queues;
  const pausedQueues = async (): Promise<string[]> =>
    (await queues())
      .filter(({ isPaused }) => isPaused)
      .map(({ name }) => name)
      .toSorted();
  const audited = (subject: string): Promise<{ action: string }[]> =>
    server.database.db.query('SELECT action, actor_kind, actor_id FROM audit_log WHERE subject = $1 ORDER BY id', [
      subject,
    ]);
  const byOperator = (action: string): object => ({ action, actor_kind: 'admin', actor_id: operatorId });
  const failedJob = async (): Promise<string> => {
    const id = await server.system.start(play, { does: 'fail' });
    expect((await server.system.finished(id)).state).toBe('failed');
    await eventually(async () => {
      const delivery = await server.send('GET', `/admin/queues/api/queues/test.play/${id}-1`, 'operator');
      expect(delivery.body).toMatchObject({ status: 'failed' });
    });
    return id;
  };

  it('start a failed job again: the same job, once, in the name of who pressed', async () => {
    const id = await failedJob();
    server.mended = true;
    const answer = await put(`/test.play/${id}-1/retry`);
    expect(answer).toMatchObject({ status: 204, body: '' });
    expect(await server.system.finished(id)).toMatchObject({ state: 'succeeded' });
    expect(await audited(id)).toEqual([byOperator('job.retried')]);
    expect(await server.send('GET', `/admin/queues/api/queues/test.play/${id}-1`, 'operator')).toMatchObject({
      status: 404,
    });
  });

  it('leave a job alone whose delivery on the page is not its newest', async () => {
    const id = await failedJob();
    expect((await put(`/test.play/${id}-1/retry`)).status).toBe(204);
    await server.system.finished(id);
    const before = await server.system.job(id);
    for (const button of ['retry', 'clean']) {
      expect(await put(`/test.play/${id}-1/${button}`)).toMatchObject({
        status: 409,
        body: { code: 'DELIVERY_OUTDATED' },
      });
    }
    expect(await server.system.job(id)).toEqual(before);
  });

  it('say why nothing happened, in the members that the page shows', async () => {
    const id = await server.system.start(play, { does: 'end' });
    await server.system.finished(id);
    expect(await put(`/test.play/${id}-1/clean`)).toMatchObject({
      status: 409,
      body: { code: 'JOB_FINISHED', error: 'The job has ended' },
    });
    const retried = await put(`/test.play/${id}-1/retry`);
    expect(retried).toMatchObject({ status: 409, body: { code: 'JOB_NOT_FINISHED' } });
    expect(retried.body.message).toBe(retried.body.detail);
    expect(await audited(id)).toEqual([]);
  });

  it('cancel a job that waits, and one that runs', async () => {
    const running = await server.system.start(play, { does: 'wait' });
    await eventually(async () => expect((await server.system.job(running)).state).toBe('running'));
    expect((await put('/test.play/pause')).status).toBe(200);
    const waiting = await server.system.start(play, { does: 'end' });
    await eventually(async () => {
      const delivery = await server.send('GET', `/admin/queues/api/queues/test.play/${waiting}-1`, 'operator');
      expect(delivery.status).toBe(200);
    });

    expect((await put(`/test.play/${waiting}-1/clean`)).status).toBe(204);
    expect((await server.system.job(waiting)).state).toBe('cancelled');
    expect(await audited(waiting)).toEqual([byOperator('job.cancelled')]);
    expect((await put(`/test.play/${running}-1/clean`)).status).toBe(204);
    expect((await server.system.finished(running)).state).toBe('cancelled');
    await eventually(async () => {
      const delivery = await server.send('GET', `/admin/queues/api/queues/test.play/${running}-1`, 'operator');
      expect(delivery.body).toMatchObject({ status: 'completed', job: { isFailed: true, failedReason: 'cancelled' } });
    });
    expect((await put(`/test.play/${running}-1/retry`)).status).toBe(204);
    expect((await server.system.job(running)).state).toBe('queued');
    await server.system.control.cancel(running, { kind: 'system', id: null });
    expect((await put('/test.play/resume')).status).toBe(200);
  });

  it('pause and resume one queue, or all, in record, engine and page', async () => {
    expect(await put('/test.play/pause')).toMatchObject({ status: 200, body: {} });
    expect(await pausedQueues()).toEqual(['test.play']);
    const [setting] = await server.database.db.query<{ paused: boolean }>(
      "SELECT paused FROM queue_settings WHERE name = 'test.play'",
    );
    expect(setting?.paused).toBe(true);
    expect((await put('/pause')).status).toBe(200);
    expect(await pausedQueues()).toEqual(['test.other', 'test.play']);
    const id = await server.system.start(other, { does: 'end' });
    expect((await put('/resume')).status).toBe(200);
    expect(await pausedQueues()).toEqual([]);
    expect((await server.system.finished(id)).state).toBe('succeeded');
    expect(await audited('test.other')).toEqual([byOperator('queue.paused'), byOperator('queue.resumed')]);
  });

  it.each([
    '/test.unknown/pause',
    '/test.unknown/resume',
    '/test.play/nonsense/retry',
    '/test.play/0198c7a4-1111-7000-8000-000000000009-1/retry',
    '/test.play/0198c7a4-1111-7000-8000-000000000009/clean',
    '/test.play/retry/clean',
  ])('find nothing at %s', async (path) => {
    expect((await put(path)).status).toBe(404);
  });

  it('do not reach a job through another queue', async () => {
    const id = await failedJob();
    expect((await put(`/test.other/${id}-1/retry`)).status).toBe(404);
    expect((await server.system.job(id)).state).toBe('failed');
  });

  it('are for operators, and for their own page', async () => {
    const id = await failedJob();
    for (const path of ['/pause', '/resume', '/test.play/pause', `/test.play/${id}-1/retry`]) {
      expect(await put(path, 'viewer')).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
      expect((await put(path, 'nobody')).status).toBe(401);
      const foreign = { origin: 'http://evil.test' };
      const sent = await server.send('PUT', `/admin/queues/api/queues${path}`, 'operator', foreign);
      expect(sent.status).toBe(403);
    }
    expect((await server.system.job(id)).state).toBe('failed');
    expect(await pausedQueues()).toEqual([]);
  });
});

describe.each(engines)('what the library could change by itself on the $kind engine', ({ start }) => {
  let server: BoardServer;
  let id: string;
  let before: JobRow;

  beforeAll(async () => {
    server = await boardServer(start);
    id = await server.system.start(play, { does: 'fail' });
    before = await server.system.finished(id);
    await eventually(async () => expect(await counts()).toMatchObject({ failed: 1 }));
  });
  afterAll(() => server.stop());

  const counts = (): Promise<Record<string, number>> => server.system.engine.queue('test.play').getJobCounts();
  const untouched = async (): Promise<void> => {
    expect(await counts()).toMatchObject({ failed: 1, waiting: 0, delayed: 0, completed: 0 });
    expect(await server.system.engine.queue('test.play').isPaused()).toBe(false);
    expect(await server.system.job(id)).toEqual(before);
  };

  it('is known: a new version of the library has no button that this list does not have', () => {
    expect(changing).toEqual(expect.arrayContaining(ours));
    expect(changing.length).toBeGreaterThan(20);
  });

  it.each(changing.filter((route) => !ours.includes(route)))('is refused: %s', async (route) => {
    const [method = '', pattern = ''] = route.split(' ');
    const path = pattern
      .replace(':queueName', 'test.play')
      .replace(':jobId', `${id}-1`)
      .replace(':queueStatus', 'failed')
      .replace(':schedulerId', 'x');
    const headers = { 'content-type': 'application/json' };
    for (const who of ['operator', 'viewer']) {
      const answer = await server.send(method, `/admin/queues${path}`, who, headers);
      expect(answer).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
    }
    await untouched();
  });

  it.each(['GET', 'PUT', 'POST', 'PATCH', 'DELETE', 'OPTIONS', 'QUERY', 'PROPFIND'])(
    'is not reached by a path or method that nobody expects: %s',
    async (method) => {
      const paths = [
        '//admin/queues/api/queues/pause',
        '/admin//queues/api/queues/pause',
        '/admin/queues//api/queues/pause',
        '/admin/queues/api//queues/pause',
        '/%61dmin/queues/api/queues/pause',
        '/admin/%71ueues/api/queues/pause',
        '/admin%2Fqueues/api/queues/pause',
        '/admin/queues%2Fapi/queues/pause',
        '/admin/queues/api/queues%2Fpause',
        '/admin/x/../queues/api/queues/pause',
        '/admin/queues/api/queues/%2e%2e/queues/pause',
        '/admin/queues/api/queues/test.play%2Fpause',
        '/admin/queues/api/queues/test.play/pause%00',
        '/admin/queues/api/queues/test.play/pause;x',
        '/admin/queues/static/../api/queues/pause',
        '/api/v1/admin/queues/api/queues/pause',
        `/admin/queues/api/queues/test.play/${id}-1%2Fretry`,
        `/admin/queues/api/queues/test.play/${id}-01/retry`,
        `/admin/queues/api/queues/test.play/%20${id}-1/retry`,
        `/admin/queues/api/queues/test.play/${id}-1/promote`,
        '/admin/queues/api/queues/test.play/empty',
      ];
      for (const path of paths) {
        const override = { 'x-http-method-override': 'PUT', 'x-http-method': 'PUT', 'x-method-override': 'PUT' };
        const stranger = await server.send(method, path, undefined, override);
        expect([401, 404]).toContain(stranger.status);
        for (const who of ['viewer', 'operator']) {
          const answer = await server.send(method, path, who, override);
          expect([400, 403, 404, ...(method === 'GET' ? [200] : [])]).toContain(answer.status);
        }
      }
      await untouched();
    },
  );

  it('is not reached by asking for the same in other letters, which an operator may do', async () => {
    expect((await server.send('PUT', '/ADMIN/Queues/API/queues/pause', 'viewer')).status).toBe(403);
    expect((await server.send('PUT', '/ADMIN/Queues/API/queues/pause', undefined)).status).toBe(401);
    await untouched();
  });
});
