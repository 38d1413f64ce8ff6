import { createServer, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

import type { Emit } from '@jobwire/runtime';
import type { Express } from 'express';

import { answerBrokenRequests } from './broken-requests.ts';

/** What a client may take of the server's time and connections. Times in milliseconds. */
export interface ServerLimits {
  /** For all headers of a request. */
  headersMs: number;
  /** For a whole request. The longest is an upload; every other body has a shorter limit. */
  requestMs: number;
  /** How often the two are looked at. */
  checkMs: number;
  /** Silence of a connection while it has a request, e.g. of a reader who takes nothing. */
  silenceMs: number;
  /** Silence between two requests: longer than a proxy keeps its own, so that the proxy is the one who closes. */
  keepAliveMs: number;
  /** Requests of one connection; after them it is closed. */
  requestsPerConnection: number;
  /** Connections of this process; MAX_CONNECTIONS. */
  connections: number;
}

const defaultLimits: ServerLimits = {
  headersMs: 10_000,
  requestMs: 310_000,
  checkMs: 2_000,
  silenceMs: 120_000,
  keepAliveMs: 75_000,
  requestsPerConnection: 1_000,
  connections: 25_000,
};

/** Make the server of an application. Its limits are against clients that send or read slowly on purpose. */
export function createHttpServer(
  app: Express,
  emit: Emit = () => undefined,
  limits: Partial<ServerLimits> = {},
): Server {
  const bounds = { ...defaultLimits, ...limits };
  const server = createServer(
    {
      headersTimeout: bounds.headersMs,
      requestTimeout: bounds.requestMs,
      connectionsCheckingInterval: bounds.checkMs,
      keepAliveTimeout: bounds.keepAliveMs,
      maxHeaderSize: 16_384,
      requireHostHeader: true,
      insecureHTTPParser: false,
    },
    app,
  );
  server.maxRequestsPerSocket = bounds.requestsPerConnection;
  server.maxConnections = bounds.connections;
  server.timeout = bounds.silenceMs;
  server.on('drop', () => emit('connection.dropped', { limit: bounds.connections }));
  // An expectation that we do not know may be ignored (RFC 9110 §10.1.1).
  server.on('checkExpectation', (request, response) => server.emit('request', request, response));
  answerBrokenRequests(server, emit);
  letGoOfSilence(server);
  return server;
}

/** Who has just connected may have sent a request that is not read yet, as proxies do at once. In milliseconds. */
const firstWordsMs = 1_000;

/**
 * Browsers connect ahead of time; for Node a connection that has not said anything yet is not idle. When the server closes,
 * those that have been silent since they came are let go at once, and new ones when they stay silent.
 */
function letGoOfSilence(server: Server): void {
  const openSince = new Map<Socket, number>();
  server.on('connection', (socket) => {
    openSince.set(socket, performance.now());
    socket.once('close', () => openSince.delete(socket));
  });
  const letGo = (before: number): void => {
    for (const [socket, since] of openSince) if (since <= before && socket.bytesRead === 0) socket.destroy();
  };
  server.once('closing', () => {
    const now = performance.now();
    letGo(now - firstWordsMs);
    setTimeout(() => letGo(now), firstWordsMs).unref();
  });
}

/**
 * Listen, and find out where.
 *
 * @param port 0 takes a free one
 * @throws Error naming the port when it is busy
 */
export async function listen(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    const fail = (error: NodeJS.ErrnoException): void => {
      reject(
        error.code === 'EADDRINUSE' ? new Error(`PORT: ${port} is in use by another program`, { cause: error }) : error,
      );
    };
    server.once('error', fail);
    server.listen(port, () => {
      server.off('error', fail);
      resolve();
    });
  });
  return (server.address() as AddressInfo).port;
}

/** Take no new connections, and wait for the requests that are under way. */
export function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
    server.emit('closing');
  });
}
