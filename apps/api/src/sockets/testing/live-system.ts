import { createServer, type Server } from 'node:http';
import type { Socket } from 'node:net';

import { type Database, readEpoch } from '@jobwire/db';
import { createHub, type Hub } from '@jobwire/realtime';
import { appError, type Clock, createEvents, createKeyRing, type Facts, systemClock } from '@jobwire/runtime';
import { testDatabase } from '@jobwire/testing';

import type { Caller, Gatekeeper } from '../../auth/caller.ts';
import { type CredentialWatch, createCredentialWatch } from '../../auth/credential-watch.ts';
import { createTickets } from '../../auth/tickets.ts';
import { createPermissionWatch, type PermissionWatch } from '../../channels/permission-watch.ts';
import { createApp } from '../../http/app.ts';
import { createAddressOf, trustOf } from '../../http/client-address.ts';
import type { IpGate } from '../../http/ip-allowlist.ts';
import { createJobChannel } from '../../jobs/job-channel.ts';
import { jobHistoryRoutes } from '../../jobs/job-history-routes.ts';
import { jobResultRoute } from '../../jobs/job-result-route.ts';
import { jobRoutes } from '../../jobs/job-routes.ts';
import { createJobWaits } from '../../jobs/job-waits.ts';
import { listJobsRoutes } from '../../jobs/list-jobs.ts';
import { throughputRoute } from '../../jobs/throughput-route.ts';
import { createEventStreams } from '../../sse/event-streams.ts';
import { streamRoutes } from '../../sse/stream-routes.ts';
import { createSocketDoor, type SocketDoor } from '../door.ts';
import { plainSocketRequests } from '../plain-request.ts';
import type { SocketConfig, SocketLimits } from '../socket-limits.ts';
import { createLocalBus, type LocalBus } from './local-bus.ts';
import { newJob, type TestJobHandle } from './moved-job.ts';
import { createTestRooms, type TestRooms } from './test-rooms.ts';

/** An API process with real sockets and a real record, whose jobs are moved by the test. */
export interface LiveSystem {
  url: string;
  socketUrl: string;
  db: Database;
  bus: LocalBus;
  hub: Hub;
  door: SocketDoor;
  server: Server;
  gatekeeper: Gatekeeper;
  /** Looks when the test says so. */
  credentials: CredentialWatch;
  /** Channels in which a test publishes. */
  rooms: TestRooms;
  /** Looks when the test says so. */
  permissions: PermissionWatch;
  epoch: string;
  /** Every event that was emitted. */
  emitted: { name: string; facts: Facts }[];
  /** Bytes that wait in this process for each connection of its server. */
  buffered(): readonly number[];
  /** Accept a job; its event 1 is in the record. */
  newJob(ownerId?: string): Promise<TestJobHandle>;
  /** The access token of a user. */
  tokenOf(userId: string): string;
  stop(): Promise<void>;
}

/** What a live system may be told. */
export interface LiveSystemOptions {
  config?: Partial<SocketConfig>;
  limits?: Partial<SocketLimits>;
  /** Proxies whose X-Forwarded-For is believed. */
  trustedProxies?: readonly string[];
  /** Who may come in at all. */
  mayEnter?: IpGate;
  checkEveryMs?: number;
  /** What permissions that end by themselves are compared with. */
  permissionClock?: Clock;
  sseHeartbeatMs?: number;
  /** Requests that may be held by `Prefer: wait`. */
  mostWaits?: number;
}

const keys = createKeyRing('a secret key of the tests, long enough');

const defaults: SocketConfig = {
  NODE_ENV: 'test',
  PUBLIC_URL: 'https://jobs.example',
  CORS_ORIGINS: [],
  SOCKETS_PER_USER: 10,
  SOCKETS_PER_IP: 500,
  RATE_LIMITS: true,
  HEARTBEAT_MIN_MS: 5_000,
};

