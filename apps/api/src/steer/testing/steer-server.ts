import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { bulkRun } from '@jobwire/jobs';
import { handlers } from '@jobwire/jobs/handlers';
import { createBulkSteps } from '@jobwire/queue';
import { defineJob, type JobContext, Permanent } from '@jobwire/queue/job';
import { appError, createKeyRing, systemClock } from '@jobwire/runtime';
import {
  createStops,
  type QueueSystem,
  startQueueSystem,
  testDatabase,
  type TestDatabase,
  type TestEngine,
} from '@jobwire/testing';
import type { RequestHandler } from 'express';
import { z } from 'zod';

import type { Caller } from '../../auth/caller.ts';
import { bulkRoutes } from '../../bulk-actions/bulk-routes.ts';
import { deadLetterRoutes } from '../../dead-letters/dead-letter-routes.ts';
import { createApp } from '../../http/app.ts';
import { queueRoutes } from '../../queues/queue-routes.ts';
import { createJobQuota } from '../../start/job-quota.ts';
import { replayRoute } from '../replay-route.ts';
import { steerRoutes } from '../steer-routes.ts';

const payload = z.strictObject({ does: z.enum(['nothing', 'fail', 'wait']), note: z.string().optional() });
const retry = { attempts: 1, backoff: { type: 'list', delaysMs: [1], jitter: 0 } } as const;

/** Does what its payload says; users may start it. */
export const play = defineJob({
  name: 'test.play',
  payload,
  result: z.unknown(),
  retry,
  access: 'user',
  concurrency: 50,
});

/** The same, and nobody may start it. */
export const hidden = defineJob({ name: 'test.hidden', payload, result: z.unknown(), retry });

/** Ids of the callers, who are called by these names. */
export const ids = {
  ada: '0198c7a4-1111-7000-8000-000000000001',
  bob: '0198c7a4-1111-7000-8000-000000000002',
  key: '0198c7a4-1111-7000-8000-000000000003',
  viewer: '0198c7a4-1111-7000-8000-000000000004',
  operator: '0198c7a4-1111-7000-8000-000000000005',
};

const callers: Record<string, Caller> = {
  ada: { kind: 'user', userId: ids.ada, sessionId: ids.ada },
  bob: { kind: 'user', userId: ids.bob, sessionId: ids.bob },
  key: { kind: 'key', keyId: ids.key, jobs: ['*'] },
  viewer: { kind: 'admin', role: 'viewer', userId: ids.viewer, sessionId: ids.viewer },
  operator: { kind: 'admin', role: 'operator', userId: ids.operator, sessionId: ids.operator },
};

/** The routes that act on jobs and queues, over real queues with workers. Bearer tokens are the callers' names. */
export interface SteerServer {
  system: QueueSystem;
  database: TestDatabase;
  /** While true, jobs that fail succeed. */
  mended: boolean;
  /** Send a request; the answer's body is read as JSON. */
  send(
    method: string,
    path: string,
    who?: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<SteerAnswer>;
  /** What the audit log says of a subject. */
  auditOf(subject: string): Promise<unknown[]>;
  stop(): Promise<void>;
}

/** An answer, read whole. */
export interface SteerAnswer {
  status: number;
  headers: Headers;
  // A test knows what it asks for.
  body: ReturnType<typeof JSON.parse>;
}

/** Start it. */
export async function steerServer(start: TestEngine['start'], { workers = true } = {}): Promise<SteerServer> {
  const stops = createStops();
  const engine = stops.add(await start());
  const database = stops.add(await testDatabase());
  const { db } = database;
  const definitions = [play, hidden, bulkRun];
  const run = async (given: unknown, { signal }: JobContext): Promise<unknown> => {
    const { does } = payload.parse(given);
    if (does === 'fail' && !server.mended) throw new Permanent('BROKEN');
    if (does === 'wait') await untilAborted(signal);
    return null;
  };
  const bulk = async (given: unknown, context: JobContext): Promise<unknown> => {
    const { engine: real, dispatcher, bus, events } = system;
    const bulkActions = createBulkSteps({ db, engine: real, dispatcher, bus, definitions, emit: events.emit });
    return handlers['bulk.run'](bulkRun.payload.parse(given), context, { bulkActions } as never);
  };
  const system = stops.add(
    await startQueueSystem(
      { database: database.url, redisUrl: engine.redisUrl },
      db,
      [
        { definition: play, handler: run },
        { definition: hidden, handler: run },
        { definition: bulkRun, handler: bulk },
      ],
      { workers },
    ),
  );
  const shared = {
    db,
    gatekeeper: {
      async callerOf(request: { get(name: string): string | undefined }): Promise<Caller> {
        const token = request.get('authorization')?.replace('Bearer ', '');
        if (token === undefined) return { kind: 'anonymous' };
        const caller = callers[token];
        if (!caller) throw appError('UNAUTHENTICATED');
        return caller;
      },
    },
    control: system.control,
    dispatcher: system.dispatcher,
    catalog: Object.fromEntries(definitions.map((definition) => [definition.name, definition])),
    names: definitions.map(({ name }) => name),
    clock: systemClock(),
    emit: system.events.emit,
    keys: createKeyRing('a secret that is long enough for a test'),
  };
  const quota = createJobQuota({ ...shared, config: { JOBS_PER_OWNER: 1_000 } });
  const routes = [
    steerRoutes(shared),
    replayRoute({ ...shared, quota }),
    queueRoutes(shared),
    bulkRoutes(shared),
    deadLetterRoutes(shared),
  ];
  const http = createServer(createApp(routes, system.events.emit, { first: [traced] })).listen(0, '127.0.0.1');
  await once(http, 'listening');
  stops.add({
    stop: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  });
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const server: SteerServer = {
    system,
    database,
    mended: false,
    async send(method, path, who, body, headers = {}) {
      const response = await fetch(`${url}${path}`, {
        method,
        headers: {
          ...(who === undefined ? {} : { authorization: `Bearer ${who}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) };
    },
    auditOf: (subject) =>
      db.query('SELECT action, actor_kind, actor_id, data FROM audit_log WHERE subject = $1 ORDER BY id', [subject]),
    stop: () => stops.stopAll(),
  };
  return server;
}

/** What every request here is a part of. */
export const traceContext = `00-${'a'.repeat(32)}-${'b'.repeat(16)}-01`;

const traced: RequestHandler = (_request, response, next) => {
  response.locals['traceContext'] = traceContext;
  next();
};

async function untilAborted(signal: AbortSignal): Promise<void> {
  await new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}
