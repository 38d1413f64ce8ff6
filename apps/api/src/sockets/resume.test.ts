import { setTimeout as delay } from 'node:timers/promises';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, JobwireError, type WatchItem } from '@jobwire/client';
import { closeCodes } from '@jobwire/realtime';
import { uuidv7 } from '@jobwire/runtime';
import { WebSocket } from 'ws';

import { type LiveSystem, startLiveSystem } from './testing/live-system.ts';
import { eventsOf, openTestSocket } from './testing/test-socket.ts';

/** A socket that counts what it received. */
class CountingSocket extends WebSocket {
  received = 0;
  constructor(url: string, protocol: string) {
    super(url, protocol);
    this.on('message', () => (this.received += 1));
  }
}

/** A maker of sockets that keeps those it made, so that a test can break them. */
function breakableSockets() {
  const made: CountingSocket[] = [];
  class Kept extends CountingSocket {
    constructor(url: string, protocol: string) {
      super(url, protocol);
      made.push(this);
    }
  }
  return { made, Kept };
}

const seqsOf = (items: readonly WatchItem<unknown>[]): number[] =>
  items.flatMap((item) => (item.kind === 'event' ? [item.seq] : []));

describe('a client', () => {
  let system: LiveSystem;
  beforeAll(async () => {
    system = await startLiveSystem({ checkEveryMs: 50, config: { RATE_LIMITS: false } });
  });
  afterAll(() => system.stop());

  it('watches from the first event to the final one, and then holds no socket', async () => {
    const job = await system.newJob();
    const client = createClient({ baseUrl: system.url });
    const items: WatchItem<unknown>[] = [];
    await job.happen(['job.started']);
    for await (const item of client.watch(job.id, { ticket: job.ticket, since: '0' })) {
      items.push(item);
      if (item.kind === 'event' && item.seq === 2) await job.happen(['job.progress', 'job.succeeded']);
    }
    expect(seqsOf(items)).toEqual([1, 2, 3, 4]);
    expect(items.at(-1)).toMatchObject({ type: 'job.succeeded', final: true, position: `${system.epoch}:4` });
    while (system.door.sockets > 0) await delay(1);
  });

  it('begins with the state when no position is given, also of a job that is over', async () => {
    const job = await system.newJob();
    await job.happen(['job.started', 'job.failed']);
    const client = createClient({ baseUrl: system.url });
    const items: WatchItem<unknown>[] = [];
    for await (const item of client.watch(job.id, { ticket: job.ticket })) items.push(item);
    expect(items).toMatchObject([{ kind: 'snapshot', final: true, snapshot: { id: job.id, state: 'failed' } }]);
    expect(await client.get(job.id, { ticket: job.ticket })).toMatchObject({ id: job.id, state: 'failed' });
  });

  it('holds every event once and in order after two hundred connections that broke at random', async () => {
    const job = await system.newJob();
    const { made, Kept } = breakableSockets();
    const client = createClient({ baseUrl: system.url, WebSocket: Kept });
    const items: WatchItem<unknown>[] = [];
    const watching = (async () => {
      for await (const item of client.watch(job.id, { ticket: job.ticket, since: '0' })) items.push(item);
    })();
    for (let drop = 0; drop < 200; drop += 1) {
      // Some doorbells carry events, some only the number, some are lost.
      await job.happen(['job.progress', 'job.log'], { ring: drop % 3 !== 0, bare: drop % 3 === 1 });
      // After the greeting, after the subscription, or among the events.
      await messages(made, drop + 1, 1 + Math.floor(Math.random() * 3));
      breakNow(made.at(-1));
    }
    await job.happen(['job.succeeded'], { ring: false });
    await watching;
    expect(made).toHaveLength(201);
    expect(items.filter(({ kind }) => kind === 'snapshot')).toEqual([]);
    expect(seqsOf(items)).toEqual(Array.from({ length: 402 }, (_, index) => index + 1));
  });

  it('is told why when it may not watch, and does not come back', async () => {
    const job = await system.newJob(uuidv7());
    const client = createClient({ baseUrl: system.url });
    const watching = client.watch(job.id);
    await expect(watching.next()).rejects.toMatchObject({ name: 'JobwireError', code: 'UNKNOWN_CHANNEL', status: 404 });
    await expect(client.get(job.id)).rejects.toBeInstanceOf(JobwireError);
    const forged = createClient({ baseUrl: system.url, token: 'forged' });
    await expect(forged.watch(job.id).next()).rejects.toMatchObject({ code: 'UNAUTHENTICATED' });
  });

  it('watches more jobs than one socket may, over as few sockets as needed', async () => {
    const jobs = await Promise.all(Array.from({ length: 66 }, () => system.newJob()));
    const { made, Kept } = breakableSockets();
    const client = createClient({ baseUrl: system.url, WebSocket: Kept });
    const watches = jobs.map(async ({ id, ticket }) => {
      const items: WatchItem<unknown>[] = [];
      for await (const item of client.watch(id, { ticket, since: '0' })) items.push(item);
      return seqsOf(items);
    });
    await Promise.all(jobs.map((job) => job.happen(['job.started', 'job.succeeded'])));
    for (const seqs of await Promise.all(watches)) expect(seqs).toEqual([1, 2, 3]);
    expect(made).toHaveLength(2);
  });

  it('stops when it is aborted, and when its reader leaves', async () => {
    const job = await system.newJob();
    const client = createClient({ baseUrl: system.url });
    const stop = new AbortController();
    const watching = client.watch(job.id, { ticket: job.ticket, signal: stop.signal });
    await watching.next();
    stop.abort(new Error('enough'));
    await expect(watching.next()).rejects.toThrow('enough');
    for await (const item of client.watch(job.id, { ticket: job.ticket })) {
      expect(item.kind).toBe('snapshot');
      break;
    }
    while (system.door.sockets > 0) await delay(1);
    expect(system.bus.watched).not.toContain(job.channel);
  });
});

