import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@jobwire/testing';
import { z } from 'zod';

import { startServer, type StartServer } from './testing/start-server.ts';

let server: StartServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const asked = { name: 'report.send', payload: { to: ['ada'] } };
const started = z.looseObject({ job: z.looseObject({ id: z.string(), state: z.string() }) });

/** End the job that is waited for, as a worker does. */
async function succeed(): Promise<string> {
  await eventually(async () => expect(server.hub.channels).toBe(1));
  const [job] = await server.db.query<{ id: string }>(
    `UPDATE jobs SET state = 'succeeded', result = '{"sent": 1}', seq = seq + 1, finished_at = now()
     WHERE finished_at IS NULL RETURNING id`,
  );
  await server.db.query(`INSERT INTO job_events (job_id, seq, type) VALUES ($1, 2, 'job.succeeded')`, [job?.id]);
  server.bus.ring({ channel: `job:${job?.id}`, seq: 2 });
  return job?.id ?? '';
}

it('with Prefer: wait the answer is the job as it ended', async () => {
  const answer = server.start(asked, 'key', { prefer: 'wait=10' });
  const id = await succeed();
  const response = await answer;
  expect([response.status, response.headers.get('preference-applied')]).toEqual([200, 'wait=10']);
  expect([response.headers.get('location'), response.headers.get('retry-after')]).toEqual([`/jobs/${id}`, null]);
  expect(await response.json()).toMatchObject({
    job: { id, state: 'succeeded', result: { sent: 1 } },
    ticket: expect.any(String),
  });
  expect(server.hub.channels).toBe(0);
});

it('when the time is over the job is accepted, as without it', async () => {
  const response = await server.start(asked, 'key', { prefer: 'wait=1' });
  expect([response.status, response.headers.get('retry-after')]).toEqual([202, '1']);
  expect(started.parse(await response.json()).job.state).toBe('queued');
  await server.clear();
});

it('a repetition waits as well, and starts nothing', async () => {
  const headers = { 'idempotency-key': 'once' };
  const first = await server.start(asked, 'key', headers);
  expect(first.status).toBe(202);
  const repeated = server.start(asked, 'key', { ...headers, prefer: 'wait=10' });
  const id = await succeed();
  expect([(await repeated).status, (await repeated).headers.get('idempotency-replayed')]).toEqual([200, 'true']);
  expect(started.parse(await (await repeated).json()).job).toMatchObject({ id, state: 'succeeded' });
  expect((await server.start(asked, 'key', headers)).status).toBe(202);
  expect(await server.countJobs()).toBe(1);
});
