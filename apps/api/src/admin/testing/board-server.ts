import { once } from 'node:events';
import { createServer, request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

import type { Tx } from '@jobwire/db';
import { defineJob, type JobContext, Permanent } from '@jobwire/queue/job';
import {
  createStops,
  type QueueSystem,
  startQueueSystem,
  type TestDatabase,
  testDatabase,
  type TestEngine,
} from '@jobwire/testing';
import { z } from 'zod';

import type { AdminCaller } from '../../auth/caller.ts';
import { createApp } from '../../http/app.ts';
import { boardRoutes } from '../board.ts';
import { adminGuard } from '../guard.ts';

const retry = { attempts: 1, backoff: { type: 'list', delaysMs: [1], jitter: 0 } } as const;
const payload = z.looseObject({ does: z.string() });
const stages = ['one', 'two'] as const;

/** Does what its payload says. */
export const play = defineJob({ name: 'test.play', payload, result: z.unknown(), stages, retry });

/** The same, in another queue. */
export const other = defineJob({ name: 'test.other', payload, result: z.unknown(), stages, retry });

/** An answer, read whole. */
export interface BoardAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  // A test knows what it asks for.
  body: ReturnType<typeof JSON.parse>;
}

/** The board over real queues, with workers. */
export interface BoardServer {
  url: string;
  system: QueueSystem;
  database: TestDatabase;
  /** What jobs that fail wait for to succeed. */
  mended: boolean;
  /** Statements of the board by name. */
  asked: (string | undefined)[];
  /** Send a request to a path as it is written; `who` is the cookie: `operator`, `viewer` or nobody. */
  send(method: string, path: string, who?: string, headers?: Record<string, string>): Promise<BoardAnswer>;
  stop(): Promise<void>;
}

/** Start it. Administrators are told by a cookie that names their role. */
export async function boardServer(start: TestEngine['start']): Promise<BoardServer> {
  const stops = createStops();
  const engine = stops.add(await start());
  const database = stops.add(await testDatabase());
  const { db } = database;
  const handler = async (given: unknown, context: JobContext): Promise<unknown> => {
    const { does } = payload.parse(given);
    context.progress('two', 0.5, 'for ada@example.com');
    if (does === 'fail' && !server.mended) throw new Permanent('BROKEN', 'No mailbox for ada@example.com');
    if (does === 'wait') await untilAborted(context.signal);
    context.log('Looked at ada@example.com', { at: 'https://example.com/verify?token=abc' });
    return { to: 'ada@example.com', token: 'abc', url: '/uploads/1/thumb?signature=abc' };
  };
  const system = stops.add(
    await startQueueSystem(
      { database: database.url, redisUrl: engine.redisUrl },
      db,
      [play, other].map((definition) => ({ definition, handler })),
    ),
  );
  const asked: BoardServer['asked'] = [];
  const spied: Tx = {
    query: (sql, params, name) => {
      asked.push(name);
      return db.query(sql, params, name);
    },
  };
  const gatekeeper = { adminOf: async (cookie: string | undefined) => adminOf(cookie) };
  const config = { PUBLIC_URL: 'http://jobwire.test' };
  const guard = adminGuard({ gatekeeper, config });
  const routes = boardRoutes({ db: spied, engine: system.engine, control: system.control, gatekeeper, guard });
  const http = createServer(createApp([routes], system.events.emit)).listen(0, '127.0.0.1');
  await once(http, 'listening');
  stops.add({
    stop: async () => {
      http.closeAllConnections();
      await new Promise((resolve) => http.close(resolve));
    },
  });
  const { port } = http.address() as AddressInfo;
  const server: BoardServer = {
    url: `http://127.0.0.1:${port}`,
    system,
    database,
    mended: false,
    asked,
    send: (method, path, who, headers = {}) =>
      send(port, method, path, {
        origin: config.PUBLIC_URL,
        ...(who === undefined ? {} : { cookie: who }),
        ...headers,
      }),
    stop: () => stops.stopAll(),
  };
  return server;
}

/** The operator's user id, as the audit log names them. */
export const operatorId = '0198c7a4-1111-7000-8000-000000000001';

function adminOf(cookie: string | undefined): AdminCaller | undefined {
  if (cookie !== 'operator' && cookie !== 'viewer') return undefined;
  return { kind: 'admin', role: cookie, userId: operatorId, sessionId: operatorId };
}

async function untilAborted(signal: AbortSignal): Promise<void> {
  await new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}

/** Not `fetch`, which tidies paths up before it sends them. */
function send(port: number, method: string, path: string, headers: Record<string, string>): Promise<BoardAnswer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest({ host: '127.0.0.1', port, method, path, headers }, async (response) => {
      const body = await text(response);
      const json = String(response.headers['content-type']).includes('json') && body !== '';
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: json ? JSON.parse(body) : body });
    });
    request.on('error', reject);
    request.end();
  });
}