/** Break a connection as a network would, but with a code that lets the client return at once. */
function breakNow(socket: WebSocket | undefined): void {
  socket?.emit('close', closeCodes.silent, Buffer.from('broken by the test'));
  socket?.removeAllListeners();
  socket?.on('error', () => undefined);
  socket?.terminate();
}

/** Wait until the newest of `sockets` connections has received `count` frames. */
async function messages(made: readonly CountingSocket[], sockets: number, count: number): Promise<void> {
  while (made.length < sockets || (made.at(-1)?.received ?? 0) < count) await delay(0);
}

describe('doorbells that are lost', () => {
  it('are made up for by the position check', async () => {
    const system = await startLiveSystem({ checkEveryMs: 20 });
    const job = await system.newJob();
    const socket = await openTestSocket(system.socketUrl);
    await socket.ask('hello');
    await socket.ask('sub', { ch: job.channel, ticket: job.ticket });
    for (let count = 0; count < 5; count += 1) await job.happen(['job.progress'], { ring: false });
    await job.happen(['job.succeeded'], { ring: false });
    await socket.until((frame) => frame['final'] === true);
    expect(eventsOf(socket.frames, job.channel).map((frame) => frame['seq'])).toEqual([2, 3, 4, 5, 6, 7]);
    await system.stop();
  });
});

describe('a reader that is slow', () => {
  it('gets the newest progress with the number of what it stands for, and everything else', async () => {
    const system = await startLiveSystem();
    const job = await system.newJob();
    const socket = await openTestSocket(system.socketUrl);
    await socket.ask('hello');
    await socket.ask('sub', { ch: job.channel, ticket: job.ticket });
    socket.ws.pause();
    // More than the kernel's buffers take, but less than the limit on top of them.
    const blob = 'x'.repeat(64 * 1024);
    let sent = 1;
    const waiting = (): number => Math.max(0, ...[...system.buffered()]);
    while (waiting() < 300 * 1024) {
      await job.happen(['job.log'], { data: { blob } });
      sent += 1;
    }
    for (let count = 0; count < 20; count += 1) await job.happen(['job.progress']);
    await job.happen(['job.retrying']);
    await job.happen(['job.succeeded']);
    socket.ws.resume();
    await socket.until((frame) => frame['final'] === true);
    let known = 1;
    for (const frame of eventsOf(socket.frames, job.channel)) {
      expect(Number(frame['seq']) - Number(frame['skipped'] ?? 0) - 1).toBe(known);
      known = Number(frame['seq']);
    }
    expect(known).toBe(sent + 22);
    const types = eventsOf(socket.frames, job.channel).map((frame) => frame['type']);
    expect(types.filter((type) => type === 'job.log')).toHaveLength(sent - 1);
    expect(types.filter((type) => type === 'job.progress')).toHaveLength(1);
    expect(types.slice(-2)).toEqual(['job.retrying', 'job.succeeded']);
    await system.stop();
  });

  it('is closed with 4108 when it leaves a mebibyte, and continues from its position', async () => {
    const system = await startLiveSystem();
    const job = await system.newJob();
    const socket = await openTestSocket(system.socketUrl);
    await socket.ask('hello');
    await socket.ask('sub', { ch: job.channel, ticket: job.ticket });
    socket.ws.pause();
    const blob = 'x'.repeat(64 * 1024);
    while (
      !system.emitted.some(({ name }) => name === 'socket.closed') &&
      Math.max(...system.buffered(), 0) <= 1024 * 1024
    ) {
      await job.happen(['job.log'], { data: { blob } });
    }
    await job.happen(['job.log']);
    socket.ws.resume();
    expect(await socket.closed).toBe(4108);
    const last = Number(eventsOf(socket.frames, job.channel).at(-1)?.['seq']);
    await job.happen(['job.succeeded']);
    const again = await openTestSocket(system.socketUrl);
    await again.ask('hello');
    const { ok } = await again.ask('sub', { ch: job.channel, ticket: job.ticket, since: String(last) });
    expect(ok).toMatchObject({ recovered: true, seq: last });
    await again.until((frame) => frame['final'] === true);
    await system.stop();
  });
});
