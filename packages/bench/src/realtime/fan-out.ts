import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import type { Crowd, CrowdConnect, ReturningApi } from '@jobwire/testing';
import { z } from 'zod';

import { percentile } from '../table.ts';

/** The room of the measurement: who listens, who speaks, what is said, and for how long each round counts. */
export const fanOut = { sockets: 500, publishers: 80, warmMs: 1_500, countMs: 4_000, rounds: 3 } as const;

/** A chat message as people write them. */
const text = 'It is a truth universally acknowledged, that a single man in possession of a good fortune…';

/** Messages of the latency measurement: 20 per second, as of a lively room. */
const pulse = { everyMs: 50, forMs: 6_000 };

/**
 * Frames delivered per second in a room, and by a loop over bare `ws` sockets that writes each message as JSON once. The
 * same processes hold the clients of both, by turns; the median of each, because the machine is not always equally fast.
 */
export async function fanOutRates(
  gateway: ReturningApi,
  crowd: Crowd,
  room: Omit<CrowdConnect, 'urls' | 'count'>,
): Promise<{ ours: number; bare: number }> {
  const bareGateway = await startBareGateway();
  const rates: { ours: number[]; bare: number[] } = { ours: [], bare: [] };
  for (let round = 0; round < fanOut.rounds; round += 1) {
    rates.bare.push(await rateOf(crowd, { urls: [bareGateway.url], count: fanOut.sockets }));
    rates.ours.push(await rateOf(crowd, { urls: [gateway.socketUrl], count: fanOut.sockets, ...room }));
  }
  bareGateway.child.kill('SIGKILL');
  return { ours: percentile(rates.ours, 0.5), bare: percentile(rates.bare, 0.5) };
}

/** Milliseconds from publishing to the frame, of all sockets of the crowd's first process. */
export async function fanOutLatency(
  gateway: ReturningApi,
  crowd: Crowd,
  room: Omit<CrowdConnect, 'urls' | 'count'>,
): Promise<{ p50: number; p99: number }> {
  await crowd.connect({ urls: [gateway.socketUrl], count: fanOut.sockets, ...room });
  crowd.pulse(pulse.everyMs, text);
  await delay(fanOut.warmMs);
  await crowd.report();
  await delay(pulse.forMs);
  const { latencies } = await crowd.report();
  crowd.hush();
  await left(crowd);
  return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
}

async function rateOf(crowd: Crowd, connect: CrowdConnect): Promise<number> {
  await crowd.connect(connect);
  crowd.talk(fanOut.publishers, text);
  await delay(fanOut.warmMs);
  await crowd.report();
  const started = performance.now();
  await delay(fanOut.countMs);
  const { frames } = await crowd.report();
  const seconds = (performance.now() - started) / 1_000;
  crowd.hush();
  await left(crowd);
  return frames / seconds;
}

/** Close all sockets, and let the server notice before it is measured again. */
async function left(crowd: Crowd): Promise<void> {
  await delay(500);
  crowd.leave();
  await delay(500);
}

async function startBareGateway(): Promise<{ url: string; child: ChildProcess }> {
  const main = fileURLToPath(new URL('../../dist/realtime/bare-gateway-main.js', import.meta.url));
  const child = fork(main, [], { execArgv: [] });
  const [url] = await once(child, 'message');
  return { url: z.string().parse(url), child };
}
