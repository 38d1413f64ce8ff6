import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type Client, createClient } from '@jobwire/client';
import { insertApiKey } from '@jobwire/db';
import { sha256, uuidv7 } from '@jobwire/runtime';

import { newApiKeyText } from '../auth/api-key-text.ts';
import { type ComposedApi, composedApi } from '../openapi/testing/composed-api.ts';

let api: ComposedApi;
let client: Client;
beforeAll(async () => {
  api = await composedApi();
  const token = newApiKeyText();
  await insertApiKey(api.db, {
    id: uuidv7(),
    name: 'test',
    tokenHash: sha256(token),
    jobs: ['email.*'],
    expiresAt: null,
  });
  client = createClient({ baseUrl: api.url, token });
});
afterAll(() => api.stop());

const mail = { to: 'ada@example.com', subject: 'Hello', text: 'How are you?' };

describe('the jobs of a client', () => {
  it('are started with a payload of their kind, once per key', async () => {
    const { job, ticket } = await client.jobs.start('email.send', mail, { tags: ['hello'], idempotencyKey: 'first' });
    expect(job).toMatchObject({ name: 'email.send', tags: ['hello'] });
    expect(await client.get(job.id, { ticket })).toMatchObject({ id: job.id });
    const again = await client.jobs.start('email.send', mail, { tags: ['hello'], idempotencyKey: 'first' });
    expect(again.job.id).toBe(job.id);
    // @ts-expect-error a mail needs words
    await expect(client.jobs.start('email.send', { to: 'ada@example.com' })).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      status: 422,
    });
    // @ts-expect-error there is no such kind
    await expect(client.jobs.start('email.nothing', mail)).rejects.toMatchObject({ code: 'JOB_NOT_ALLOWED' });
  });

  it('are listed, and have a result when they have ended', async () => {
    const { job } = await client.jobs.start('email.send', mail, { tags: ['listed'] });
    const page = await client.jobs.list({ tag: 'listed' });
    expect(JSON.stringify(page)).toContain(job.id);
    await expect(client.jobs.result(job.id)).rejects.toMatchObject({ code: 'JOB_NOT_FINISHED', status: 409 });
  });

  it('are cancelled, retried and replayed', async () => {
    const { job } = await client.jobs.start('email.send', mail);
    expect(await client.jobs.cancel(job.id, 'wrong words')).toMatchObject({ id: job.id, state: 'cancelled' });
    expect(await client.jobs.retry(job.id)).toMatchObject({ id: job.id, state: 'queued' });
    const other = await client.jobs.replay(job.id);
    expect(other).toMatchObject({ name: 'email.send' });
    expect(other.id).not.toBe(job.id);
  });

  it('are read with their runs, what they said and what happened to them, and counted', async () => {
    const { job, ticket } = await client.jobs.start('email.send', mail);
    await client.jobs.cancel(job.id);
    const stranger = createClient({ baseUrl: api.url });
    expect(await stranger.jobs.attempts(job.id, { ticket })).toEqual({ attempts: [] });
    expect(await stranger.jobs.logs(job.id, { ticket, limit: 5 })).toMatchObject({ lines: [], page: { limit: 5 } });
    const { epoch, events, final } = await stranger.jobs.events(job.id, { ticket });
    expect([events.map(({ type }) => type), final]).toEqual([['job.queued', 'job.cancelled'], true]);
    const later = await client.jobs.events(job.id, { after: `${epoch}:1` });
    expect(later.events.map(({ seq }) => seq)).toEqual([2]);
    expect((await client.jobs.events(job.id, { after: 2 })).events).toEqual([]);
    const { finished } = await client.jobs.stats();
    expect(finished).toContainEqual({ name: 'email.send', state: 'cancelled', count: expect.any(Number) });
  });
});

describe('the server of a client', () => {
  it('says what a page may offer', async () => {
    const { version, upload, strangers } = await createClient({ baseUrl: api.url }).settings();
    expect({ version, types: upload.types, strangers }).toEqual({
      version: expect.any(String),
      types: expect.arrayContaining(['image/png']),
      strangers: expect.any(Boolean),
    });
  });

  it('tells administrators what is in its queues', async () => {
    const operator = createClient({ baseUrl: api.url, token: () => api.operatorToken() });
    const queues = await operator.queues();
    expect(queues.find(({ name }) => name === 'email.send')).toMatchObject({ paused: false, workers: [] });
    await expect(client.queues()).rejects.toMatchObject({ code: 'FORBIDDEN', status: 403 });

    const paused = await operator.pauseQueue('email.send', { reason: 'looking', forMs: 60_000 });
    expect(paused).toMatchObject({ paused: true, reason: 'looking', pausedUntil: expect.any(String) });
    expect((await operator.queues()).filter((queue) => queue.paused).map(({ name }) => name)).toEqual(['email.send']);
    expect(await operator.resumeQueue('email.send')).toMatchObject({ paused: false });

    const { from, to, stepMs, finished } = await operator.jobs.throughput();
    expect([finished.map(({ state }) => state), stepMs]).toEqual([expect.arrayContaining(['cancelled']), 10_000]);
    expect((await operator.jobs.throughput(to)).from >= from).toBe(true);
    expect(await operator.health()).toMatchObject({ status: 'healthy', engine: expect.any(String) });
  });
});
