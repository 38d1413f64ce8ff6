import { appRoutes } from '@bull-board/api/dist/routes.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engines, eventually } from '@jobwire/testing';

import { type BoardServer, boardServer, operatorId, play } from './testing/board-server.ts';

const apiKey = `jw_${'k'.repeat(43)}`;
const payload = {
  to: 'ada@example.com',
  'bob@example.com': 1,
  password: 'hunter2',
  nested: [{ apiKey: 'k', note: `Call carl@example.com with ${apiKey}` }],
  button: { label: 'Open', link: 'https://example.com/verify?token=abcdef' },
  html: '<a href="https://example.com/verify?token=abcdef">Open</a>',
  text: `${'Dear reader, '.repeat(22)}write to dora@example.com ${'x'.repeat(40_000)}`,
  jwt: 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl',
};
const secret = /ada@|bob@|carl@|dora|hunter2|abcdef|abc"|signature=|kkkk|eyJ/;

describe.each(engines)('what the board shows of jobs on the $kind engine', ({ start }) => {
  let server: BoardServer;
  let done: string;
  let failed: string;

  beforeAll(async () => {
    server = await boardServer(start);
    done = await server.system.start(play, { does: 'end', ...payload }, { ownerId: operatorId });
    failed = await server.system.start(play, { does: 'fail', ...payload });
    await Promise.all([server.system.finished(done), server.system.finished(failed)]);
    await eventually(async () =>
      expect(await server.system.engine.queue('test.play').getJobCounts()).toMatchObject({ failed: 1, completed: 1 }),
    );
  });
  afterAll(() => server.stop());

  const get = (path: string, who = 'viewer') => server.send('GET', `/admin/queues${path}`, who);

  it('is the record: payload, progress, result and owner, without anything that is private', async () => {
    const { body } = await get(`/api/queues/test.play/${done}-1`);
    expect(JSON.stringify(body)).not.toMatch(secret);
    expect(body.job).toMatchObject({
      id: `${done}-1`,
      data: {
        job: { id: done, state: 'succeeded', attempt: 1, maxAttempts: 1, owner: operatorId },
        payload: {
          to: 'a…@example.com',
          password: '[hidden]',
          button: { label: 'Open', link: 'https://example.com/…' },
          html: '<a href="https://example.com/…">Open</a>',
          text: expect.stringMatching(/^Dear reader, .{200,300}… \(\d+ characters\)$/),
          jwt: '[hidden]',
        },
      },
      progress: { progress: 100, stage: 'two' },
      returnValue: { to: 'a…@example.com', token: '[hidden]', url: '/uploads/1/thumb?…' },
    });
  });

  it('is why a job failed, with the stacks of its attempts', async () => {
    const { body } = await get(`/api/queues/test.play/${failed}-1`);
    expect(body).toMatchObject({
      status: 'failed',
      job: {
        failedReason: 'BROKEN: No mailbox for a…@example.com',
        isFailed: true,
        progress: { progress: 75, stage: 'two', detail: 'for a…@example.com' },
      },
    });
    expect(body.job.stacktrace.join()).toMatch(/No mailbox for a…@example.com\n +at /);
    expect(JSON.stringify(body)).not.toMatch(secret);
  });

  it('is the events as the log of a job', async () => {
    const { body } = await get(`/api/queues/test.play/${done}-1/logs`);
    expect(body.map((line: string) => line.split(' ')[2])).toEqual([
      'job.queued',
      'job.started',
      'job.progress',
      'job.log',
      'job.succeeded',
    ]);
    expect(body[3]).toContain('"message":"Looked at a…@example.com"');
    expect(JSON.stringify(body)).not.toMatch(secret);
    expect((await get('/api/queues/test.play/nonsense/logs')).body).toEqual([]);
  });

  it('costs one query a page, however many jobs are on it', async () => {
    server.asked.length = 0;
    const { body } = await get('/api/queues?activeQueue=test.play&status=latest&jobsPerPage=1000000');
    const page = body.queues.find(({ name }: { name: string }) => name === 'test.play');
    expect(page.jobs.map(({ data }: { data: { job: { id: string } } }) => data.job.id).toSorted()).toEqual(
      [done, failed].toSorted(),
    );
    expect(JSON.stringify(body)).not.toMatch(secret);
    expect(server.asked).toEqual(['read-board-jobs']);
  });

  it('offers buttons to operators alone', async () => {
    const queuesFor = async (who: string) => (await get('/api/queues', who)).body.queues;
    for (const queue of await queuesFor('viewer'))
      expect(queue).toMatchObject({ readOnlyMode: true, allowRetries: false });
    for (const queue of await queuesFor('operator')) {
      expect(queue).toMatchObject({ readOnlyMode: false, allowRetries: true, allowCompletedRetries: false });
    }
  });

  it.each(appRoutes.api.filter(({ method }) => method === 'get').map(({ route }) => String(route)))(
    'is nothing private at any of the library’s own routes: %s',
    async (route) => {
      for (const id of [`${done}-1`, `${failed}-1`]) {
        const path = route.replace(':queueName', 'test.play').replace(':jobId', id);
        const answer = await get(`${path}?activeQueue=test.play`);
        expect([200, 403]).toContain(answer.status);
        expect(JSON.stringify(answer.body)).not.toMatch(secret);
      }
    },
  );

  it('is still the engine’s part when the record has let go of a job', async () => {
    const id = await server.system.start(play, { does: 'end' });
    await server.system.finished(id);
    await server.database.db.query('DELETE FROM jobs WHERE id = $1', [id]);
    const { body } = await get(`/api/queues/test.play/${id}-1`);
    expect(body.job.data).toEqual({ id });
    expect((await get(`/api/queues/test.play/${id}-1/logs`)).body).toEqual([]);
  });

  it('answers at one place, says nothing of what it runs on, and reports what goes wrong', async () => {
    expect((await get('')).headers).not.toHaveProperty('x-powered-by');
    for (const who of ['viewer', 'operator'])
      expect((await server.send('GET', '/api/v1/admin/queues', who)).status).toBe(404);
    await server.database.db.query('ALTER TABLE job_attempts RENAME TO job_attempts_away');
    const answer = await get(`/api/queues/test.play/${done}-1`);
    await server.database.db.query('ALTER TABLE job_attempts_away RENAME TO job_attempts');
    expect(answer).toMatchObject({ status: 500, body: { code: 'INTERNAL' } });
    expect(JSON.stringify(answer.body)).not.toContain('job_attempts');
  });
});
