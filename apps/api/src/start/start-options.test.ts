import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { findJob, readJobEvents } from '@jobwire/db';
import { z } from 'zod';

import { ruled, type StartServer, startServer, userId } from './testing/start-server.ts';

let server: StartServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());
beforeEach(() => server.clear());

const good = { name: 'report.send', payload: { to: ['ada'] } };
const answer = z.object({ job: z.looseObject({ id: z.uuid() }) });
const started = async (more: object, token?: string, what: object = good): Promise<z.output<typeof answer>['job']> => {
  const response = await server.start({ ...what, ...more }, token);
  expect(response.status).toBe(202);
  return answer.parse(await response.json()).job;
};
const hour = 3_600_000;

describe('whoever starts a job', () => {
  it('says when, and the job is scheduled', async () => {
    const runAt = new Date(Date.now() + hour).toISOString();
    const job = await started({ runAt });
    expect(job).toMatchObject({ state: 'scheduled', runAt });
    expect(await findJob(server.db, job.id)).toMatchObject({ state: 'scheduled', run_at: new Date(runAt) });
    expect(await readJobEvents(server.db, job.id, 0, 10)).toMatchObject([{ type: 'job.scheduled', data: { runAt } }]);
  });

  it('may name a time of another zone, and one that has passed means now', async () => {
    expect(await started({ runAt: '2020-01-01T12:00:00+08:00' })).toMatchObject({ state: 'queued' });
    const later = new Date(Date.now() + hour);
    const elsewhere = `${new Date(later.getTime() + 8 * hour).toISOString().slice(0, 19)}+08:00`;
    const job = await started({ runAt: elsewhere });
    expect(job['runAt']).toBe(`${later.toISOString().slice(0, 19)}.000Z`);
  });

  it('says how urgent it is; otherwise the definition does', async () => {
    const job = await started({ priority: 7 });
    expect(job).toMatchObject({ priority: 7 });
    expect(await findJob(server.db, job.id)).toMatchObject({ priority: 7 });
    const payload = { userId };
    expect(await started({}, 'user', { name: ruled.name, payload })).toMatchObject({ priority: 5 });
    expect(await started({ priority: 0 }, 'user', { name: ruled.name, payload })).not.toHaveProperty('priority');
  });

  it('labels it, with each label once', async () => {
    const job = await started({ tags: ['größe:l', '通知', 'größe:l'] });
    expect(job).toMatchObject({ tags: ['größe:l', '通知'] });
    expect(await findJob(server.db, job.id)).toMatchObject({ tags: ['größe:l', '通知'] });
    expect(await started({ tags: [] })).not.toHaveProperty('tags');
  });

  it('says how long it may wait, from when it may start', async () => {
    const runAt = new Date(Date.now() + hour);
    expect(await started({ runAt, expiresInMs: 5_000 })).toMatchObject({
      expiresAt: new Date(runAt.getTime() + 5_000).toISOString(),
    });
    const before = Date.now();
    const job = await started({ expiresInMs: 5_000 });
    const expiresAt = (await findJob(server.db, job.id))?.expires_at?.getTime() ?? 0;
    expect(expiresAt).toBeGreaterThanOrEqual(before + 5_000);
    expect(expiresAt).toBeLessThanOrEqual(Date.now() + 5_000);
    expect(job['expiresAt']).toBe(new Date(expiresAt).toISOString());
  });

  it.each([
    [{ runAt: 'tomorrow' }, '/runAt'],
    [{ runAt: 1_700_000_000 }, '/runAt'],
    [{ runAt: new Date(Date.now() + 400 * 24 * hour) }, '/runAt'],
    [{ priority: -1 }, '/priority'],
    [{ priority: 1.5 }, '/priority'],
    [{ priority: 32_768 }, '/priority'],
    [{ tags: 'one' }, '/tags'],
    [{ tags: Array.from({ length: 11 }, (_, index) => `t${index}`) }, '/tags'],
    [{ tags: ['ok', 'two words'] }, '/tags/1'],
    [{ tags: [''] }, '/tags/0'],
    [{ tags: ['x'.repeat(65)] }, '/tags/0'],
    [{ tags: ['a\u0000'] }, '/tags/0'],
    [{ tags: ['\ud800'] }, '/tags/0'],
    [{ expiresInMs: 0 }, '/expiresInMs'],
    [{ expiresInMs: 400 * 24 * hour }, '/expiresInMs'],
    [{ dedupe: 'key' }, '/dedupe'],
    [{ dedupe: { key: 'a' } }, '/dedupe/mode'],
    [{ dedupe: { key: '', mode: 'active' } }, '/dedupe/key'],
    [{ dedupe: { key: 'a', mode: 'ttl' } }, '/dedupe/ttlMs'],
    [{ dedupe: { key: 'a', mode: 'active', ttlMs: 5 } }, '/dedupe/ttlMs'],
    [{ dedupe: { key: 'a', mode: 'ttl', ttlMs: 31 * 24 * hour } }, '/dedupe/ttlMs'],
  ])('is told where %j is wrong', async (more, pointer) => {
    const response = await server.start({ ...good, ...more });
    expect([response.status, await response.json()]).toMatchObject([422, { errors: [{ pointer }] }]);
    expect(await server.countJobs()).toBe(0);
  });
});
