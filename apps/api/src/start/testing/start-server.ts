import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type Database, readEpoch } from '@jobwire/db';
import { defineJob } from '@jobwire/queue/job';
import { createHub, type Hub } from '@jobwire/realtime';
import { appError, createKeyRing, systemClock } from '@jobwire/runtime';
import { testDatabase } from '@jobwire/testing';
import { z } from 'zod';

import type { Caller, Gatekeeper } from '../../auth/caller.ts';
import { createTickets, type Tickets } from '../../auth/tickets.ts';
import { createApp } from '../../http/app.ts';
import { createJobChannel } from '../../jobs/job-channel.ts';
import { createJobWaits } from '../../jobs/job-waits.ts';
import { createLocalBus, type LocalBus } from '../../sockets/testing/local-bus.ts';
import { createJobQuota } from '../job-quota.ts';
import { startBatch } from '../start-batch.ts';
import { startJob } from '../start-job.ts';

/** The jobs of the tests: for keys, for nobody, for users, and with rules of its own. */
export const mailing = defineJob({
  name: 'report.send',
  payload: z.strictObject({ to: z.array(z.string().min(3)).min(1), facts: z.json().optional() }),
  result: z.null(),
  retry: { attempts: 3, backoff: { type: 'list', delaysMs: [1], jitter: 0 } },
  access: 'key',
});
export const hidden = defineJob({ name: 'report.sweep', payload: z.unknown(), result: z.null() });
export const forUsers = defineJob({ name: 'report.csv', payload: z.unknown(), result: z.null(), access: 'user' });
export const ruled = defineJob({
  name: 'report.own',
  payload: z.strictObject({ userId: z.string(), day: z.string().optional() }),
  result: z.null(),
  access: 'user',
  priority: 5,
  authorize: async ({ payload, ownerId, role }) => role === 'operator' || payload.userId === ownerId,
  dedupeKey: ({ day }) => day,
});
const catalog = Object.fromEntries([mailing, hidden, forUsers, ruled].map((job) => [job.name, job]));

export const keyId = '0198c7a4-1111-7000-8000-000000000001';
export const otherId = '0198c7a4-1111-7000-8000-000000000002';
export const userId = '0198c7a4-1111-7000-8000-000000000003';
const callers: Record<string, Caller> = {
  key: { kind: 'key', keyId, jobs: ['report.*'] },
  other: { kind: 'key', keyId: otherId, jobs: ['report.*'] },
  narrow: { kind: 'key', keyId: otherId, jobs: ['mail.*'] },
  user: { kind: 'user', userId, sessionId: userId },
  viewer: { kind: 'admin', role: 'viewer', userId: otherId, sessionId: otherId },
  operator: { kind: 'admin', role: 'operator', userId: otherId, sessionId: otherId },
};

/** The routes that start jobs, over a real record. Tokens are the names of callers. */
export interface StartServer {
  db: Database;
  url: string;
  tickets: Tickets;
  wakes(): number;
  /** Where requests wait for the end of their job. */
  hub: Hub;
  bus: LocalBus;
  /** Post a text as it is. */
  send(body: string, token?: string, headers?: Record<string, string>, path?: string): Promise<Response>;
  /** `POST /jobs`; as `key` unless it is said. */
  start(body: unknown, token?: string, headers?: Record<string, string>): Promise<Response>;
  /** `POST /jobs/batch`. */
  batch(body: unknown, token?: string, headers?: Record<string, string>): Promise<Response>;
  countJobs(): Promise<number>;
  /** Forget everything. */
  clear(): Promise<void>;
  stop(): Promise<void>;
}

/** Start it; `jobsPerOwner` is the quota. */
export async function startServer(jobsPerOwner = 5_000): Promise<StartServer> {
  const database = await testDatabase();
  const { db } = database;
  const tickets = officeOfTickets();
  let wakes = 0;
  const clock = systemClock();
  const bus = createLocalBus();
  const sources = { job: createJobChannel({ db, gatekeeper: { readTicket: tickets.read } }) };
  const hub = createHub({ bus, sources, epoch: await readEpoch(db), emit: () => undefined });
  const waits = createJobWaits({ hub });
  const dependencies = {
    db,
    gatekeeper: testGatekeeper(tickets),
    dispatcher: { wake: () => void (wakes += 1) },
    catalog,
    quota: createJobQuota({ db, clock, config: { JOBS_PER_OWNER: jobsPerOwner } }),
    clock,
  };
  const app = createApp([startJob({ ...dependencies, waits }), startBatch(dependencies)], () => undefined);
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const send: StartServer['send'] = (body, token, headers = {}, path = '/jobs') =>
    fetch(`${url}${path}`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        ...headers,
      },
    });
  return {
    db,
    url,
    tickets,
    wakes: () => wakes,
    hub,
    bus,
    send,
    start: (body, token = 'key', headers) => send(JSON.stringify(body), token, headers),
    batch: (body, token = 'key', headers) => send(JSON.stringify(body), token, headers, '/jobs/batch'),
    async countJobs() {
      return (await db.query<{ count: number }>('SELECT count(*)::int AS count FROM jobs'))[0]?.count ?? -1;
    },
    async clear() {
      wakes = 0;
      await db.query('TRUNCATE jobs, job_events, job_dedupes, idempotency_keys');
    },
    async stop() {
      hub.close();
      await close(server);
      await database.stop();
    },
  };
}

function officeOfTickets(): Tickets {
  return createTickets(createKeyRing('a secret that is long enough for a test'));
}

/** Takes the name of a caller for their token. */
export function testGatekeeper(tickets = officeOfTickets()): Pick<Gatekeeper, 'callerOf' | 'issueTicket'> {
  return {
    async callerOf(request) {
      const token = request.get('authorization')?.replace('Bearer ', '');
      if (token === undefined) return { kind: 'anonymous' };
      const caller = callers[token];
      if (!caller) throw appError('UNAUTHENTICATED');
      return caller;
    },
    issueTicket: tickets.issue,
  };
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
