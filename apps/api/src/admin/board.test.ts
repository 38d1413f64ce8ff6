import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { makeAdminLink } from '@jobwire/db';
import { catalog } from '@jobwire/jobs';
import { systemClock } from '@jobwire/runtime';
import {
  acceptMail,
  createStops,
  engines,
  startSystem,
  type System,
  type TestDatabase,
  testDatabase,
  testSmtp,
  watchToEnd,
} from '@jobwire/testing';

describe.each(engines)('Bull Board on the $kind engine', ({ start }) => {
  const stops = createStops();
  let system: System;
  let database: TestDatabase;
  let cookie: string;
  let jobId: string;

  beforeAll(async () => {
    const engine = stops.add(await start());
    database = stops.add(await testDatabase());
    const smtp = stops.add(await testSmtp());
    system = stops.add(await startSystem({ databaseUrl: database.url, redisUrl: engine.redisUrl, smtpUrl: smtp.url }));
    const client = system.client();
    const job = await acceptMail(client, 'board@example.com');
    await watchToEnd(client, job);
    jobId = job.id;
    cookie = await enter();
  });

  afterAll(() => stops.stopAll());

  /** What a person does: open the one-time link, press the button, keep the cookie. */
  const enter = async (): Promise<string> => {
    const link = new URL(await makeAdminLink(database.db, system.api.url, systemClock()));
    const response = await fetch(`${system.api.url}/admin/enter`, {
      method: 'POST',
      redirect: 'manual',
      headers: { origin: system.api.url },
      body: new URLSearchParams({ token: link.searchParams.get('token') ?? '' }),
    });
    expect(response.status).toBe(303);
    return response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
  };

  const visit = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${system.api.url}${path}`, { ...init, headers: { cookie, ...init.headers } });

  it('shows its page to an administrator, and to nobody else', async () => {
    const page = await visit('/admin/queues', { headers: { accept: 'text/html' } });
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('Jobwire');
    expect((await fetch(`${system.api.url}/admin/queues/api/queues`)).status).toBe(401);
  });

  it('lists every queue with what it has finished', async () => {
    const answer = (await (await visit('/admin/queues/api/queues')).json()) as {
      queues: { name: string; counts: Record<string, number> }[];
    };
    expect(answer.queues.map(({ name }) => name).toSorted()).toEqual(Object.keys(catalog).toSorted());
    expect(answer.queues.find(({ name }) => name === 'email.welcome')?.counts['completed']).toBeGreaterThan(0);
  });

  it('shows a delivery without anything private', async () => {
    const answer = await visit(`/admin/queues/api/queues/email.welcome/${jobId}-1`);
    expect(answer.status).toBe(200);
    const text = await answer.text();
    expect(text).toContain(jobId);
    expect(text).not.toContain('board@example.com');
  });

  it('pauses a queue for the administrator of the link, and resumes it', async () => {
    const put = (button: string): Promise<Response> =>
      visit(`/admin/queues/api/queues/image.thumbnail/${button}`, {
        method: 'PUT',
        headers: { origin: system.api.url },
      });
    const paused = async (): Promise<unknown> =>
      (await database.db.query("SELECT paused FROM queue_settings WHERE name = 'image.thumbnail'"))[0];
    expect((await put('pause')).status).toBe(200);
    expect(await paused()).toEqual({ paused: true });
    expect((await put('resume')).status).toBe(200);
    expect(await paused()).toEqual({ paused: false });
    expect((await put('obliterate')).status).toBe(403);
  });
});
