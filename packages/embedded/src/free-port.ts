import { createServer } from 'node:net';

/**
 * Ask the system for a TCP port of 127.0.0.1 that is free now. Another process may take it before the caller does; a
 * server that can listen on port 0 by itself should do that instead.
 */
export async function freePort(): Promise<number> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('The system gave no port'));
      });
    });
  });
}
