import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createClient, type Job, type WatchItem } from '@jobwire/client';

import { type Answer, type MailStage, startMailStage } from './mail-stage.ts';

let stage: MailStage;
beforeAll(async () => {
  stage = await startMailStage();
});
afterAll(() => stage?.stop());

/** Register, use the link in the mail, and be signed in. */
const signIn = async (email: string): Promise<string> => {
  const token = await stage.tokenOf(await stage.register(email));
  const { body } = await stage.ask({ path: '/verify', json: { token } });
  return (body as { accessToken: string }).accessToken;
};
const bearer = (token: string): Record<string, string> => ({ authorization: `Bearer ${token}` });
const get = (path: string, token: string): Promise<Response> =>
  fetch(new URL(path, stage.system.api.url), { headers: bearer(token) });
const today = (): number => Math.floor(Date.now() / 86_400_000) * 86_400_000;
const dayOf = (time: number): string => new Date(time).toISOString().slice(0, 10);
const start = (token: string, payload: unknown): Promise<Answer> =>
  stage.ask({ path: '/jobs', json: { name: 'report.csv', payload }, headers: bearer(token) });
/** Watch a job over a socket from its first event to its last. */
const watch = async (jobId: string, token: string): Promise<WatchItem<Job>[]> => {
  const items: WatchItem<Job>[] = [];
  const client = createClient({ baseUrl: stage.system.api.url, token });
  for await (const item of client.watch(jobId, { since: '0' })) items.push(item);
  return items;
};
/** What the last event of a report says. */
const urlOf = (items: readonly WatchItem<Job>[]): string => {
  const last = items.at(-1);
  if (last?.kind !== 'event' || last.type !== 'job.succeeded') throw new Error(`Ended with ${JSON.stringify(last)}`);
  return (last.data as { result: { url: string } }).result.url;
};

it('is started by a signed-in user, watched by them alone, and its file tells of their jobs alone', async () => {
  const [ada, bob] = [await signIn('ada@example.com'), await signIn('bob@example.com')];
  const week = { from: dayOf(today() - 29 * 86_400_000), days: 31 };

  // Each has a first report: what the second one counts.
  const first = await start(bob, week);
  expect(urlOf(await watch(first.job?.id ?? '', bob))).toMatch(/^\/files\//);
  const before = await start(ada, week);
  await watch(before.job?.id ?? '', ada);

  const { status, headers, job } = await start(ada, week);
  expect(status).toBe(202);
  const id = job?.id ?? '';
  expect(headers.get('location')).toBe(`/jobs/${id}`);
  const items = await watch(id, ada);
  const seen = items.flatMap((item) => (item.kind === 'event' ? [item] : []));
  expect(seen.map(({ seq }) => seq)).toEqual(seen.map((_, index) => index + 1));
  const reports = seen.filter(({ type }) => type === 'job.progress').map(({ data }) => data);
  const days = Array.from({ length: 31 }, (_, index) => dayOf(Date.parse(week.from) + index * 86_400_000));
  // The first report names a day and what part of the days it is: the rest may be folded into the last one.
  expect(days).toContain(reports[0]?.['detail']);
  expect(reports[0]).toMatchObject({
    stage: 'count',
    percent: Math.round((50 * (days.indexOf(String(reports[0]?.['detail'])) + 1)) / 31),
  });
  expect(reports.at(-1)).toMatchObject({ stage: 'write', percent: 100 });

  const url = urlOf(items);
  const file = await get(url, ada);
  expect(file.status).toBe(200);
  expect(file.headers.get('content-type')).toMatch(/^text\/csv/);
  expect(file.headers.get('content-disposition')).toContain('report.csv');
  const finished = await stage.db.query<{ day: string }>(
    `SELECT to_char(finished_at AT TIME ZONE 'UTC', 'YYYY-MM-DD') AS day FROM jobs WHERE id = $1`,
    [before.job?.id],
  );
  expect(await file.text()).toBe(`day,name,state,count\n${finished[0]?.day},report.csv,succeeded,1\n`);

  // The result of a job that is a file leads to it.
  const result = await get(`/jobs/${id}/result`, ada);
  expect([result.redirected, new URL(result.url).pathname]).toEqual([true, url]);
  expect(await result.text()).toContain('report.csv,succeeded,1');

  // To others there is neither the job nor its file, and a stranger starts nothing.
  expect((await get(url, bob)).status).toBe(404);
  expect((await get(`/jobs/${id}`, bob)).status).toBe(404);
  expect((await get(`/jobs/${id}/result`, bob)).status).toBe(404);
  await expect(watch(id, bob)).rejects.toThrow();
  expect((await stage.ask({ path: '/jobs', json: { name: 'report.csv', payload: week } })).status).toBe(401);
});
