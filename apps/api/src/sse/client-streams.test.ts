import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, type WatchItem } from '@jobwire/client';
import { uuidv7 } from '@jobwire/runtime';
import { eventually } from '@jobwire/testing';

import { type LiveSystem, startLiveSystem } from '../sockets/testing/live-system.ts';

let system: LiveSystem;
beforeAll(async () => {
  system = await startLiveSystem({ checkEveryMs: 50, config: { RATE_LIMITS: false } });
});
afterAll(() => system.stop());

describe('a client without sockets', () => {
  it('holds every event once and in order after connections that broke, by a ticket and by a token', async () => {
    const ada = uuidv7();
    const jobs = [await system.newJob(), await system.newJob(ada), await system.newJob(ada)];
    const client = createClient({ baseUrl: system.url, transport: 'sse', token: system.tokenOf(ada) });
    const watches = jobs.map(async ({ id, ticket }, index) => {
      const items: WatchItem<unknown>[] = [];
      for await (const item of client.watch(id, { since: '0', ...(index === 0 ? { ticket } : {}) })) items.push(item);
      return items.map((item) => (item.kind === 'event' ? item.seq : item.kind));
    });
    for (let drop = 0; drop < 5; drop += 1) {
      await eventually(() => expect(client.connection).toEqual({ state: 'live', transport: 'sse' }));
      for (const job of jobs) await job.happen(['job.progress', 'job.log']);
      system.server.closeAllConnections();
    }
    for (const job of jobs) await job.happen(['job.succeeded']);
    const all = Array.from({ length: 12 }, (_, index) => index + 1);
    expect(await Promise.all(watches)).toEqual([all, all, all]);
    expect(client.connection).toEqual({ state: 'idle' });
  });

  it('begins with the state, and is told what it may not watch', async () => {
    const job = await system.newJob();
    await job.happen(['job.started', 'job.failed']);
    const client = createClient({ baseUrl: system.url, transport: 'sse' });
    const items: WatchItem<unknown>[] = [];
    for await (const item of client.watch(job.id, { ticket: job.ticket })) items.push(item);
    expect(items).toMatchObject([{ kind: 'snapshot', final: true, snapshot: { state: 'failed' } }]);
    await expect(client.watch(job.id).next()).rejects.toMatchObject({ status: 404 });
    await expect(client.channel('room:secret').next()).rejects.toMatchObject({ code: 'UNKNOWN_CHANNEL' });
  });
});