/** Start it on a free port. */
export async function startLiveSystem(options: LiveSystemOptions = {}): Promise<LiveSystem> {
  const { db, stop: stopDatabase } = await testDatabase();
  const emitted: LiveSystem['emitted'] = [];
  const events = createEvents();
  events.subscribe((name, facts) => void emitted.push({ name, facts }));
  const config = { ...defaults, ...options.config };
  const gatekeeper = createTestGatekeeper();
  const credentials = createCredentialWatch({ db, clock: systemClock(), emit: events.emit });
  const bus = createLocalBus();
  const addressOf = createAddressOf(trustOf(options.trustedProxies ?? []));
  const permissions = createPermissionWatch({
    emit: events.emit,
    ...(options.permissionClock ? { clock: options.permissionClock } : {}),
  });
  const epoch = await readEpoch(db);
  const rooms = createTestRooms({ db, bus, epoch });
  const kinds = { job: createJobChannel({ db, gatekeeper }), ...rooms.kinds };
  const hub = createHub({ bus, sources: kinds, epoch, emit: events.emit, checkEveryMs: options.checkEveryMs ?? 5_000 });
  const clock = systemClock();
  const watching = { hub, kinds, gatekeeper, credentials, permissions, addressOf, config, emit: events.emit, clock };
  const door = createSocketDoor({
    ...watching,
    limits: options.limits ?? {},
    ...(options.mayEnter ? { mayEnter: options.mayEnter } : {}),
  });
  const streams = createEventStreams({
    ...watching,
    heartbeatMs: options.sseHeartbeatMs ?? 15_000,
  });
  const waits = createJobWaits({ hub, most: options.mostWaits ?? 500 });
  const shared = { db, gatekeeper, hub, kinds, streams, waits, keys, clock };
  const app = createApp(
    [listJobsRoutes, throughputRoute, jobRoutes, jobResultRoute, jobHistoryRoutes, streamRoutes]
      .map((routes) => routes(shared))
      .concat(plainSocketRequests()),
    events.emit,
  );
  const server = createServer(app);
  const connections = new Set<Socket>();
  server.on('connection', (socket) => {
    connections.add(socket);
    socket.on('close', () => connections.delete(socket));
  });
  server.on('upgrade', door.handleUpgrade);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;

  return {
    url: `http://127.0.0.1:${port}`,
    socketUrl: `ws://127.0.0.1:${port}/ws`,
    db,
    bus,
    hub,
    door,
    server,
    gatekeeper,
    credentials,
    rooms,
    permissions,
    epoch,
    emitted,
    buffered: () => [...connections].map(({ writableLength }) => writableLength),
    newJob: (ownerId) => newJob(db, bus, gatekeeper, ownerId ?? null),
    tokenOf: (userId) => `token-of-${userId}`,
    async stop() {
      await door.drain();
      hub.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await stopDatabase();
    },
  };
}

/**
 * Tokens are `token-of-<user id>`, `until-<milliseconds since the epoch>-<user id>`, `session-<id of session and user>`
 * and `key-<id>`; tickets are the real ones.
 */
function createTestGatekeeper(): Gatekeeper {
  const tickets = createTickets(keys);
  const callerOfToken = (token: string): Promise<Caller> => {
    const [, kind, id] = /^(session|key)-(.+)$/.exec(token) ?? [];
    if (kind === 'session' && id) return Promise.resolve({ kind: 'user', userId: id, sessionId: id });
    if (kind === 'key' && id) return Promise.resolve({ kind: 'key', keyId: id, jobs: ['*'] });
    const [, end, mortal] = /^until-(\d+)-(.+)$/.exec(token) ?? [];
    if (end && mortal) return Promise.resolve({ kind: 'user', userId: mortal, sessionId: 's', expiresAt: Number(end) });
    const userId = /^token-of-(.+)$/.exec(token)?.[1];
    if (userId === undefined) return Promise.reject(appError('UNAUTHENTICATED'));
    if (userId === 'admin') return Promise.resolve({ kind: 'admin', role: 'operator', userId: null, sessionId: 's' });
    return Promise.resolve({ kind: 'user', userId, sessionId: 's' });
  };
  const bearer = (header: string | undefined): string | undefined => /^Bearer (.+)$/.exec(header ?? '')?.[1];
  return {
    async callerOf(request) {
      const token = bearer(request.get('authorization'));
      return token === undefined ? { kind: 'anonymous' } : callerOfToken(token);
    },
    callerOfToken,
    adminOf: () => Promise.resolve(undefined),
    async ticketOf(request) {
      const given = request.query['ticket'] ?? bearer(request.get('authorization'));
      return typeof given === 'string' ? tickets.read(given) : undefined;
    },
    readTicket: tickets.read,
    issueTicket: tickets.issue,
  };
}
