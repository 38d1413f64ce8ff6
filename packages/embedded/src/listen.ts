import type { Server } from 'node:net';

/** Where servers of development listen: on this machine alone. */
export const localHost = '127.0.0.1';

/**
 * Let a server listen.
 *
 * @param port 0 for a free one
 * @param host the address to listen on; 0.0.0.0 for all
 * @returns the port
 * @throws Error `EADDRINUSE` when it is taken
 */
export async function listenOn(server: Server, port: number, host: string): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}
