import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { scheduleDetailSchema, schedulesSchema } from './schedule-view.ts';
import { adminId, scheduleServer, type ScheduleServer } from './testing/schedule-server.ts';

let server: ScheduleServer;

beforeAll(async () => {
  server = await scheduleServer();
});
afterAll(() => server.stop());
beforeEach(() => server.db.query('TRUNCATE schedules, schedule_ticks, jobs, job_events, audit_log, idempotency_keys'));

const daily = { job: 'say.hello', payload: { to: 'ada' }, cron: '30 2 * * *', timeZone: 'Europe/Berlin' };
const put = (body: unknown = daily, headers: Record<string, string> = {}, name = 'daily'): Promise<Response> =>
  server.ask('PUT', `/schedules/${name}`, 'operator', body, headers);
const audited = (): Promise<unknown[]> =>
  server.db.query('SELECT actor_kind, actor_id, action, subject FROM audit_log ORDER BY at, id');

describe('PUT /schedules/:name', () => {
  it('makes a schedule with defaults and shows when it runs', async () => {
    const response = await put();
    expect([response.status, response.headers.get('location')]).toEqual([201, '/schedules/daily']);
    const made = scheduleDetailSchema.parse(await response.json());
    expect(made).toMatchObject({
      ...daily,
      overlap: 'skip',
      catchUp: 'last',
      enabled: true,
      origin: 'operator',
      version: 1,
    });
    expect(made.nextRuns).toHaveLength(5);
    expect(made.nextRuns[0]).toBe(made.nextRunAt);
    expect(new Date(made.nextRunAt!).getTime()).toBeGreaterThan(Date.now());
    expect(await audited()).toEqual([
      { actor_kind: 'admin', actor_id: adminId, action: 'schedule.created', subject: 'daily' },
    ]);
  });

  it('changes one, whose version tells who was faster', async () => {
    const tag = (await put()).headers.get('etag')!;
    const changed = await put({ ...daily, cron: '0 4 * * *', enabled: false }, { 'if-match': tag });
    expect([changed.status, changed.headers.get('etag')]).toEqual([200, '"2"']);
    expect(await changed.json()).toMatchObject({ cron: '0 4 * * *', enabled: false, nextRunAt: null, nextRuns: [] });
    for (const stale of [tag, 'W/"2"', 'x', '"undefined"'])
      expect((await put(daily, { 'if-match': stale })).status).toBe(412);
    for (const tagOf of ['"1"', '*', '"undefined"']) {
      expect((await put(daily, { 'if-match': tagOf }, 'unknown')).status).toBe(412);
    }
    for (const good of ['*', '"9", "3"']) expect((await put(daily, { 'if-match': good })).status).toBe(200);
    expect((await put()).status).toBe(200);
    expect((await audited()).length).toBe(5);
  });

  it('keeps a tick that is due when the times stay as they are, and forgets it otherwise', async () => {
    await put();
    await server.db.query("UPDATE schedules SET next_run_at = '2026-01-01T00:00:00Z'");
    expect(await (await put({ ...daily, payload: { to: 'bob' } })).json()).toMatchObject({
      nextRunAt: '2026-01-01T00:00:00.000Z',
    });
    const { nextRunAt } = scheduleDetailSchema.parse(await (await put({ ...daily, timeZone: 'UTC' })).json());
    expect(new Date(nextRunAt!).getTime()).toBeGreaterThan(Date.now());
  });

  it.each([
    [{ ...daily, job: 'say.nothing' }, '/job', 'JOB_UNKNOWN'],
    [{ ...daily, payload: { to: 1 } }, '/payload/to', 'INVALID_TYPE'],
    [{ ...daily, payload: undefined }, '/payload/to', 'INVALID_TYPE'],
    [{ ...daily, payload: { to: 'a\0' } }, '/payload', 'TEXT_INVALID'],
    [{ ...daily, cron: '61 * * * *' }, '/cron', 'CRON_INVALID'],
    [{ ...daily, cron: '0 0 31 2 *' }, '/cron', 'CRON_INVALID'],
    [{ ...daily, timeZone: 'Mars/Base' }, '/timeZone', 'TIME_ZONE_INVALID'],
    [{ ...daily, overlap: 'both' }, '/overlap', 'INVALID_VALUE'],
    [{ ...daily, catchUp: true }, '/catchUp', 'INVALID_VALUE'],
    [{ ...daily, every: 5 }, '/every', 'UNKNOWN_FIELD'],
  ])('refuses %j', async (body, pointer, code) => {
    const response = await put(body);
    expect(response.status).toBe(422);
    expect(await response.json()).toMatchObject({ code: 'INVALID_INPUT', errors: [{ pointer, code }] });
    expect(await audited()).toEqual([]);
  });

  it.each(['Daily', 'a%20b', '-a', 'a%00', 'a'.repeat(101)])('refuses the name %s', async (name) => {
    expect((await put(daily, {}, name)).status).toBe(422);
  });

  it('refuses more than a thousand', async () => {
    await server.db.query(
      `INSERT INTO schedules (name, job, payload, cron, time_zone, overlap, catch_up, enabled, origin)
       SELECT 's' || n, 'say.hello', '{}', '0 0 * * *', 'UTC', 'skip', 'last', false, 'operator' FROM generate_series(1, 1000) n`,
    );
    const response = await put();
    expect([response.status, await response.json()]).toMatchObject([409, { code: 'TOO_MANY_SCHEDULES' }]);
    expect((await put(daily, {}, 's1')).status).toBe(200);
  });
});

