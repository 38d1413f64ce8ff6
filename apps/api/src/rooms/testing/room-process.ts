import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { type Database, readEpoch } from '@jobwire/db';
import { type Bus, createEngine, type Engine } from '@jobwire/queue';
import { createHub, type Hub } from '@jobwire/realtime';
import { appError, createEvents, createKeyRing, systemClock } from '@jobwire/runtime';
import { type EventSpy, spyEvents, type TestDatabase } from '@jobwire/testing';

import type { Caller, Gatekeeper } from '../../auth/caller.ts';
import { createTickets } from '../../auth/tickets.ts';
import { createChannelLog } from '../../channels/channel-log.ts';
import { createPermissionWatch } from '../../channels/permission-watch.ts';
import { createApp } from '../../http/app.ts';
import { createSocketDoor } from '../../sockets/door.ts';
import { openTestSocket, type TestSocket } from '../../sockets/testing/test-socket.ts';
import type { PresenceTimes } from '../presence.ts';
import { roomRoutes } from '../room-routes.ts';
import { createRooms } from '../rooms.ts';

/** What a process has of rooms: its own pool, engine, hub, door and routes, on a record that it shares with others. */
export interface RoomProcess {
  url: string;
  spy: EventSpy;
  hub: Hub;
  /** How often the record was asked for something, by the names of statements. */
  statements: ReadonlyMap<string, number>;
  /** A socket that has said hello; without a token a stranger's. */
  open(token?: string, name?: string): Promise<TestSocket>;
  ask(method: string, path: string, token?: string, body?: unknown): Promise<Response>;
  /** From now on the record is out of reach, as for a process that was killed or cut off. */
  vanish(): void;
  stop(): Promise<void>;
}

/** How a process is set up. */
export interface RoomProcessOptions {
  database: TestDatabase;
  redisUrl?: string | undefined;
  /** Doorbells and hints are lost. */
  deaf?: boolean;
  strangers?: boolean;
  rateLimits?: boolean;
  times?: Partial<PresenceTimes>;
}

/** Tokens are `operator`, `viewer`, `user-<id>` and `key-<id>`. */
function callerOf(token: string): Caller {
  const [, kind, id = ''] = /^(user|key)-(.+)$/.exec(token) ?? [];
  if (kind === 'user') return { kind, userId: id, sessionId: id };
  if (kind === 'key') return { kind, keyId: id, jobs: ['*'] };
  if (token !== 'operator' && token !== 'viewer') throw appError('UNAUTHENTICATED');
  return { kind: 'admin', role: token, userId: null, sessionId: '0198c7a4-1111-7000-8000-00000000000a' };
}

function createTokens(): Gatekeeper {
  const tickets = createTickets(createKeyRing('a secret key of the tests, long enough'));
  return {
    async callerOf(request) {
      const token = request.get('authorization')?.replace('Bearer ', '');
      return token === undefined ? { kind: 'anonymous' } : callerOf(token);
    },
    callerOfToken: async (token) => callerOf(token),
    adminOf: async () => undefined,
    ticketOf: async () => undefined,
    readTicket: tickets.read,
    issueTicket: tickets.issue,
  };
}

/** Start a process on a free port. */
export async function startRoomProcess(options: RoomProcessOptions): Promise<RoomProcess> {
  const events = createEvents();
  const { emit } = events;
  const spy = spyEvents(events);
  const pool = options.database.open('rooms');
  const { db, statements, vanish } = watchedDatabase(pool);
  const engine = createEngine(
    { redisUrl: options.redisUrl, directUrl: options.database.url },
    { names: [], process: 'test', emit, limitPatienceMs: 10_000 },
  );
  await engine.prepare();
  const bus = busOf(engine, options.deaf ?? false);
  const config = {
    NODE_ENV: 'test' as const,
    PUBLIC_URL: 'https://jobs.example',
    CORS_ORIGINS: [],
    SOCKETS_PER_USER: 1_000,
    SOCKETS_PER_IP: 5_000,
    RATE_LIMITS: options.rateLimits ?? false,
    HEARTBEAT_MIN_MS: 5_000,
    ROOM_ANONYMOUS: options.strangers ?? false,
  };
  const epoch = await readEpoch(db);
  const gatekeeper = createTokens();
  const log = createChannelLog({ bus, hub: { ring: (doorbell) => hub.ring(doorbell) } });
  const times = { graceMs: 200, gatherMs: 10, gapMs: 50, checkEveryMs: 500, beatEveryMs: 200, ...options.times };
  const load = () => ({ sockets: door.sockets, listeners: 0 });
  const rooms = createRooms({ db, bus, engine, log, epoch, config, load, emit, times });
  const kinds = { room: rooms.kind };
  const hub = createHub({ bus, sources: kinds, epoch, emit, checkEveryMs: options.deaf ? 50 : 5_000 });
  const permissions = createPermissionWatch({ emit, everyMs: 100 });
  const credentials = { watch: () => () => undefined };
  const watching = { hub, kinds, gatekeeper, credentials, permissions, config, emit };
  const door = createSocketDoor({ ...watching, clock: systemClock(), limits: { drainMs: 50 } });
  const app = createApp([roomRoutes({ db, gatekeeper, ...rooms, log, epoch, strangers: config.ROOM_ANONYMOUS })], emit);
  const server = createServer(app).on('upgrade', door.handleUpgrade).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  rooms.presence.start();
  permissions.start();

  return {
    url: `http://127.0.0.1:${port}`,
    spy,
    hub,
    statements,
    async open(token, name) {
      const socket = await openTestSocket(`ws://127.0.0.1:${port}/ws`);
      await socket.ask('hello', { ...(token === undefined ? {} : { token }), ...(name === undefined ? {} : { name }) });
      return socket;
    },
    ask: (method, path, token, body) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: {
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      }),
    vanish,
    async stop() {
      await permissions.stop();
      await door.drain();
      hub.close();
      await rooms.presence.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await bus.close();
      await engine.close();
      await pool.close();
    },
  };
}

function busOf(engine: Engine, deaf: boolean): Bus {
  const bus = engine.bus('test');
  if (!deaf) return bus;
  const silence = { confirmed: Promise.resolve(), unsubscribe: () => undefined };
  return { ...bus, ring: () => undefined, watch: () => silence };
}

function watchedDatabase(pool: Database): { db: Database; statements: Map<string, number>; vanish: () => void } {
  const statements = new Map<string, number>();
  let gone = false;
  const reach = (): Promise<void> => (gone ? Promise.reject(new Error('Out of reach')) : Promise.resolve());
  const db: Database = {
    ...pool,
    async query(sql, params, name = 'unnamed') {
      await reach();
      statements.set(name, (statements.get(name) ?? 0) + 1);
      return pool.query(sql, params, name === 'unnamed' ? undefined : name);
    },
    transaction: async (work) => reach().then(() => pool.transaction(work)),
  };
  return { db, statements, vanish: () => void (gone = true) };
}
