import { createServer } from 'node:net';

import { listenOn, localHost } from './listen.ts';

/**
 * Ask the system for a TCP port of 127.0.0.1 that is free now. Another process may take it before the caller does; a
 * server that can listen on port 0 by itself should do that instead.
 */
export async function freePort(): Promise<number> {
  const server = createServer();
  const port = await listenOn(server, 0, localHost);
  await new Promise((resolve) => server.close(resolve));
  return port;
}
