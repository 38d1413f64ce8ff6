import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { type LiveSystem, startLiveSystem } from '../sockets/testing/live-system.ts';
import type { TestJobHandle } from '../sockets/testing/moved-job.ts';
import { openTestStream as open } from './testing/test-stream.ts';

describe('the event stream of a job', () => {
  let system: LiveSystem;
  let job: TestJobHandle;
  const address = (query = ''): string => `${system.url}/jobs/${job.id}/events?ticket=${job.ticket}${query}`;
  beforeAll(async () => {
    system = await startLiveSystem({ sseHeartbeatMs: 20 });
  });
  afterAll(() => system.stop());

  it('gives every event from the first on, live, and ends after the final one', async () => {
    job = await system.newJob();
    const stream = await open(address());
    expect(stream.response.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    await stream.until(() => stream.messages().length === 1);
    await job.happen(['job.started']);
    await job.happen(['job.progress'], { bare: true });
    await job.happen(['job.succeeded']);
    await stream.ended;
    expect(stream.text()).toMatch(/^retry: 3000\n\n/);
    expect(stream.messages().map(({ id, event }) => [id, event])).toEqual([
      [`${system.epoch}:1`, 'job.queued'],
      [`${system.epoch}:2`, 'job.started'],
      [`${system.epoch}:3`, 'job.progress'],
      [`${system.epoch}:4`, 'job.succeeded'],
    ]);
    expect(stream.messages().at(-1)?.data).toMatchObject({
      seq: 4,
      type: 'job.succeeded',
      final: true,
      data: { n: 4 },
    });
  });

  it('continues after Last-Event-ID, which wins over ?after=', async () => {
    const byHeader = await open(address('&after=1'), { 'Last-Event-ID': `${system.epoch}:3` });
    await byHeader.ended;
    expect(byHeader.messages().map(({ event }) => event)).toEqual(['job.succeeded']);
    const byQuery = await open(address('&after=2'));
    await byQuery.ended;
    expect(byQuery.messages().map(({ data }) => data['seq'])).toEqual([3, 4]);
  });

  it('answers 204 to who has seen the end, so that a browser does not come back', async () => {
    const stream = await open(address(), { 'Last-Event-ID': `${system.epoch}:4` });
    await stream.ended;
    expect([stream.response.statusCode, stream.text()]).toEqual([204, '']);
  });

  it('gives a snapshot for a position that cannot be continued', async () => {
    job = await system.newJob();
    await job.happen(['job.started']);
    for (const after of ['elsewhere:1', '7']) {
      const stream = await open(address(`&after=${after}`));
      await stream.until(() => stream.messages().length === 1);
      expect(stream.messages()[0]).toMatchObject({
        id: `${system.epoch}:2`,
        event: 'snapshot',
        data: { seq: 2, snapshot: { id: job.id, state: 'running' } },
      });
      stream.response.destroy();
    }
  });

  it('keeps the connection awake, and lets go of the channel when the reader leaves', async () => {
    job = await system.newJob();
    const stream = await open(address());
    await stream.until(() => stream.text().includes(': hb\n\n'));
    expect(system.bus.watched).toContain(job.channel);
    stream.response.destroy();
    while (system.bus.watched.includes(job.channel)) await new Promise((resolve) => void setImmediate(resolve));
  });

  it('cuts a reader that leaves too much, who then gets the state, for it missed more than is replayed', async () => {
    job = await system.newJob();
    const slow = await open(address());
    slow.response.pause();
    const blob = 'x'.repeat(64 * 1024);
    while (!system.emitted.some(({ name }) => name === 'stream.overflowed'))
      await job.happen(['job.log'], { data: { blob } });
    await job.happen(['job.succeeded']);
    slow.response.resume();
    await slow.ended;
    const last = slow.messages().at(-1)?.id ?? '';
    const again = await open(address(), { 'Last-Event-ID': last });
    await again.ended;
    const seqs = slow.messages().map(({ data }) => data['seq']);
    expect(seqs).toEqual(seqs.map((_, index) => index + 1));
    expect(again.messages()).toMatchObject([
      { event: 'snapshot', data: { final: true, snapshot: { state: 'succeeded' } } },
    ]);
  });

  it('answers like every other address when it may not be seen or asked', async () => {
    const unknown = await open(`${system.url}/jobs/${job.id}/events`);
    expect(unknown.response.statusCode).toBe(404);
    const nonsense = await open(address(), { 'Last-Event-ID': 'nonsense' });
    await nonsense.ended;
    expect(nonsense.response.statusCode).toBe(422);
    expect(JSON.parse(nonsense.text())).toMatchObject({
      code: 'INVALID_POSITION',
      errors: [{ pointer: '/Last-Event-ID' }],
    });
  });

  it('has as many places for an address as sockets have, and gives them back', async () => {
    const small = await startLiveSystem({ config: { SOCKETS_PER_IP: 1 } });
    const watched = await small.newJob();
    const url = `${small.url}/jobs/${watched.id}/events?ticket=${watched.ticket}`;
    const first = await open(url);
    const second = await open(url);
    expect([second.response.statusCode, second.response.headers['retry-after']]).toEqual([429, '10']);
    first.response.destroy();
    while (small.bus.watched.length > 0) await new Promise((resolve) => void setImmediate(resolve));
    expect((await open(url)).response.statusCode).toBe(200);
    await small.stop();
  });

  it('ends when the process stops', async () => {
    const stopping = await startLiveSystem();
    const watched = await stopping.newJob();
    const stream = await open(`${stopping.url}/jobs/${watched.id}/events?ticket=${watched.ticket}`);
    await stream.until(() => stream.messages().length === 1);
    stopping.hub.close();
    await stream.ended;
    expect(stream.response.complete).toBe(true);
    await stopping.stop();
  });
});
