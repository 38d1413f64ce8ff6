import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { findJob } from '@jobwire/db';
import { defineJob } from '@jobwire/queue/job';
import { appError, createKeyRing, systemClock } from '@jobwire/runtime';
import { createStops, type TestDatabase, testDatabase } from '@jobwire/testing';
import { z } from 'zod';

import type { Caller, Gatekeeper } from '../auth/caller.ts';
import { createTickets } from '../auth/tickets.ts';
import { createApp } from '../http/app.ts';
import { startJob } from './start-job.ts';

const mailing = defineJob({
  name: 'report.send',
  payload: z.strictObject({ to: z.array(z.string().min(3)).min(1), facts: z.json().optional() }),
  result: z.null(),
  retry: { attempts: 3, backoff: { type: 'list', delaysMs: [1], jitter: 0 } },
  access: 'key',
});
const hidden = defineJob({ name: 'report.sweep', payload: z.unknown(), result: z.null() });
const forUsers = defineJob({ name: 'report.csv', payload: z.unknown(), result: z.null(), access: 'user' });
const catalog = { [mailing.name]: mailing, [hidden.name]: hidden, [forUsers.name]: forUsers };

const keyId = '0198c7a4-1111-7000-8000-000000000001';
const otherId = '0198c7a4-1111-7000-8000-000000000002';
const callers: Record<string, Caller> = {
  key: { kind: 'key', keyId, jobs: ['report.*'] },
  other: { kind: 'key', keyId: otherId, jobs: ['report.*'] },
  narrow: { kind: 'key', keyId: otherId, jobs: ['mail.*'] },
  user: { kind: 'user', userId: otherId, sessionId: otherId },
  viewer: { kind: 'admin', role: 'viewer', userId: otherId, sessionId: otherId },
};

const tickets = createTickets(createKeyRing('a secret that is long enough for a test'));
const gatekeeper: Pick<Gatekeeper, 'callerOf' | 'issueTicket'> = {
  async callerOf(request) {
    const token = request.get('authorization')?.replace('Bearer ', '');
    if (token === undefined) return { kind: 'anonymous' };
    const caller = callers[token];
    if (!caller) throw appError('UNAUTHENTICATED');
    return caller;
  },
  issueTicket: tickets.issue,
};

const stops = createStops();
let database: TestDatabase;
let url: string;
let wakes = 0;

