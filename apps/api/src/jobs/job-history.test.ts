import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { sha256, uuidv7 } from '@jobwire/runtime';
import type { z } from 'zod';

import { type LiveSystem, startLiveSystem } from '../sockets/testing/live-system.ts';
import type { TestJobHandle } from '../sockets/testing/moved-job.ts';
import { throughputSchema } from './throughput-route.ts';

const ada = '0198c7a4-0000-7000-8000-00000000000a';
let system: LiveSystem;

beforeAll(async () => {
  system = await startLiveSystem();
});
afterAll(() => system.stop());

const ask = (path: string, user: string): Promise<Response> =>
  fetch(`${system.url}${path}`, { headers: { authorization: `Bearer token-of-${user}` }, redirect: 'manual' });
const ended = async (state: string, columns: Record<string, unknown> = {}): Promise<TestJobHandle> => {
  const job = await system.newJob(ada);
  await job.happen(['job.started', `job.${state}`]);
  for (const [column, value] of Object.entries(columns)) {
    await system.db.query(`UPDATE jobs SET ${column} = $2 WHERE id = $1`, [job.id, JSON.stringify(value)]);
  }
  return job;
};

it.each([[{ rows: 3 }], ['text'], [7], [false], [null]])('the result %j is answered as it is', async (result) => {
  const job = await ended('succeeded', { result });
  const response = await ask(`/jobs/${job.id}/result`, ada);
  expect([response.status, await response.json()]).toEqual([200, result]);
});

it('a result that is a file leads to it, signed, if it is the job’s own', async () => {
  const id = uuidv7();
  const job = await ended('succeeded', { result: { rows: 3, url: `/files/${id}` } });
  expect((await ask(`/jobs/${job.id}/result`, ada)).status).toBe(200);
  await system.db.query(`INSERT INTO blobs (sha256, storage_key, byte_size) VALUES ($1, 'x', 1)`, [sha256(id)]);
  const file = `INSERT INTO files (id, job_id, name, type, blob_sha256) VALUES ($1, $2, 'a.csv', 'text/csv', $3)`;
  await system.db.query(file, [id, uuidv7(), sha256(id)]);
  expect((await ask(`/jobs/${job.id}/result`, ada)).status).toBe(200);
  await system.db.query('UPDATE files SET job_id = $2 WHERE id = $1', [id, job.id]);
  const response = await ask(`/jobs/${job.id}/result?ticket=${job.ticket}`, ada);
  expect(response.status).toBe(303);
  expect(response.headers.get('location')).toMatch(new RegExp(`^/files/${id}\\?v=.*signature=`));
});

it('a job that goes on has no result yet, and says when to come back', async () => {
  const job = await system.newJob(ada);
  expect((await ask(`/jobs/${job.id}/result`, ada)).headers.get('retry-after')).toBe('1');
  await system.db.query(
    `UPDATE jobs SET state = 'retrying', next_attempt_at = now() + interval '90.5 s' WHERE id = $1`,
    [job.id],
  );
  const response = await ask(`/jobs/${job.id}/result`, ada);
  expect([response.status, response.headers.get('retry-after')]).toEqual([409, expect.stringMatching(/^9[01]$/)]);
  expect(await response.json()).toMatchObject({ code: 'JOB_NOT_FINISHED' });
});

it.each(['failed', 'cancelled', 'expired'])('a job that %s has no result, and says how it ended', async (state) => {
  const error = { code: 'MAIL_REFUSED', message: 'The server refused the mail' };
  const job = await ended(state, state === 'failed' ? { error } : {});
  const response = await ask(`/jobs/${job.id}/result`, ada);
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({
    code: 'JOB_FAILED',
    failure: state === 'failed' ? { state, ...error } : { state },
  });
});

it('attempts tell how every run went, and only administrators what is inside', async () => {
  const job = await system.newJob(ada);
  await job.happen(['job.started'], { data: { attempt: 1 } });
  await job.happen(['job.progress', 'job.log'], { data: { message: 'not an attempt' } });
  await job.happen(['job.retrying'], {
    data: { delayMs: 1_000, error: { code: 'ERROR', message: 'The job failed' }, attempt: 1 },
  });
  await job.happen(['job.started'], { data: { attempt: 2 } });
  await job.happen(['job.retrying'], { data: { delayMs: 0, reason: 'busy', attempt: 2 } });
  await job.happen(['job.started'], { data: { attempt: 2 } });
  await job.happen(['job.stalled'], { data: { attempt: 2 } });
  await job.happen(['job.started'], { data: { attempt: 3 } });
  const inside = { name: 'TypeError', code: 'ERROR', message: 'secret', stack: 'TypeError: secret\n at x' };
  await system.db.query(
    `INSERT INTO job_attempts (job_id, seq, attempt, outcome, error, worker) VALUES ($1, 5, 1, 'failed', $2, 'w1')`,
    [job.id, JSON.stringify(inside)],
  );
  const told = { code: 'ERROR', message: 'The job failed' };
  const attempts = [
    { attempt: 1, outcome: 'failed', retryAt: expect.any(String), error: told },
    { attempt: 2, outcome: 'handed-back', retryAt: expect.any(String) },
    { attempt: 2, outcome: 'stalled' },
    { attempt: 3, outcome: 'running' },
  ];
  const shown = await (await ask(`/jobs/${job.id}/attempts`, ada)).text();
  expect(JSON.parse(shown)).toMatchObject({ attempts });
  expect(shown).not.toMatch(/secret|w1|stack/);
  const all = await (await ask(`/jobs/${job.id}/attempts`, 'admin')).json();
  expect(all).toMatchObject({ attempts: [{ error: inside, worker: 'w1' }, {}, {}, {}] });
  // A ticket in the address opens the job for whoever sent it, and nothing else.
  const opened = await fetch(`${system.url}/jobs/${job.id}/attempts?ticket=${job.ticket}`);
  expect(await opened.text()).toBe(shown);
});

