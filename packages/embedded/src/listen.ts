import type { Server } from 'node:net';

/**
 * Let a server listen on 127.0.0.1.
 *
 * @param port 0 for a free one
 * @returns the port
 * @throws Error `EADDRINUSE` when it is taken
 */
export async function listenLocally(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port');
  return address.port;
}