beforeAll(async () => {
  database = stops.add(await testDatabase());
  const { db } = database;
  const dispatcher = { wake: () => void (wakes += 1) };
  const routes = [startJob({ db, gatekeeper, dispatcher, catalog, clock: systemClock() })];
  const server = createServer(createApp(routes, () => undefined)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.add({
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => stops.stopAll());
beforeEach(async () => {
  wakes = 0;
  await database.db.query('TRUNCATE jobs, job_events, idempotency_keys');
});

const send = (body: string, token: string | undefined, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`${url}/jobs`, {
    method: 'POST',
    body,
    headers: {
      'content-type': 'application/json',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...headers,
    },
  });
const start = (body: unknown, token: string | undefined = 'key', headers?: Record<string, string>): Promise<Response> =>
  send(JSON.stringify(body), token, headers);
const good = { name: 'report.send', payload: { to: ['ada'] } };
const countJobs = async (): Promise<number> =>
  (await database.db.query<{ count: number }>('SELECT count(*)::int AS count FROM jobs'))[0]?.count ?? -1;

describe('POST /jobs', () => {
  it('starts a job of the key, answers with it and a ticket for it, and wakes the dispatcher', async () => {
    const response = await start(good);
    expect(response.status).toBe(202);
    const answer = (await response.json()) as { job: { id: string }; ticket: string; ticketExpiresAt: string };
    expect(Object.keys(answer).toSorted()).toEqual(['job', 'ticket', 'ticketExpiresAt']);
    expect(answer.job).toMatchObject({ name: 'report.send', state: 'queued', attempt: 0, maxAttempts: 3 });
    expect(response.headers.get('location')).toBe(`/jobs/${answer.job.id}`);
    expect(await tickets.read(answer.ticket)).toEqual({ jobId: answer.job.id });
    expect(await findJob(database.db, answer.job.id)).toMatchObject({ owner_id: keyId, state: 'queued', seq: 1 });
    expect(wakes).toBe(1);
  });

  it('takes no other method', async () => {
    const response = await fetch(`${url}/jobs`, { method: 'DELETE' });
    expect([response.status, response.headers.get('allow')]).toEqual([405, 'POST']);
  });

  it('asks who is there first', async () => {
    const anonymous = await send(JSON.stringify(good), undefined);
    expect(anonymous.status).toBe(401);
    expect(await anonymous.json()).toMatchObject({ code: 'UNAUTHENTICATED' });
    expect((await start(good, 'nonsense')).status).toBe(401);
  });

  it('refuses unknown, internal and foreign jobs with the same words', async () => {
    const answers = await Promise.all([
      start({ ...good, name: 'report.unknown' }),
      start({ ...good, name: 'toString' }),
      start({ ...good, name: '__proto__' }),
      start({ ...good, name: hidden.name }),
      start({ ...good, name: forUsers.name }),
      start(good, 'narrow'),
      start(good, 'user'),
      start(good, 'viewer'),
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
    expect(await countJobs()).toBe(0);
  });

  it('lets users start what is made for them', async () => {
    const response = await start({ name: forUsers.name, payload: {} }, 'user');
    const { job } = (await response.json()) as { job: { id: string } };
    expect(await findJob(database.db, job.id)).toMatchObject({ owner_id: otherId });
    expect((await start({ name: forUsers.name, payload: {} }, 'viewer')).status).toBe(403);
  });

  it.each([
    ['a member too many', { ...good, runAt: 'now' }, '/runAt'],
    ['no name', { payload: {} }, '/name'],
    ['a name that is no text', { ...good, name: 7 }, '/name'],
    ['a payload that is not what the job takes', { ...good, payload: { to: ['ada', 'x'] } }, '/payload/to/1'],
    ['no payload', { name: good.name }, '/payload'],
    ['a payload with NUL', { ...good, payload: { to: ['ada'], facts: { a: 'x\0' } } }, '/payload'],
    ['a lone surrogate', { ...good, payload: { to: ['ada'], facts: { ['\ud800']: 1 } } }, '/payload'],
  ])('refuses %s and says where', async (_what, body, pointer) => {
    const response = await start(body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'INVALID_INPUT', errors: [{ pointer }] });
    expect(await countJobs()).toBe(0);
  });

  it('refuses a payload that is nested to break what reads it, and one that is too large', async () => {
    const deep = `{"name":"report.send","payload":${'['.repeat(30_000)}${']'.repeat(30_000)}}`;
    expect((await send(deep, 'key')).status).toBe(400);
    expect((await start({ ...good, payload: { to: ['x'.repeat(70_000)] } })).status).toBe(413);
    expect((await send('{', 'key')).status).toBe(400);
  });
});

describe('POST /jobs with an Idempotency-Key', () => {
  const keyed = { 'idempotency-key': 'once' };

  it('starts one job for many requests', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => start(good, 'key', keyed)));
    const ids = await Promise.all(answers.map(async (one) => ((await one.json()) as { job: { id: string } }).job.id));
    expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 202));
    expect(new Set(ids).size).toBe(1);
    expect(await countJobs()).toBe(1);
  });

  it('belongs to the API key that sent it, and to one body', async () => {
    expect((await start(good, 'key', keyed)).status).toBe(202);
    expect((await start({ ...good, payload: { to: ['bob'] } }, 'key', keyed)).status).toBe(422);
    expect((await start(good, 'other', keyed)).headers.get('idempotency-replayed')).toBeNull();
    expect(await countJobs()).toBe(2);
  });
});