it('log lines come in pages, without what else happened', async () => {
  const job = await system.newJob(ada);
  for (const message of ['one', 'two', 'three']) {
    await job.happen(['job.log', 'job.progress'], { data: { message, attempt: 1, rows: 7 } });
  }
  const first = await (await ask(`/jobs/${job.id}/logs?limit=2`, ada)).json();
  expect(first).toMatchObject({
    lines: [
      { seq: 2, attempt: 1, message: 'one', facts: { rows: 7 } },
      { seq: 4, message: 'two' },
    ],
    page: { next: 4, limit: 2 },
  });
  expect(await (await ask(`/jobs/${job.id}/logs?after=4`, ada)).json()).toMatchObject({
    lines: [{ seq: 6, message: 'three' }],
    page: { next: null },
  });
});

it.each(['after=-1', 'after=x', 'after=99999999999', 'limit=0', 'limit=101', 'after=1&after=2', 'page=1'])(
  'the query %s of a log is refused',
  async (query) => {
    const job = await system.newJob(ada);
    expect((await ask(`/jobs/${job.id}/logs?${query}`, ada)).status).toBe(422);
  },
);

it.each(['result', 'attempts', 'logs'])('the %s of unknown and foreign jobs look the same', async (what) => {
  const job = await system.newJob(ada);
  const other = await system.newJob();
  expect((await ask(`/jobs/${job.id}/${what}`, uuidv7())).status).toBe(404);
  expect((await ask(`/jobs/${uuidv7()}/${what}`, ada)).status).toBe(404);
  expect((await fetch(`${system.url}/jobs/${job.id}/${what}?ticket=${other.ticket}`)).status).toBe(404);
  const posted = await fetch(`${system.url}/jobs/${job.id}/${what}`, { method: 'POST' });
  expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

it('counts are of everybody’s jobs for administrators, and one’s own for others', async () => {
  const bob = uuidv7();
  await system.newJob(bob);
  const done = await system.newJob(bob);
  await done.happen(['job.succeeded']);
  const old = await system.newJob(bob);
  await old.happen(['job.failed']);
  await system.db.query(`UPDATE jobs SET finished_at = now() - interval '25 h' WHERE id = $1`, [old.id]);
  expect(await (await ask('/jobs/stats', bob)).json()).toEqual({
    open: [{ name: 'email.welcome', state: 'queued', count: 1 }],
    finished: [{ name: 'email.welcome', state: 'succeeded', count: 1 }],
    since: expect.any(String),
    complete: true,
  });
  const [all] = await system.db.query<{ count: number }>(
    `SELECT count(*)::int AS count FROM jobs WHERE state = 'queued'`,
  );
  expect(await (await ask('/jobs/stats', 'admin')).json()).toMatchObject({
    open: expect.arrayContaining([{ name: 'email.welcome', state: 'queued', count: all?.count }]),
  });
  expect((await fetch(`${system.url}/jobs/stats`)).status).toBe(401);
});

it('what ended lately is counted in steps, by kind, outcome and error code, for administrators alone', async () => {
  await system.db.query(`UPDATE jobs SET finished_at = finished_at - interval '2 h' WHERE finished_at IS NOT NULL`);
  const jobs = [await ended('succeeded'), await ended('succeeded'), await ended('failed', { error: { code: 'FULL' } })];
  // One statement, so that both are of the same moment.
  await system.db.query(
    `UPDATE jobs SET finished_at = date_bin('10 s', now(), 'epoch') -
       CASE WHEN id = $1 THEN interval '20 s' ELSE interval '1 ms' END WHERE id = ANY($2)`,
    [jobs[0]?.id, jobs.map(({ id }) => id)],
  );
  const throughput = async (query = ''): Promise<z.output<typeof throughputSchema>> =>
    throughputSchema.parse(await (await ask(`/jobs/throughput${query}`, 'admin')).json());
  const { from, to, stepMs, finished } = await throughput();
  const [first, second] = finished;
  expect(finished).toEqual([
    { at: expect.any(String), name: 'email.welcome', state: 'succeeded', count: 1 },
    { at: expect.any(String), name: 'email.welcome', state: 'failed', code: 'FULL', count: 1 },
    { at: second?.at, name: 'email.welcome', state: 'succeeded', count: 1 },
  ]);
  expect([stepMs, Date.parse(second?.at ?? '') - Date.parse(first?.at ?? '')]).toEqual([10_000, 10_000]);
  const minutes = (Date.parse(to) - Date.parse(from)) / 60_000;
  expect([Date.parse(from) % 10_000, Math.floor(minutes)]).toEqual([0, 15]);

  const later = await throughput(`?since=${second?.at}`);
  expect(later).toMatchObject({ from: second?.at, finished: finished.slice(1) });
  const old = await throughput('?since=2020-01-01T00:00:00Z');
  expect(Math.floor((Date.parse(old.to) - Date.parse(old.from)) / 60_000)).toBe(60);
  expect((await ask('/jobs/throughput?since=yesterday', 'admin')).status).toBe(422);
  expect((await ask('/jobs/throughput', ada)).status).toBe(403);
});
