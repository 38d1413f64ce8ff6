import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually } from '@jobwire/testing';

import { type LiveSystem, startLiveSystem } from '../sockets/testing/live-system.ts';
import type { TestJobHandle } from '../sockets/testing/moved-job.ts';
import { createJobWaits } from './job-waits.ts';
import { preferredWait } from './prefer-wait.ts';

let system: LiveSystem;

beforeAll(async () => {
  system = await startLiveSystem({ mostWaits: 2 });
});
afterAll(() => system.stop());

const read = (job: TestJobHandle, prefer: string, more: RequestInit & { headers?: Record<string, string> } = {}) =>
  fetch(`${system.url}/jobs/${job.id}?ticket=${job.ticket}`, { ...more, headers: { prefer, ...more.headers } });
const watched = (channels: number): Promise<void> => eventually(async () => expect(system.hub.channels).toBe(channels));

it('a request waits until the job has ended', async () => {
  const job = await system.newJob();
  const answer = read(job, 'respond-async, wait=10');
  await watched(1);
  await job.happen(['job.started', 'job.progress']);
  await job.happen(['job.succeeded']);
  const response = await answer;
  expect([response.status, response.headers.get('preference-applied')]).toEqual([200, 'wait=10']);
  expect([response.headers.get('etag'), response.headers.get('retry-after')]).toEqual(['"4"', null]);
  expect(await response.json()).toMatchObject({ state: 'succeeded' });
  await watched(0);
});

it('a job that has ended is answered at once, and says that the wish was heard', async () => {
  const job = await system.newJob();
  await job.happen(['job.failed']);
  const response = await read(job, 'wait=600');
  expect([response.status, response.headers.get('preference-applied')]).toEqual([200, 'wait=10']);
});

it('a job that has ended is not watched for that', async () => {
  const watching = (): never => {
    throw new Error('It is watched');
  };
  const waits = createJobWaits({ hub: { attach: watching } });
  const said: Record<string, string> = {};
  const request = { get: () => 'wait=5' } as never;
  const response = { set: (name: string, value: string) => void (said[name] = value) } as never;
  for (const state of ['succeeded', 'failed', 'cancelled', 'expired'] as const) {
    expect(await waits.hold({ id: crypto.randomUUID(), state }, request, response)).toBe(false);
  }
  await expect(waits.hold({ id: crypto.randomUUID(), state: 'queued' }, request, response)).rejects.toThrow('watched');
  expect(said).toEqual({ 'Preference-Applied': 'wait=5' });
});

it('when the time is over the job is shown as it is', async () => {
  const job = await system.newJob();
  const answer = read(job, 'wait=1', { headers: { 'if-none-match': '"1"' } });
  await watched(1);
  expect((await answer).status).toBe(304);
  expect((await answer).headers.get('retry-after')).toBe('1');
  await watched(0);
});

it('who goes away is waited for no longer', async () => {
  const job = await system.newJob();
  const leaving = new AbortController();
  const answer = read(job, 'wait=10', { signal: leaving.signal });
  await watched(1);
  leaving.abort();
  await expect(answer).rejects.toThrow('aborted');
  await watched(0);
});

it('no more requests are held than a process may hold', async () => {
  const job = await system.newJob();
  const other = await system.newJob();
  const held = [read(job, 'wait=10'), read(other, 'wait=10')];
  await watched(2);
  const third = await read(job, 'wait=10');
  expect([third.status, third.headers.get('preference-applied')]).toEqual([200, null]);
  expect(await third.json()).toMatchObject({ state: 'queued' });
  await job.happen(['job.cancelled']);
  await other.happen(['job.expired']);
  await Promise.all(held);
});

it('nobody waits for a job that is not theirs', async () => {
  const job = await system.newJob();
  const response = await fetch(`${system.url}/jobs/${job.id}`, { headers: { prefer: 'wait=10' } });
  expect([response.status, system.hub.channels]).toEqual([404, 0]);
});

it.each([
  ['wait=5', 5],
  ['WAIT = "7"', 7],
  ['return=minimal; wait=3, wait=4; x=y, wait=9', 4],
  ['wait=99999', 10],
  ['wait=-1', 0],
  ['wait=1e1', 0],
  ['wait=', 0],
  ['wait', 0],
  ['', 0],
  [`${','.repeat(8_000)}wait=2`, 2],
])('the preference %.40s asks for %i seconds', (header, seconds) => {
  expect(preferredWait({ get: () => header } as never)).toBe(seconds);
});
