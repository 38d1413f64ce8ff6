import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { overflowAtBytes, pauseAtBytes } from '@jobwire/realtime';
import { createStops, eventually, tcpProxy } from '@jobwire/testing';

import { type LiveSystem, startLiveSystem } from './testing/live-system.ts';
import type { TestJobHandle } from './testing/moved-job.ts';
import { eventsOf, openTestSocket, type TestSocket } from './testing/test-socket.ts';

const stops = createStops();
const blob = 'x'.repeat(64 * 1024);
afterAll(() => stops.stopAll());

describe('a reader that reads no more', () => {
  let system: LiveSystem;
  let job: TestJobHandle;
  const watching = async (): Promise<TestSocket> => {
    const socket = await openTestSocket(system.socketUrl);
    await socket.ask('hello');
    await socket.ask('sub', { ch: job.channel, ticket: job.ticket });
    return socket;
  };
  const waiting = (): number => Math.max(0, ...system.buffered());
  const overflows = (): number => system.emitted.filter(({ name }) => name === 'socket.overflowed').length;
  beforeAll(async () => {
    system = stops.add(await startLiveSystem({ limits: { stalledMs: 300 } }));
    job = await system.newJob();
  });

  it('is closed with 4108 when it takes nothing for too long, however little there is', async () => {
    const socket = await watching();
    socket.ws.pause();
    while (waiting() <= pauseAtBytes) await job.happen(['job.log'], { data: { blob } });
    expect(waiting()).toBeLessThan(overflowAtBytes);
    await eventually(() => expect(overflows()).toBe(1));
    socket.ws.resume();
    expect(await socket.closed).toBe(4108);
  });

  it('costs little however much happens, while others get everything', async () => {
    const [slow, other] = [await watching(), await watching()];
    slow.ws.pause();
    let most = 0;
    for (let count = 0; count < 100; count += 1) {
      await job.happen(['job.log'], { data: { blob } });
      most = Math.max(most, waiting());
    }
    await job.happen(['job.succeeded']);
    await other.until((frame) => frame['final'] === true);
    expect(eventsOf(other.frames, job.channel)).toHaveLength(101);
    expect(eventsOf(other.frames, job.channel).every((frame) => frame['skipped'] === undefined)).toBe(true);
    expect(most).toBeLessThan(overflowAtBytes + 2 * blob.length);
    slow.ws.terminate();
    await other.close();
  });
});

describe('a peer that vanishes', () => {
  it('is gone after the grace, with everything that it held', async () => {
    const system = stops.add(await startLiveSystem({ limits: { heartbeatMs: 3_000, graceMs: 1_500, perAddress: 1 } }));
    const proxy = stops.add(await tcpProxy(system.url));
    const job = await system.newJob();
    const socket = await openTestSocket(`ws://127.0.0.1:${proxy.port}/ws`);
    await socket.ask('hello');
    await socket.ask('sub', { ch: job.channel, ticket: job.ticket });
    proxy.blackhole();
    await eventually(() => expect([system.door.sockets, system.bus.watched.length]).toEqual([0, 0]));
    // Its place is free again.
    await (await openTestSocket(system.socketUrl)).close();
    proxy.restore();
  });

  it('without a word after silence hears heartbeats more often the next time, and nobody else does', async () => {
    // Nobody waits long enough for the usual heartbeat: whoever hears one has the shorter interval.
    const system = stops.add(await startLiveSystem({ limits: { heartbeatMs: 600_000, heartbeatMinMs: 50 } }));
    const greeted = async (): Promise<TestSocket> => {
      const socket = await openTestSocket(system.socketUrl);
      expect((await socket.ask('hello', { token: system.tokenOf('ada') }))['ok']).toMatchObject({
        heartbeatMs: 600_000,
      });
      return socket;
    };
    const first = await greeted();
    await new Promise((resolve) => void setTimeout(resolve, 100));
    first.ws.terminate();
    await eventually(() => expect(system.door.sockets).toBe(0));
    const second = await greeted();
    expect(await second.until(({ t }) => t === 'hb')).toEqual({ t: 'hb' });
    await second.until((frame) => frame['t'] === 'hb');
    await second.close();
  });
});

describe('silence', () => {
  it('instead of hello closes with 4102', async () => {
    const system = await startLiveSystem({ limits: { helloMs: 30 } });
    const socket = await openTestSocket(system.socketUrl);
    expect(await socket.closed).toBe(4102);
    await system.stop();
  });

  it('after a heartbeat closes with 4201; an answer keeps the socket', async () => {
    const system = await startLiveSystem({ limits: { heartbeatMs: 600, graceMs: 500 } });
    const lively = await openTestSocket(system.socketUrl);
    await lively.ask('hello');
    const silent = await openTestSocket(system.socketUrl, { autoPong: false });
    await silent.ask('hello');
    expect(await silent.closed).toBe(4201);
    await lively.until((frame) => frame['t'] === 'hb');
    expect((await lively.ask('ping'))['ok']).toEqual({});
    await system.stop();
  });
});
