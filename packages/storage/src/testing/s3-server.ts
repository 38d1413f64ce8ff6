import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import S3rver from 's3rver';

/** A server that speaks like S3, on a free port, with one bucket. */
export interface S3Server {
  /** A STORAGE_URL of the bucket. */
  url: string;
  credentials: { S3_ACCESS_KEY_ID: string; S3_SECRET_ACCESS_KEY: string };
  /** What was asked so far. */
  requests: { method: string; path: string; headers: IncomingHttpHeaders }[];
  /** Answers the next requests instead of the server, until it is undefined again. */
  instead: RequestListener | undefined;
  /** Go away as a machine does: connections are reset, new ones refused. */
  refuse(): Promise<void>;
  /** Be back at the same address. */
  accept(): Promise<void>;
  stop(): Promise<void>;
}

/** Start the server. */
export async function startS3Server(): Promise<S3Server> {
  const directory = await mkdtemp(join(process.env['JOBWIRE_TEST_FOLDER'] ?? tmpdir(), 's3-'));
  const s3 = new S3rver({ directory, silent: true, configureBuckets: [{ name: 'photos' }] });
  await s3.configureBuckets();
  const answer = s3.callback();
  const requests: S3Server['requests'] = [];
  const server = createServer((request, response) => {
    requests.push({ method: request.method ?? '', path: request.url ?? '', headers: request.headers });
    (running.instead ?? answer)(request, response);
  });
  const listen = async (port: number): Promise<number> => {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  };
  const refuse = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  const port = await listen(0);
  const running: S3Server = {
    url: `s3://photos/live/files?endpoint=http://127.0.0.1:${port}`,
    credentials: { S3_ACCESS_KEY_ID: 'S3RVER', S3_SECRET_ACCESS_KEY: 'S3RVER' },
    requests,
    instead: undefined,
    refuse,
    accept: async () => void (await listen(port)),
    async stop() {
      if (server.listening) await refuse();
      s3.logger.exceptions.unhandle();
      s3.logger.close();
      await rm(directory, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
  return running;
}
