import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { uuidv7 } from '@jobwire/runtime';
import { z } from 'zod';

import { type LiveSystem, startLiveSystem } from '../sockets/testing/live-system.ts';
import type { TestJobHandle } from '../sockets/testing/moved-job.ts';

describe('a job over HTTP', () => {
  let system: LiveSystem;
  const owner = uuidv7();
  let job: TestJobHandle;
  const read = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${system.url}${path}`, { headers });
  beforeAll(async () => {
    system = await startLiveSystem();
    job = await system.newJob(owner);
    await job.happen(['job.started', 'job.progress']);
  });
  afterAll(() => system.stop());

  it('is shown to its owner, to an admin, and to who has its ticket', async () => {
    const allowed: [string, Record<string, string>][] = [
      [`/jobs/${job.id}`, { authorization: `Bearer ${system.tokenOf(owner)}` }],
      [`/jobs/${job.id}`, { authorization: `Bearer ${system.tokenOf('admin')}` }],
      [`/jobs/${job.id}`, { authorization: `Bearer ${job.ticket}` }],
      [`/jobs/${job.id}?ticket=${job.ticket}`, {}],
      [`/api/v1/jobs/${job.id.toUpperCase()}?ticket=${job.ticket}`, {}],
    ];
    for (const [path, headers] of allowed) {
      const answer = await read(path, headers);
      expect([answer.status, answer.headers.get('etag')]).toEqual([200, '"3"']);
      expect(await answer.json()).toMatchObject({
        id: job.id,
        state: 'running',
        links: { events: `/jobs/${job.id}/events` },
      });
    }
  });

  it('shows its payload as it is to its owner alone, without what is private to an admin, and to no ticket', async () => {
    const payload = { to: 'ada@example.com', text: 'Open https://example.com/verify?token=abc', rows: 7 };
    await system.db.query('UPDATE jobs SET payload = $2 WHERE id = $1', [job.id, JSON.stringify(payload)]);
    const shown = async (path: string, token?: string): Promise<unknown> => {
      const answer = await read(path, token === undefined ? {} : { authorization: `Bearer ${token}` });
      expect(answer.headers.get('vary')).toContain('Authorization');
      return Reflect.get(z.looseObject({}).parse(await answer.json()), 'payload');
    };
    expect(await shown(`/jobs/${job.id}`, system.tokenOf(owner))).toEqual(payload);
    expect(await shown(`/jobs/${job.id}`, system.tokenOf('admin'))).toEqual({
      ...{ to: 'a…@example.com', text: 'Open https://example.com/…', rows: 7 },
    });
    expect(await shown(`/jobs/${job.id}`, job.ticket)).toBeUndefined();
    expect(await shown(`/jobs/${job.id}?ticket=${job.ticket}`)).toBeUndefined();
    const list = await (await read('/jobs', { authorization: `Bearer ${system.tokenOf(owner)}` })).text();
    expect(list).toContain(job.id);
    expect(list).not.toContain('payload');
  });

  it('looks the same unknown and not one’s own', async () => {
    const other = await system.newJob();
    const stranger = { authorization: `Bearer ${system.tokenOf(uuidv7())}` };
    const asked: [string, Record<string, string>][] = [
      [`/jobs/${job.id}`, {}],
      [`/jobs/${job.id}`, stranger],
      [`/jobs/${job.id}?ticket=${other.ticket}`, {}],
      [`/jobs/${job.id}/events`, stranger],
      [`/jobs/${uuidv7()}`, stranger],
      [`/jobs/${uuidv7()}`, { authorization: `Bearer ${system.tokenOf('admin')}` }],
      ['/jobs/nonsense', stranger],
      ['/jobs/1%27%20OR%201=1', stranger],
    ];
    for (const [path, headers] of asked) {
      const answer = await read(path, headers);
      expect([path, answer.status]).toEqual([path, 404]);
      expect(await answer.json()).toMatchObject({ code: 'NOT_FOUND', title: 'There is nothing here' });
    }
    expect((await read(`/jobs/${job.id}`, { authorization: 'Bearer forged' })).status).toBe(401);
  });

  it.each([
    ['"3"', 304],
    ['W/"3"', 304],
    ['"1", "3"', 304],
    ['*', 304],
    ['"2"', 200],
  ])('with If-None-Match %s answers %i', async (tag, status) => {
    expect((await read(`/jobs/${job.id}?ticket=${job.ticket}`, { 'if-none-match': tag })).status).toBe(status);
  });

  it('is only read here', async () => {
    for (const [path, allow] of [
      [`/jobs/${job.id}`, 'GET, HEAD, PATCH'],
      [`/jobs/${job.id}/events`, 'GET, HEAD'],
    ]) {
      const answer = await fetch(`${system.url}${path}`, { method: 'DELETE' });
      expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
    }
  });
});

const pageBody = z.object({
  epoch: z.string(),
  events: z.array(
    z.object({ seq: z.number(), type: z.string(), at: z.string(), data: z.record(z.string(), z.unknown()) }),
  ),
  final: z.boolean(),
});

describe('the events of a job as JSON', () => {
  let system: LiveSystem;
  let job: TestJobHandle;
  const page = (query = ''): Promise<Response> =>
    fetch(`${system.url}/jobs/${job.id}/events?ticket=${job.ticket}${query}`);
  beforeAll(async () => {
    system = await startLiveSystem();
    job = await system.newJob();
    await job.happen(['job.started', 'job.progress']);
  });
  afterAll(() => system.stop());

  it('are all of them, or those after a position', async () => {
    const whole = pageBody.parse(await (await page()).json());
    expect(whole).toMatchObject({ epoch: system.epoch, final: false, events: [{ seq: 1 }, { seq: 2 }, { seq: 3 }] });
    expect(whole.events[0]).toEqual({ seq: 1, type: 'job.queued', at: expect.any(String), data: {} });
    for (const query of ['&after=2', `&after=${system.epoch}:2`, '&since=2']) {
      expect(await (await page(query)).json()).toMatchObject({ events: [{ seq: 3, type: 'job.progress' }] });
    }
    expect(await (await page('&after=3')).json()).toEqual({ epoch: system.epoch, events: [], final: false });
  });

  it.each(['&after=4', '&after=9999999999', '&after=elsewhere:1'])('with %s are lost', async (query) => {
    const answer = await page(query);
    expect(answer.status).toBe(410);
    expect(await answer.json()).toMatchObject({ code: 'POSITION_LOST' });
  });

  it.each(['&after=-1', '&after=1.5', '&after=x', '&after=1&after=2', '&since=1e3'])(
    'with %s are a mistake that is named',
    async (query) => {
      const answer = await page(query);
      expect(answer.status).toBe(422);
      expect(await answer.json()).toMatchObject({
        code: 'INVALID_POSITION',
        errors: [{ pointer: `/${query.slice(1, 6)}` }],
      });
    },
  );

  it('come in pages of 300, and say when nothing follows', async () => {
    job = await system.newJob();
    await job.happen([...Array.from({ length: 300 }, () => 'job.progress'), 'job.succeeded']);
    const first = pageBody.parse(await (await page()).json());
    expect([first.events.length, first.final]).toEqual([300, false]);
    const rest = pageBody.parse(await (await page('&after=300')).json());
    expect([rest.events.map(({ seq }) => seq), rest.final]).toEqual([[301, 302], true]);
    expect(await (await page('&after=302')).json()).toEqual({ epoch: system.epoch, events: [], final: true });
  });

  it('are lost when retention took the beginning', async () => {
    await system.db.query('DELETE FROM job_events WHERE job_id = $1 AND seq <= 10', [job.id]);
    expect((await page('&after=9')).status).toBe(410);
    expect((await page('&after=10')).status).toBe(200);
    await system.db.query('DELETE FROM job_events WHERE job_id = $1', [job.id]);
    expect((await page('&after=10')).status).toBe(410);
    expect((await page('&after=302')).status).toBe(200);
  });
});
