import type { WebSocketMaker } from '@jobwire/client';
import { createHub, type Doorbell, type Hub } from '@jobwire/realtime';
import { appError, type Facts, systemClock } from '@jobwire/runtime';

import type { Gatekeeper } from '../../auth/caller.ts';
import { createBeatIntervals } from '../beat-intervals.ts';
import { type Connection, serveConnection } from '../connection.ts';
import { createEventFrames } from '../frames.ts';
import { createHolders } from '../holders.ts';
import { socketLimits } from '../socket-limits.ts';
import { createLocalBus } from './local-bus.ts';
import type { MemoryRecord } from './memory-record.ts';
import { createMemoryWire, type MemoryConnection } from './memory-wire.ts';

/** A gateway in this process, of the real hub and door, that can be killed and started anew over the same record. */
export interface MemoryGateway {
  /** What a client makes its sockets with. */
  socketsOf(client: string): WebSocketMaker;
  /** The connection that a client has now, and its id. */
  connectionOf(client: string): (MemoryConnection & { connId: string }) | undefined;
  /** Every id that a client's connections had. */
  connIdsOf(client: string): ReadonlySet<string>;
  ring(doorbell: Doorbell): void;
  /** Doorbells may have been lost, and the bus knows. */
  gap(): void;
  /** End it, by killing or by draining it, and start another one. */
  restart(how: 'kill' | 'drain', epoch?: string): void;
  /** What it emitted that a gateway does not say when nothing is wrong. */
  readonly failures: readonly unknown[];
}

/** What the gateway works with. Times in milliseconds. */
export interface MemoryGatewayOptions {
  record: MemoryRecord;
  latencyMs: () => number;
  /** Time of the clients' return that a stopping process announces. */
  returnMs: () => number;
}

const limits = socketLimits({
  NODE_ENV: 'test',
  PUBLIC_URL: 'https://jobs.example',
  CORS_ORIGINS: [],
  SOCKETS_PER_USER: 10,
  SOCKETS_PER_IP: 10,
  RATE_LIMITS: true,
  HEARTBEAT_MIN_MS: 5_000,
});

const ordinary =
  /^(event\.sent|channel\.(restarted|read\.failed)|positions\.failed|socket\.(closed|failed|misbehaved|overflowed))$/;

/** Start a gateway. */
export function startMemoryGateway({ record, latencyMs, returnMs }: MemoryGatewayOptions): MemoryGateway {
  const failures: unknown[] = [];
  const emit = (name: string, facts?: Facts): void => {
    if (!ordinary.test(name)) failures.push([name, facts]);
  };
  const kinds = { job: record.kind };
  const bus = createLocalBus();
  const users = createHolders(100);
  const current = new Map<string, MemoryConnection & { connId: string }>();
  const connIds = new Map<string, Set<string>>();
  let connections = new Map<MemoryConnection, Connection>();
  let hub: Hub = start('epoch-0');
  let made = 0;

  function start(epoch: string): Hub {
    return createHub({ bus, sources: kinds, epoch, emit });
  }

  const accept = (client: string, connection: MemoryConnection): boolean => {
    made += 1;
    const connId = `conn-${made}`;
    const here = connections;
    connIds.set(client, (connIds.get(client) ?? new Set()).add(connId));
    const known = Object.assign(connection, { connId });
    current.set(client, known);
    const onClosed = (): void => {
      here.delete(connection);
      if (current.get(client) === known) current.delete(client);
    };
    const serving = serveConnection({
      ws: connection.ws,
      connId,
      hub,
      kinds,
      gatekeeper: strangersOnly,
      credentials: { watch: () => () => undefined },
      permissions: { watch: () => () => undefined },
      users,
      address: client,
      beats: createBeatIntervals({ minMs: limits.heartbeatMinMs, maxMs: limits.heartbeatMs }),
      limits,
      frames: createEventFrames(),
      emit,
      clock: systemClock(),
      onClosed,
    });
    here.set(connection, serving);
    return true;
  };

  const drain = (leaving: Iterable<Connection>): void => {
    for (const connection of leaving) {
      connection.goAway(returnMs());
      connection.close(4200, 'draining');
    }
  };

  return {
    socketsOf: (client) => createMemoryWire({ latencyMs, accept: (connection) => accept(client, connection) }),
    connectionOf: (client) => current.get(client),
    connIdsOf: (client) => connIds.get(client) ?? new Set(),
    ring: bus.ring,
    gap: bus.gap,
    restart(how, epoch = hub.epoch) {
      const leaving = connections;
      connections = new Map();
      if (how === 'drain') drain(leaving.values());
      else for (const connection of leaving.keys()) connection.cut(false);
      hub.close();
      hub = start(epoch);
    },
    failures,
  };
}

/** Nobody here has a token. */
const strangersOnly: Gatekeeper = {
  callerOf: () => Promise.resolve({ kind: 'anonymous' }),
  callerOfToken: () => Promise.reject(appError('UNAUTHENTICATED')),
  adminOf: () => Promise.resolve(undefined),
  ticketOf: () => Promise.resolve(undefined),
  readTicket: () => Promise.resolve(undefined),
  issueTicket: () => Promise.reject(appError('UNAUTHENTICATED')),
};
