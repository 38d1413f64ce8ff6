import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Actor, findJob, insertJob, type JobChange } from '@jobwire/db';
import { createJobControl, newJob } from '@jobwire/queue';
import { createStops, type TestDatabase, testDatabase } from '@jobwire/testing';

import { createApp } from '../http/app.ts';
import { expectDocumented } from '../openapi/testing/documented.ts';
import { changeJob } from './change-job.ts';
import { keyId, mailing, testGatekeeper, userId } from './testing/start-server.ts';

const stops = createStops();
let database: TestDatabase;
let url: string;
const acted: Actor[] = [];

beforeAll(async () => {
  database = stops.add(await testDatabase());
  const { db } = database;
  const { change } = createJobControl({
    db,
    engine: { names: [], remove: async () => undefined, pause: async () => undefined, resume: async () => undefined },
    dispatcher: { wake: () => undefined },
    bus: { ring: () => undefined },
    definitions: [],
    emit: () => undefined,
  });
  const control = {
    change: (id: string, actor: Actor, what: JobChange, seq?: number) => {
      acted.push(actor);
      return change(id, actor, what, seq);
    },
  };
  const server = createServer(createApp([changeJob({ db, gatekeeper: testGatekeeper(), control })], () => undefined));
  server.listen(0, '127.0.0.1');
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

const accept = async (ownerId = keyId): Promise<string> => {
  const job = newJob(mailing, { to: ['ada'] }, { ownerId });
  await insertJob(database.db, job);
  return job.id;
};
const change = async (id: string, body: unknown, token = 'key', headers: object = {}): Promise<Response> => {
  const response = await fetch(`${url}/jobs/${id}`, {
    method: 'PATCH',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
  });
  await expectDocumented('PATCH', `/jobs/${id}`, response);
  return response;
};

describe('PATCH /jobs/:id', () => {
  it('shows the job as it is then, with its new tag', async () => {
    const id = await accept();
    const runAt = new Date(Date.now() + 3_600_000).toISOString();
    const response = await change(id, { runAt, priority: 3, tags: ['a', 'b', 'a'] });
    expect([response.status, response.headers.get('etag')]).toEqual([200, '"2"']);
    expect(await response.json()).toMatchObject({ id, state: 'scheduled', runAt, priority: 3, tags: ['a', 'b'] });
    expect(acted.at(-1)).toEqual({ kind: 'key', id: keyId });
  });

  it('is for the owner and for operators; to all others there is no such job', async () => {
    const id = await accept(userId);
    const statuses: Record<string, number> = {};
    for (const token of ['user', 'operator', 'key', 'other', 'viewer', 'nonsense']) {
      statuses[token] = (await change(id, { priority: 1 }, token)).status;
    }
    expect(statuses).toEqual({ user: 200, operator: 200, key: 404, other: 404, viewer: 403, nonsense: 401 });
    expect((await change(crypto.randomUUID(), { priority: 1 })).status).toBe(404);
    expect((await change('nonsense', { priority: 1 })).status).toBe(404);
  });

  it.each([
    ['"1"', 200],
    ['"7", "1"', 200],
    ['*', 200],
    ['"2"', 412],
    ['W/"1"', 412],
    ['1', 412],
  ])('with If-Match %s answers %i', async (tag, status) => {
    const id = await accept();
    expect((await change(id, { priority: 1 }, 'key', { 'if-match': tag })).status).toBe(status);
    expect((await findJob(database.db, id))?.seq).toBe(status === 200 ? 2 : 1);
  });

  it('is too late once the job has begun', async () => {
    const id = await accept();
    await database.db.query("UPDATE jobs SET state = 'running' WHERE id = $1", [id]);
    const running = await change(id, { priority: 1 });
    expect([running.status, await running.json()]).toMatchObject([409, { code: 'JOB_STARTED' }]);
    await database.db.query("UPDATE jobs SET state = 'succeeded', finished_at = now() WHERE id = $1", [id]);
    const ended = await change(id, { priority: 1 });
    expect([ended.status, await ended.json()]).toMatchObject([409, { code: 'JOB_FINISHED' }]);
  });

  it.each([
    ['nothing', {}, ''],
    ['a time that is none', { runAt: 'soon' }, '/runAt'],
    ['a priority too many', { priority: 32_768 }, '/priority'],
    ['its name', { name: 'x.y', priority: 1 }, '/name'],
    ['null', { tags: null }, '/tags'],
  ])('refuses to change %s', async (_what, body, pointer) => {
    const response = await change(await accept(), body);
    expect([response.status, await response.json()]).toMatchObject([422, { errors: [{ pointer }] }]);
  });
});
