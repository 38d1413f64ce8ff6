import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readJobEvents } from '@jobwire/db';
import { z } from 'zod';

import { hidden, keyId, ruled, type StartServer, startServer } from './testing/start-server.ts';

let server: StartServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());
beforeEach(() => server.clear());

const good = { name: 'report.send', payload: { to: ['ada'] } };
const bad = { ...good, payload: { to: ['ada', 'x'] } };
const many = (count: number, one: object = good): object[] => Array.from({ length: count }, () => one);
const answer = z.object({
  items: z.array(
    z.object({
      status: z.number(),
      job: z.looseObject({ id: z.uuid() }).optional(),
      deduplicated: z.boolean().optional(),
      problem: z.looseObject({ code: z.string() }).optional(),
    }),
  ),
});
const itemsOf = async (response: Response): Promise<z.output<typeof answer>['items']> => {
  expect(response.status).toBe(202);
  return answer.parse(await response.json()).items;
};

describe('POST /jobs/batch', () => {
  it('starts 1,000 jobs in their order, each with its event, and wakes the dispatcher once', async () => {
    const jobs = many(1_000).map((job, index) => ({ ...job, priority: index, tags: [`n${index}`] }));
    const items = await itemsOf(await server.batch({ jobs }));
    expect(items.map(({ status, job }) => [status, job?.['priority'] ?? 0])).toEqual(jobs.map((_, n) => [202, n]));
    const rows = await server.db.query<{ id: string; priority: number; tags: string[]; owner_id: string; seq: number }>(
      'SELECT id, priority, tags, owner_id, seq FROM jobs ORDER BY priority',
    );
    expect(rows).toEqual(
      items.map(({ job }, n) => ({ id: job?.id, priority: n, tags: [`n${n}`], owner_id: keyId, seq: 1 })),
    );
    expect(await readJobEvents(server.db, items[999]?.job?.id ?? '', 0, 5)).toMatchObject([
      { seq: 1, type: 'job.queued', data: {} },
    ]);
    expect(server.wakes()).toBe(1);
  });

  it('starts none when one is wrong, and says which and where', async () => {
    const unknown = { ...good, more: 1 };
    const response = await server.batch({ jobs: [good, bad, unknown, { payload: {} }] });
    expect([response.status, await response.json()]).toMatchObject([
      422,
      {
        code: 'INVALID_INPUT',
        errors: [{ pointer: '/jobs/1/payload/to/1' }, { pointer: '/jobs/2/more' }, { pointer: '/jobs/3/name' }],
      },
    ]);
    expect([await server.countJobs(), server.wakes()]).toEqual([0, 0]);
  });

  it('starts none when one is not allowed', async () => {
    for (const name of [hidden.name, ruled.name, 'report.unknown']) {
      const response = await server.batch({ jobs: [good, { ...good, name }, bad] });
      expect([response.status, await response.json()]).toMatchObject([
        403,
        { code: 'JOB_NOT_ALLOWED', errors: [{ pointer: '/jobs/1/name' }] },
      ]);
    }
    expect(await server.countJobs()).toBe(0);
    expect((await server.batch({ jobs: [good] }, 'viewer')).status).toBe(403);
    expect((await server.send(JSON.stringify({ jobs: [good] }), undefined, {}, '/jobs/batch')).status).toBe(401);
  });

  it('starts those that it can when it is not to be all or none', async () => {
    const jobs = [good, bad, { ...good, name: hidden.name }, { ...good, payload: { to: ['\0nul'] } }, good];
    const items = await itemsOf(await server.batch({ jobs, atomic: false }));
    expect(items).toMatchObject([
      { status: 202 },
      { status: 422, problem: { code: 'INVALID_INPUT', errors: [{ pointer: '/payload/to/1' }] } },
      { status: 403, problem: { code: 'JOB_NOT_ALLOWED' } },
      { status: 422, problem: { errors: [{ pointer: '/payload', code: 'TEXT_INVALID' }] } },
      { status: 202 },
    ]);
    expect(await server.countJobs()).toBe(2);
  });

  it('makes one job for each dedupe key, also for many batches at a time in any order', async () => {
    const keys = Array.from({ length: 20 }, (_, index) => ({ key: `k${index}`, mode: 'active' }));
    const jobs = [...keys, keys[0]].map((dedupe) => ({ ...good, dedupe }));
    const answers = await Promise.all(
      Array.from({ length: 10 }, async (_, turn) => {
        const items = await itemsOf(await server.batch({ jobs: turn % 2 ? jobs : jobs.toReversed() }));
        return turn % 2 ? items : items.toReversed();
      }),
    );
    expect(await server.countJobs()).toBe(20);
    const ids = answers.map((items) => items.map(({ job }) => job?.id));
    for (const one of ids) expect(one).toEqual(ids[0]);
    expect(new Set(ids[0]).size).toBe(20);
    expect(answers.flat().filter(({ status }) => status === 202)).toHaveLength(20);
    expect(answers.flat().filter(({ status, deduplicated }) => status === 200 && deduplicated)).toHaveLength(190);
  });

  it('is done once for an Idempotency-Key', async () => {
    const keyed = { 'idempotency-key': '"batch-1"' };
    const responses = await Promise.all(
      Array.from({ length: 10 }, () => server.batch({ jobs: many(50) }, 'key', keyed)),
    );
    const bodies = await Promise.all(responses.map((response) => response.text()));
    expect([new Set(bodies).size, await server.countJobs(), server.wakes()]).toEqual([1, 50, 1]);
    expect((await server.batch({ jobs: many(51) }, 'key', keyed)).status).toBe(422);
    // The order of members says nothing, and a key in quotes is the key.
    const text = JSON.stringify({ atomic: true, jobs: many(50, { payload: good.payload, name: good.name }) });
    const again = await server.send(text, 'key', { 'idempotency-key': 'batch-1' }, '/jobs/batch');
    expect([await again.text(), again.headers.get('idempotency-replayed')]).toEqual([bodies[0], 'true']);
    expect(Date.parse(again.headers.get('idempotency-expires') ?? '')).toBeGreaterThan(Date.now());
  });

  it.each([
    ['no jobs', { jobs: [] }, '/jobs'],
    ['1,001 jobs', { jobs: many(1_001) }, '/jobs'],
    ['something else', [good], ''],
    ['an unknown member', { jobs: [good], tags: [] }, '/tags'],
    [
      'a payload that POST /jobs would not take',
      { jobs: [{ ...good, payload: 'x'.repeat(70_000) }] },
      '/jobs/0/payload',
    ],
  ])('refuses %s', async (_what, body, pointer) => {
    const response = await server.batch(body);
    expect([response.status, await response.json()]).toMatchObject([422, { errors: [{ pointer }] }]);
  });

  it('takes 5 MB and no more, and no other method', async () => {
    const big = { ...good, payload: { to: ['x'.repeat(60_000)] } };
    expect((await server.batch({ jobs: many(85, big) })).status).toBe(202);
    expect((await server.batch({ jobs: many(90, big) })).status).toBe(413);
    const response = await fetch(`${server.url}/jobs/batch`);
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });
});

describe('a batch beyond the quota', () => {
  let small: StartServer;
  beforeAll(async () => {
    small = await startServer(3);
  });
  afterAll(() => small.stop());

  it('is refused, or started as far as there is room', async () => {
    expect((await small.batch({ jobs: many(4) })).status).toBe(429);
    expect(await small.countJobs()).toBe(0);
    const items = await itemsOf(await small.batch({ jobs: many(5), atomic: false }));
    expect(items.map(({ status }) => status)).toEqual([202, 202, 202, 429, 429]);
    expect(items[4]?.problem?.code).toBe('TOO_MANY_JOBS');
    expect(await small.countJobs()).toBe(3);
  });
});
