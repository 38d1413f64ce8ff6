import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

import { closeCodes, type Hub, maxFrameBytes, subprotocol } from '@jobwire/realtime';
import { type AppError, appError, type Clock, type Emit, uuidv7 } from '@jobwire/runtime';
import { type WebSocket, WebSocketServer } from 'ws';

import type { Gatekeeper } from '../auth/caller.ts';
import type { CredentialWatch } from '../auth/credential-watch.ts';
import type { ChannelKinds } from '../channels/channel-kind.ts';
import type { PermissionWatch } from '../channels/permission-watch.ts';
import { createOriginCheck } from '../http/allowed-origins.ts';
import { type AddressOf, createAddressOf, holderOf, trustOf } from '../http/client-address.ts';
import type { IpGate } from '../http/ip-allowlist.ts';
import { answerRaw } from '../http/raw-answer.ts';
import { createBeatIntervals } from './beat-intervals.ts';
import { type Connection, serveConnection } from './connection.ts';
import { drainConnections } from './drain.ts';
import { createEventFrames } from './frames.ts';
import { createHolders } from './holders.ts';
import { type SocketConfig, socketLimits, type SocketLimits } from './socket-limits.ts';
import { refusalOf } from './upgrade.ts';

/** The door for sockets: attach it with `server.on('upgrade', door.handleUpgrade)`. */
export interface SocketDoor {
  handleUpgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** Sockets that are open now. */
  readonly sockets: number;
  /** Let nobody in any more and close every socket: they come back to another process. Resolves when all are closed. */
  drain(): Promise<void>;
}

/** What the door works with. */
export interface SocketDoorOptions {
  hub: Hub;
  kinds: ChannelKinds;
  gatekeeper: Gatekeeper;
  /** A socket ends with the session or key that it said hello with. */
  credentials: Pick<CredentialWatch, 'watch'>;
  /** A subscription ends with the permission to watch. */
  permissions: Pick<PermissionWatch, 'watch'>;
  config: SocketConfig;
  emit: Emit;
  clock: Clock;
  /** Who is counted for the cap per address; the connection's other end unless a proxy is trusted. */
  addressOf?: AddressOf;
  /** Who may come in at all; everybody unless it is given. */
  mayEnter?: IpGate;
  /** Limits other than those of the configuration. */
  limits?: Partial<SocketLimits>;
}

/** A variable, because the types of ws do not know all the options that ws 8.23 has. */
const serverOptions = {
  noServer: true,
  clientTracking: false,
  perMessageDeflate: false,
  maxPayload: maxFrameBytes,
  // Smaller than ws's own limits: many tiny pieces cost far more memory than they have bytes (GHSA-96hv-2xvq-fx4p).
  maxFragments: 64,
  maxBufferedChunks: 1024,
  closeTimeout: 5_000,
  handleProtocols: (offered: Set<string>) => (offered.has(subprotocol) ? subprotocol : false),
} as const;

/** Make the door. It holds no server: the process attaches it to its own. */
export function createSocketDoor(options: SocketDoorOptions): SocketDoor {
  const {
    hub,
    kinds,
    gatekeeper,
    credentials,
    permissions,
    config,
    emit,
    clock,
    addressOf = createAddressOf(trustOf([])),
    mayEnter = () => true,
  } = options;
  const limits = { ...socketLimits(config), ...options.limits };
  const mayOpen = createOriginCheck(config);
  const addresses = createHolders(limits.perAddress);
  const users = createHolders(limits.perUser);
  const beats = createBeatIntervals({ minMs: limits.heartbeatMinMs, maxMs: limits.heartbeatMs });
  const frames = createEventFrames();
  const connections = new Set<Connection>();
  let draining = false;

  const server = new WebSocketServer(serverOptions);
  // What ws itself refuses, e.g. a missing key; RFC 6455 §4.4 wants the version in the answer.
  server.on('wsClientError', ({ message: detail }, socket, { method }) => {
    const headers = { 'Sec-WebSocket-Version': '13' };
    answerRaw(socket, appError('BAD_REQUEST', { detail }), { instance: '/ws', method, headers });
  });

  const accept = (ws: WebSocket, address: string): void => {
    const connId = uuidv7();
    const onClosed = (): void => {
      connections.delete(connection);
      addresses.release(address);
    };
    const connection = serveConnection({
      ws,
      connId,
      hub,
      kinds,
      gatekeeper,
      credentials,
      permissions,
      users,
      address,
      beats,
      limits,
      frames,
      emit,
      clock,
      onClosed,
    });
    connections.add(connection);
    emit('socket.opened', { connId });
  };

  const whyNot = (request: IncomingMessage): AppError | undefined => {
    if (draining) return appError('UNAVAILABLE', { detail: 'This process is stopping', retryAfterSeconds: 1 });
    if (!mayEnter(request)) return appError('ADDRESS_NOT_ALLOWED');
    const wrong = refusalOf(request, mayOpen);
    if (wrong || connections.size < limits.total) return wrong;
    return appError('UNAVAILABLE', { retryAfterSeconds: 10 });
  };

  return {
    handleUpgrade(request, socket, head) {
      const wrong = whyNot(request);
      const address = holderOf(addressOf(request));
      const refusal =
        wrong ?? (addresses.take(address) ? undefined : appError('TOO_MANY_SOCKETS', { retryAfterSeconds: 10 }));
      if (refusal) {
        emit('socket.refused', { code: refusal.code, origin: request.headers.origin });
        const headers = refusal.code === 'METHOD_NOT_ALLOWED' ? { Allow: 'GET' } : {};
        return answerRaw(socket, refusal, { instance: '/ws', method: request.method, headers });
      }
      let accepted = false;
      // A handshake that ws itself refuses ends without a socket: its place must come back.
      socket.once('close', () => {
        if (!accepted) addresses.release(address);
      });
      server.handleUpgrade(request, socket, head, (ws) => {
        accepted = true;
        accept(ws, address);
      });
    },
    get sockets() {
      return connections.size;
    },
    async drain() {
      draining = true;
      await drainConnections(connections, limits.drainMs, closeCodes.draining);
    },
  };
}
