import { defineJob } from '@jobwire/queue/job';
import { createKeyRing } from '@jobwire/runtime';
import { startApp, startQueueSystem } from '@jobwire/testing';
import { SignJWT } from 'jose';
import { WebSocket } from 'ws';
import { z } from 'zod';

import type { BenchServers } from './servers.ts';
import { percentile } from './table.ts';

const reports = 20;
/** Just above the least time between two stored reports of one run, in milliseconds. */
const everyMs = 260;
const secretKey = 'a key of the benchmarks, at least 32 characters';

const progressing = defineJob({
  name: 'bench.progress',
  payload: z.strictObject({}),
  result: z.null(),
  concurrency: 20,
});

const frame = z.object({
  t: z.literal('event'),
  type: z.string(),
  ch: z.string(),
  data: z.object({ detail: z.string().optional() }),
});

/** Time from a handler's `progress()` to the frame in a client of an api process; median and 99th percentile, ms. */
export async function progressLatency(servers: BenchServers, jobs: number): Promise<{ p50: number; p99: number }> {
  const sent = new Map<string, number>();
  const times: number[] = [];
  const env = {
    NODE_ENV: 'test',
    LOG_LEVEL: 'error',
    DATABASE_URL: servers.databaseUrl,
    SECRET_KEY: secretKey,
    RATE_LIMITS: 'off',
    PORT: '0',
    ...(servers.redisUrl ? { REDIS_URL: servers.redisUrl } : {}),
  };
  const api = await startApp('api', env);
  const system = await startQueueSystem({ database: servers.databaseUrl, redisUrl: servers.redisUrl }, servers.db, [
    {
      definition: progressing,
      handler: async (_payload, { job, progress }) => {
        for (let index = 1; index <= reports; index += 1) {
          await new Promise((resolve) => setTimeout(resolve, everyMs));
          const detail = `${job.id}-${index}`;
          sent.set(detail, performance.now());
          progress('run', index / reports, detail);
        }
        return null;
      },
    },
  ]);
  const socket = new WebSocket(`${api.url.replace('http', 'ws')}/ws`);
  socket.on('message', (text: Buffer) => {
    const now = performance.now();
    const parsed = frame.safeParse(JSON.parse(text.toString()));
    const since = parsed.success ? sent.get(parsed.data.data.detail ?? '') : undefined;
    if (since !== undefined) times.push(now - since);
  });
  await new Promise((resolve) => socket.once('open', resolve));
  socket.send(JSON.stringify({ id: 1, op: 'hello' }));
  const ids: string[] = [];
  for (let index = 0; index < jobs; index += 1) {
    const id = await system.start(progressing, {});
    ids.push(id);
    socket.send(JSON.stringify({ id: index + 2, op: 'sub', ch: `job:${id}`, ticket: await ticketFor(id) }));
  }
  for (const id of ids) await system.finished(id);
  socket.close();
  await system.stop();
  await api.stop();
  return { p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}

/** A ticket as the API issues them. */
function ticketFor(jobId: string): Promise<string> {
  return new SignJWT({})
    .setProtectedHeader({ alg: 'HS256', typ: 'ticket+jwt' })
    .setIssuer('jobwire')
    .setAudience('ticket')
    .setSubject(jobId)
    .setExpirationTime('1h')
    .sign(createKeyRing(secretKey)('ticket'));
}
