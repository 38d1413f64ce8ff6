import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Database } from '@jobwire/db';
import { createScheduleControl } from '@jobwire/queue';
import { defineJob } from '@jobwire/queue/job';
import { appError } from '@jobwire/runtime';
import { testDatabase } from '@jobwire/testing';
import { z } from 'zod';

import type { Caller } from '../../auth/caller.ts';
import { createApp } from '../../http/app.ts';
import { scheduleRoutes } from '../schedule-routes.ts';

/** Who acts here. */
export const adminId = '0198c7a4-1111-7000-8000-000000000001';
const callers: Record<string, Caller> = {
  operator: { kind: 'admin', role: 'operator', userId: adminId, sessionId: adminId },
  viewer: { kind: 'admin', role: 'viewer', userId: adminId, sessionId: adminId },
  user: { kind: 'user', userId: adminId, sessionId: adminId },
  key: { kind: 'key', keyId: adminId, jobs: ['*'] },
};

/** The routes of schedules on a real record, with bearer tokens that are the roles' names. */
export interface ScheduleServer {
  db: Database;
  wakes(): number;
  ask(
    method: string,
    path: string,
    token?: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Response>;
  stop(): Promise<void>;
}

/** Start it. */
export async function scheduleServer(): Promise<ScheduleServer> {
  const { db, stop } = await testDatabase();
  const gatekeeper = {
    callerOf: async (request: { get(name: string): string | undefined }): Promise<Caller> => {
      const token = request.get('authorization')?.replace('Bearer ', '');
      if (token === undefined) return { kind: 'anonymous' };
      const caller = callers[token];
      if (!caller) throw appError('UNAUTHENTICATED');
      return caller;
    },
  };
  const say = defineJob({ name: 'say.hello', payload: z.strictObject({ to: z.string() }), result: z.null() });
  const schedules = createScheduleControl({ db, definitions: [say], emit: () => undefined });
  let wakes = 0;
  const dispatcher = { wake: () => void (wakes += 1) };
  const app = createApp([scheduleRoutes({ db, gatekeeper, schedules, dispatcher })], () => undefined);
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    db,
    wakes: () => wakes,
    ask: (method, path, token, body, headers = {}) =>
      fetch(`${url}${path}`, {
        method,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await stop();
    },
  };
}
