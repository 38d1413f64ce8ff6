import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { createServer, request as httpRequest, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

import type { Database } from '@jobwire/db';
import { appError, createKeyRing, type Facts, type KeyRing } from '@jobwire/runtime';
import { createStorage, type Storage } from '@jobwire/storage';
import { testDatabase, testFolder } from '@jobwire/testing';

import type { Gatekeeper } from '../../auth/caller.ts';
import { createTickets } from '../../auth/tickets.ts';
import { fileRoutes } from '../../files/file-routes.ts';
import { createApp } from '../../http/app.ts';
import { uploadRoutes } from '../routes.ts';
import type { UploadDependencies } from '../upload-image.ts';

/** An API of nothing but uploads and files, over a real database and a real disk. */
export interface UploadServer {
  url: string;
  port: number;
  server: Server;
  db: Database;
  storage: Storage;
  keys: KeyRing;
  events: [string, Facts][];
  /** How often the dispatcher was woken. */
  wakes: number;
  /** Names of temporary files that are left. */
  temps(): Promise<string[]>;
  /** How many rows a table has. */
  count(table: 'blobs' | 'uploads' | 'jobs' | 'idempotency_keys'): Promise<number>;
  stop(): Promise<void>;
}

/** Callers are told by `Authorization: Bearer user:<uuid>`; `admin` is an administrator, tickets are real. */
export async function uploadServer(
  options: Partial<Pick<UploadDependencies, 'config' | 'limits'>> = {},
): Promise<UploadServer> {
  const [database, folder] = await Promise.all([testDatabase(), testFolder('uploads')]);
  const { db } = database;
  const keys = createKeyRing('a secret that is long enough for a test');
  const events: [string, Facts][] = [];
  const emit = (name: string, facts: Facts = {}): void => void events.push([name, facts]);
  const storage = createStorage(`file:${folder.path}`, emit);
  const config = { ANONYMOUS_UPLOADS: true, UPLOAD_MAX_BYTES: 20 * 1024 * 1024, ...options.config };
  const dispatcher = { wake: () => void (running.wakes += 1) };
  const shared = { db, storage, keys, gatekeeper: gatekeeperOf(keys), dispatcher, emit, ...options, config };
  const routes = [uploadRoutes(shared), fileRoutes(shared)];
  const server = createServer(createApp(routes, emit)).listen(0, '127.0.0.1');
  // An idle connection is cut by the code under test or not at all.
  server.keepAliveTimeout = 0;
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;

  const running: UploadServer = {
    url: `http://127.0.0.1:${port}`,
    port,
    server,
    db,
    storage,
    keys,
    events,
    wakes: 0,
    temps: () => readdir(join(folder.path, 'temp')).catch(() => []),
    async count(table) {
      const [row] = await db.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${table}`);
      return row?.count ?? 0;
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await Promise.all([database.stop(), folder.stop()]);
    },
  };
  return running;
}

function gatekeeperOf(keys: KeyRing): Gatekeeper {
  const tickets = createTickets(keys);
  const callerOfToken: Gatekeeper['callerOfToken'] = async (token) => {
    if (token === 'admin') return { kind: 'admin', role: 'operator', userId: null, sessionId: 'admin' };
    if (!token.startsWith('user:')) throw appError('UNAUTHENTICATED');
    return { kind: 'user', userId: token.slice(5), sessionId: token };
  };
  return {
    callerOfToken,
    callerOf: async (request) => {
      const token = request.get('authorization')?.replace('Bearer ', '');
      return token === undefined ? { kind: 'anonymous' } : callerOfToken(token);
    },
    adminOf: async () => undefined,
    ticketOf: async ({ query }) => (typeof query['ticket'] === 'string' ? tickets.read(query['ticket']) : undefined),
    readTicket: tickets.read,
    issueTicket: tickets.issue,
  };
}

/** One part of a form; a file when it has a name. */
export interface Part {
  field: string;
  content: Buffer | string;
  filename?: string;
  type?: string;
}

const boundary = 'border';

/** A multipart body, byte for byte under the test's control. */
export function formBody(parts: readonly Part[], end = `--${boundary}--\r\n`): Buffer {
  const chunks = parts.flatMap(({ field, content, filename, type }) => [
    `--${boundary}\r\nContent-Disposition: form-data; name="${field}"`,
    filename === undefined ? '' : `; filename="${filename}"`,
    type === undefined ? '\r\n\r\n' : `\r\nContent-Type: ${type}\r\n\r\n`,
    content,
    '\r\n',
  ]);
  return Buffer.concat([...chunks, end].map((chunk) => Buffer.from(chunk)));
}

/** A form with one image. */
export function imageForm(content: Buffer | string, part: Partial<Part> = {}): Buffer {
  return formBody([{ field: 'image', content, filename: 'a.png', ...part }]);
}

/** An answer, read whole. */
export interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  bytes: Buffer;
  // A test knows what it asks for.
  body: ReturnType<typeof JSON.parse>;
}

/** Send a body to `POST /upload-image`. A connection that breaks after the answer is no failure. */
export function post(port: number, body: Buffer, headers: Record<string, string> = {}): Promise<Reply> {
  return send(
    port,
    'POST',
    '/upload-image',
    { 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers },
    body,
  );
}

/** Send a request and read the answer. */
export function send(
  port: number,
  method: string,
  path: string,
  headers: Record<string, string> = {},
  body?: Buffer,
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const length = body && !('transfer-encoding' in headers) && !('content-length' in headers);
    const request = httpRequest(
      {
        port,
        method,
        path,
        host: '127.0.0.1',
        headers: { ...headers, ...(length ? { 'content-length': String(body.length) } : {}) },
      },
      async (response) => {
        const bytes = await buffer(response);
        const json = String(response.headers['content-type']).includes('json');
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          bytes,
          body: json ? JSON.parse(String(bytes)) : undefined,
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });
}
