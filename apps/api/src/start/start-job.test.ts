import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { findJob } from '@jobwire/db';

import { forUsers, hidden, keyId, ruled, type StartServer, startServer, userId } from './testing/start-server.ts';

let server: StartServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());
beforeEach(() => server.clear());

const good = { name: 'report.send', payload: { to: ['ada'] } };

describe('POST /jobs', () => {
  it('starts a job of the key, answers with it and a ticket for it, and wakes the dispatcher', async () => {
    const response = await server.start(good);
    expect(response.status).toBe(202);
    const answer = (await response.json()) as { job: { id: string }; ticket: string; ticketExpiresAt: string };
    expect(Object.keys(answer).toSorted()).toEqual(['job', 'ticket', 'ticketExpiresAt']);
    expect(answer.job).toMatchObject({ name: 'report.send', state: 'queued', attempt: 0, maxAttempts: 3 });
    expect(response.headers.get('location')).toBe(`/jobs/${answer.job.id}`);
    expect(await server.tickets.read(answer.ticket)).toMatchObject({ jobId: answer.job.id });
    expect(await findJob(server.db, answer.job.id)).toMatchObject({ owner_id: keyId, state: 'queued', seq: 1 });
    expect(server.wakes()).toBe(1);
  });

  it('takes no other method', async () => {
    const response = await fetch(`${server.url}/jobs`, { method: 'DELETE' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, POST']);
  });

  it('asks who is there first', async () => {
    const anonymous = await server.send(JSON.stringify(good), undefined);
    expect(anonymous.status).toBe(401);
    expect(await anonymous.json()).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await server.start(good, 'nonsense')).status).toBe(401);
  });

  it('refuses unknown, internal and foreign jobs with the same words', async () => {
    const answers = await Promise.all([
      server.start({ ...good, name: 'report.unknown' }),
      server.start({ ...good, name: 'toString' }),
      server.start({ ...good, name: '__proto__' }),
      server.start({ ...good, name: hidden.name }),
      server.start({ ...good, name: forUsers.name }),
      server.start(good, 'narrow'),
      server.start(good, 'user'),
      server.start(good, 'viewer'),
    ]);
    const bodies = await Promise.all(
      answers.map(async (response) => {
        const { traceId: _traceId, ...body } = (await response.json()) as Record<string, unknown>;
        return JSON.stringify(body);
      }),
    );
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403));
    expect(new Set(bodies).size).toBe(1);
    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ code: 'JOB_NOT_ALLOWED' });
    expect(await server.countJobs()).toBe(0);
  });

  it('lets users start what is made for them', async () => {
    const response = await server.start({ name: forUsers.name, payload: {} }, 'user');
    const { job } = (await response.json()) as { job: { id: string } };
    expect(await findJob(server.db, job.id)).toMatchObject({ owner_id: userId });
    expect((await server.start({ name: forUsers.name, payload: {} }, 'viewer')).status).toBe(403);
  });

  it('asks the definition whether this caller may start this very job', async () => {
    const own = { name: ruled.name, payload: { userId } };
    expect((await server.start(own, 'user')).status).toBe(202);
    const foreign = { ...own, payload: { userId: keyId } };
    const refused = await server.start(foreign, 'user');
    expect([refused.status, await refused.json()]).toMatchObject([403, { code: 'JOB_NOT_ALLOWED' }]);
    expect((await server.start(foreign, 'operator')).status).toBe(202);
  });

  it.each([
    ['a member too many', { ...good, ownerId: keyId }, '/ownerId'],
    ['no name', { payload: {} }, '/name'],
    ['a name that is no text', { ...good, name: 7 }, '/name'],
    ['a payload that is not what the job takes', { ...good, payload: { to: ['ada', 'x'] } }, '/payload/to/1'],
    ['no payload', { name: good.name }, '/payload'],
    ['a payload with NUL', { ...good, payload: { to: ['ada'], facts: { a: 'x\0' } } }, '/payload'],
    ['a lone surrogate', { ...good, payload: { to: ['ada'], facts: { ['\ud800']: 1 } } }, '/payload'],
  ])('refuses %s and says where', async (_what, body, pointer) => {
    const response = await server.start(body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'INVALID_INPUT', errors: [{ pointer }] });
    expect(await server.countJobs()).toBe(0);
  });

  it('refuses a payload that is nested to break what reads it, and one that is too large', async () => {
    const deep = `{"name":"report.send","payload":${'['.repeat(30_000)}${']'.repeat(30_000)}}`;
    expect((await server.send(deep, 'key')).status).toBe(400);
    expect((await server.start({ ...good, payload: { to: ['x'.repeat(70_000)] } })).status).toBe(413);
    expect((await server.send('{', 'key')).status).toBe(400);
  });
});

describe('POST /jobs with an Idempotency-Key', () => {
  const keyed = { 'idempotency-key': 'once' };

  it('starts one job for many requests', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => server.start(good, 'key', keyed)));
    const ids = await Promise.all(answers.map(async (one) => ((await one.json()) as { job: { id: string } }).job.id));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
    expect(new Set(ids).size).toBe(1);
    expect(await server.countJobs()).toBe(1);
  });

  it('belongs to the API key that sent it, and to one body', async () => {
    expect((await server.start(good, 'key', keyed)).status).toBe(202);
    expect((await server.start({ ...good, payload: { to: ['bob'] } }, 'key', keyed)).status).toBe(422);
    expect((await server.start(good, 'other', keyed)).headers.get('idempotency-replayed')).toBeNull();
    expect(await server.countJobs()).toBe(2);
  });
});
