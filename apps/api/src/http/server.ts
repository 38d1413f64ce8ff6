import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Express } from 'express';

/**
 * Make the server of an application. The limits are against clients that send slowly on purpose; the longest request is
 * an upload, which has a shorter limit of its own.
 */
export function createHttpServer(app: Express): Server {
  const server = createServer(
    {
      headersTimeout: 10_000,
      requestTimeout: 310_000,
      connectionsCheckingInterval: 2_000,
      // Longer than a proxy keeps its own, so that the proxy is the one who closes.
      keepAliveTimeout: 75_000,
      maxHeaderSize: 16_384,
      requireHostHeader: true,
    },
    app,
  );
  server.maxRequestsPerSocket = 1_000;
  return server;
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
  });
}