describe('reading schedules', () => {
  it('shows all, and one with its last job and its error', async () => {
    await put();
    await put(daily, {}, 'another');
    const { job } = (await (await server.ask('POST', '/schedules/daily/run', 'operator')).json()) as {
      job: { id: string };
    };
    await server.db.query(
      `UPDATE schedules SET error = '{"code": "INVALID_PAYLOAD", "message": "no"}' WHERE name = 'daily'`,
    );
    const list = schedulesSchema.parse(await (await server.ask('GET', '/schedules', 'viewer')).json());
    expect(list.schedules.map(({ name }) => name)).toEqual(['another', 'daily']);
    const one = await server.ask('GET', '/schedules/daily', 'viewer');
    expect(one.headers.get('etag')).toBe('"1"');
    expect(scheduleDetailSchema.parse(await one.json())).toMatchObject({
      lastJob: { id: job.id, state: 'queued', links: { self: `/jobs/${job.id}` } },
      error: { code: 'INVALID_PAYLOAD' },
    });
    expect((await server.ask('GET', '/schedules/none', 'viewer')).status).toBe(404);
    expect((await server.ask('GET', '/schedules/a%00', 'viewer')).status).toBe(404);
  });

  it('previews times, and says what is wrong with them', async () => {
    const preview = (query: string): Promise<Response> => server.ask('GET', `/schedules/preview?${query}`, 'viewer');
    const { nextRuns } = (await (await preview('cron=0+12+*+*+*&timeZone=Asia/Tokyo')).json()) as {
      nextRuns: string[];
    };
    expect(nextRuns).toHaveLength(5);
    expect(nextRuns.every((time) => time.endsWith('T03:00:00.000Z'))).toBe(true);
    for (const query of ['', 'cron=x', 'cron=0+12+*+*+*&timeZone=x', 'cron=0+0+1+*+*&more=1']) {
      expect((await preview(query)).status).toBe(422);
    }
  });
});

describe('DELETE /schedules/:name', () => {
  it('deletes once, and audits it', async () => {
    await put();
    expect((await server.ask('DELETE', '/schedules/daily', 'operator')).status).toBe(204);
    expect((await server.ask('DELETE', '/schedules/daily', 'operator')).status).toBe(404);
    expect((await audited()).at(-1)).toMatchObject({ action: 'schedule.deleted', subject: 'daily' });
  });
});

describe('POST /schedules/:name/run', () => {
  it('starts the job at once and leaves the times alone', async () => {
    const { nextRunAt } = scheduleDetailSchema.parse(await (await put({ ...daily })).json());
    const before = server.wakes();
    const response = await server.ask('POST', '/schedules/daily/run', 'operator');
    expect(response.status).toBe(202);
    const { job } = (await response.json()) as { job: { id: string } };
    expect(job).toMatchObject({ name: 'say.hello', state: 'queued', tags: ['schedule:daily'] });
    expect(response.headers.get('location')).toBe(`/jobs/${job.id}`);
    expect(server.wakes()).toBe(before + 1);
    expect(await server.db.query('SELECT id, payload FROM jobs')).toEqual([{ id: job.id, payload: { to: 'ada' } }]);
    expect(await (await server.ask('GET', '/schedules/daily', 'viewer')).json()).toMatchObject({ nextRunAt });
    expect((await audited()).at(-1)).toMatchObject({ action: 'schedule.started', subject: 'daily' });
  });

  it('does it once for one Idempotency-Key', async () => {
    await put();
    const run = (): Promise<Response> =>
      server.ask('POST', '/schedules/daily/run', 'operator', undefined, { 'idempotency-key': 'now' });
    const [first, second] = [await run(), await run()];
    expect(await second.json()).toEqual(await first.json());
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await server.db.query('SELECT 1 FROM jobs')).toHaveLength(1);
  });

  it('says so when the payload will not do any more, and when there is nothing to run', async () => {
    await put();
    await server.db.query("UPDATE schedules SET payload = '{}'");
    expect((await server.ask('POST', '/schedules/daily/run', 'operator')).status).toBe(422);
    expect((await server.ask('POST', '/schedules/none/run', 'operator')).status).toBe(404);
  });
});

it.each([
  ['GET', '/schedules', 200],
  ['GET', '/schedules/preview?cron=0+0+*+*+*', 200],
  ['GET', '/schedules/daily', 200],
  ['PUT', '/schedules/daily', 403],
  ['DELETE', '/schedules/daily', 403],
  ['POST', '/schedules/daily/run', 403],
])('%s %s is for administrators; a viewer gets %i', async (method, path, viewer) => {
  await put();
  const body = method === 'PUT' ? daily : undefined;
  const statuses = await Promise.all(
    [undefined, 'forged', 'user', 'key', 'viewer'].map(
      async (token) => (await server.ask(method, path, token, body)).status,
    ),
  );
  expect(statuses).toEqual([401, 401, 403, 403, viewer]);
  expect(await server.db.query('SELECT version FROM schedules')).toEqual([{ version: 1 }]);
});

it.each([
  ['/schedules', 'GET, HEAD'],
  ['/schedules/preview', 'GET, HEAD'],
  ['/schedules/daily', 'GET, HEAD, PUT, DELETE'],
  ['/schedules/daily/run', 'POST'],
])('%s takes %s alone', async (path, allow) => {
  const response = await server.ask('PATCH', path, 'operator');
  expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
});
