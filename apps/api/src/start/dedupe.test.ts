import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { z } from 'zod';

import { keyId, ruled, type StartServer, startServer, userId } from './testing/start-server.ts';

let server: StartServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());
beforeEach(() => server.clear());

const good = { name: 'report.send', payload: { to: ['ada'] } };
const answer = z.object({
  job: z.object({ id: z.uuid(), state: z.string() }),
  deduplicated: z.literal(true).optional(),
  ticket: z.string(),
});
type Answer = z.output<typeof answer> & { status: number };
const active = { key: 'order-7', mode: 'active' };
const ask = async (dedupe: unknown, token = 'key', what: object = good): Promise<Answer> => {
  const response = await server.start({ ...what, ...(dedupe === undefined ? {} : { dedupe }) }, token);
  return { status: response.status, ...answer.parse(await response.json()) };
};
const end = (id: string): Promise<unknown> =>
  server.db.query("UPDATE jobs SET state = 'succeeded', finished_at = now() WHERE id = $1", [id]);

describe('a job with a dedupe key', () => {
  it('is made once for 100 requests at a time, and all are told of the same one', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask(active)));
    expect(new Set(answers.map(({ job }) => job.id)).size).toBe(1);
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1);
    expect(answers.filter(({ status, deduplicated }) => status === 200 && deduplicated)).toHaveLength(99);
    expect(await server.countJobs()).toBe(1);
    expect(server.wakes()).toBe(1);
  });

  it('is replaced once it has ended by one of 100 requests at a time', async () => {
    const first = await ask(active);
    await end(first.job.id);
    const answers = await Promise.all(Array.from({ length: 100 }, () => ask(active)));
    const ids = new Set(answers.map(({ job }) => job.id));
    expect([ids.size, ids.has(first.job.id), await server.countJobs()]).toEqual([1, false, 2]);
  });

  it('is shown as it is now, with a ticket that opens it', async () => {
    const first = await ask({ key: 'k', mode: 'forever' });
    await end(first.job.id);
    const again = await ask({ key: 'k', mode: 'forever' });
    expect(again).toMatchObject({ status: 200, deduplicated: true, job: { id: first.job.id, state: 'succeeded' } });
    expect(await server.tickets.read(again.ticket)).toMatchObject({ jobId: first.job.id });
  });

  it('stands for its key for a time, whatever becomes of it', async () => {
    const ttl = { key: 'k', mode: 'ttl', ttlMs: 60_000 };
    const first = await ask(ttl);
    await end(first.job.id);
    expect((await ask(ttl)).job.id).toBe(first.job.id);
    await server.db.query("UPDATE job_dedupes SET until = now() - interval '1 ms'");
    expect(await ask(ttl)).toMatchObject({ status: 202, job: { id: expect.not.stringContaining(first.job.id) } });
    expect((await ask(ttl)).deduplicated).toBe(true);
  });

  it('stands for it no longer than the record keeps it', async () => {
    const first = await ask({ key: 'k', mode: 'forever' });
    await server.db.query('DELETE FROM jobs WHERE id = $1', [first.job.id]);
    expect((await ask({ key: 'k', mode: 'forever' })).status).toBe(202);
  });

  it('has it among the jobs of its owner and its name alone', async () => {
    await ask(active);
    expect((await ask(active, 'other')).status).toBe(202);
    expect((await ask({ key: 'order-8', mode: 'active' })).status).toBe(202);
    const own = { name: ruled.name, payload: { userId } };
    expect((await ask(active, 'user', own)).status).toBe(202);
    expect((await ask(active, 'user', own)).status).toBe(200);
    expect((await ask(undefined)).status).toBe(202);
  });

  it('gets its key from the definition when nobody names one', async () => {
    const monday = { name: ruled.name, payload: { userId, day: 'monday' } };
    const first = await ask(undefined, 'user', monday);
    expect(await ask(undefined, 'user', monday)).toMatchObject({ status: 200, job: { id: first.job.id } });
    expect((await ask(undefined, 'user', { name: ruled.name, payload: { userId, day: 'tuesday' } })).status).toBe(202);
    expect((await ask(active, 'user', monday)).status).toBe(202);
    const long = { name: ruled.name, payload: { userId, day: 'd'.repeat(9_000) } };
    expect((await ask(undefined, 'user', long)).status).toBe(202);
    expect((await ask(undefined, 'user', long)).status).toBe(200);
  });

  it('answers a repeated request as it did at first, also when the job has ended', async () => {
    const keyed = { 'idempotency-key': 'once' };
    const responses = await Promise.all(
      Array.from({ length: 20 }, () => server.start({ ...good, dedupe: active }, 'key', keyed)),
    );
    const bodies = await Promise.all(responses.map((response) => response.text()));
    expect([new Set(bodies).size, await server.countJobs()]).toEqual([1, 1]);
    expect(new Set(responses.map(({ status }) => status))).toEqual(new Set([202]));
    await server.db.query('UPDATE jobs SET finished_at = now()');
    const late = await server.start({ ...good, dedupe: active }, 'key', keyed);
    expect(await late.text()).toBe(bodies[0]);
    expect((await ask(active)).status).toBe(202);
  });
});

describe('the quota of an owner', () => {
  let small: StartServer;
  beforeAll(async () => {
    small = await startServer(3);
  });
  afterAll(() => small.stop());

  it('lets so many jobs be unfinished, of many requests at a time', async () => {
    const responses = await Promise.all(Array.from({ length: 20 }, () => small.start(good)));
    expect(responses.filter(({ status }) => status === 202)).toHaveLength(3);
    const refused = responses.find(({ status }) => status === 429);
    expect(await refused?.json()).toMatchObject({ code: 'TOO_MANY_JOBS', retryable: true });
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await small.countJobs()).toBe(3);
    expect((await small.start(good, 'other')).status).toBe(202);
  });

  it('counts those that have ended no more', async () => {
    await small.db.query('UPDATE jobs SET finished_at = now() WHERE owner_id = $1', [keyId]);
    expect((await small.start(good)).status).toBe(202);
  });

  it('does not stand in the way of a repetition', async () => {
    await small.clear();
    const keyed = { 'idempotency-key': 'once' };
    const first = await small.start(good, 'key', keyed);
    await small.start(good);
    await small.start(good);
    expect((await small.start(good, 'key', { 'idempotency-key': 'another' })).status).toBe(429);
    const again = await small.start(good, 'key', keyed);
    expect(await again.text()).toBe(await first.text());
    expect((await small.start({ ...good, priority: 1 }, 'key', keyed)).status).toBe(422);
  });
});
