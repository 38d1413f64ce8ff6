import { METHODS } from 'node:http';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { engines } from '@jobwire/testing';

import { rawRequest } from '../http/testing/raw-request.ts';
import { type BoardServer, boardServer } from './testing/board-server.ts';

const [engine] = engines;

/** Ways to write the board's address that a proxy and a router might read differently. */
const spellings = [
  '/admin/queues',
  '/admin',
  '/admin/',
  '/admin/queues/',
  '/admin/queues//',
  '//admin',
  '//admin/queues',
  '/admin//queues',
  '///admin///queues',
  '/ADMIN/queues',
  '/Admin/Queues',
  '/admin%2fqueues',
  '/admin%2Fqueues',
  '/%61dmin',
  '/%61dmin/queues',
  '/admin/%71ueues',
  '/%2561dmin/queues',
  '/admin%00/queues',
  '/admin%20/queues',
  '/admin%09/queues',
  '/admin%',
  '/%c0%ae%c0%ae/admin/queues',
  '/admin;/queues',
  '/admin;x=1/queues',
  '/;/admin/queues',
  '/admin./queues',
  '/admin/queues.',
  '/admin/queues.json',
  '/./admin',
  '/./admin/queues',
  '/x/../admin/queues',
  '/%2e/admin/queues',
  '/x/%2e%2e/admin/queues',
  '/admin/queues/..;/',
  '/admin/..;/admin/queues',
  '/admin/enter/../queues',
  '/admin/enter/..%2fqueues',
  '/admin\\queues',
  '\\admin\\queues',
  '/admin/queues?x=1',
  '/admin/queues#x',
  '/admin/queues/static/js/main.js',
  '/admin/queues/api/queues',
  '/ADMIN/QUEUES/API/QUEUES',
  '/api/v1/admin/queues',
  '/api/v1//admin/queues',
  '/API/V1/admin/queues',
  '/api/v1/../../admin/queues',
  '/api/v1/api/v1/admin/queues',
  '/queues',
  '/api/queues',
  'http://127.0.0.1/admin/queues',
  'http://evil.example/admin/queues',
  'admin/queues',
  '*',
];

describe('the address of the board', () => {
  let server: BoardServer;
  let port: number;
  beforeAll(async () => {
    if (!engine) throw new Error('There is no engine');
    server = await boardServer(engine.start);
    port = Number(new URL(server.url).port);
  });
  afterAll(() => server.stop());

  const ask = (method: string, path: string, headers = ''): Promise<{ status: number; text: string }> =>
    rawRequest(port, `${method} ${path} HTTP/1.1\r\nHost: jobwire.test\r\nConnection: close\r\n${headers}\r\n`);
  const expectNoBoard = (text: string): void =>
    expect(text).not.toMatch(/Jobwire<\/title>|bull-board|"queues"|<script/i);

  it.each(spellings)('written as %j shows strangers nothing', async (path) => {
    const { status, text } = await ask('GET', path);
    expect([400, 401, 404]).toContain(status);
    expectNoBoard(text);
  });

  it('opens for an administrator as it should, so that what hides it is the guard', async () => {
    for (const path of ['/admin/queues', '/ADMIN/queues']) {
      const { status, text } = await ask('GET', path, 'Cookie: operator\r\n');
      expect([path, status]).toEqual([path, 200]);
      expect(() => expectNoBoard(text)).toThrow();
    }
  });

  it.each([...METHODS, 'FOO', 'get'])('asked for with %s shows strangers nothing', async (method) => {
    for (const path of ['/admin/queues', '/admin/queues/api/queues', '//admin/queues']) {
      const { status, text } = await ask(method, path);
      // Node closes a connection that asks for a tunnel, and one that asks to become something else.
      expect([0, 400, 401, 404]).toContain(status);
      expectNoBoard(text);
    }
  });

  it('asked for under another name for itself shows strangers nothing', async () => {
    for (const name of ['X-Original-URL', 'X-Rewrite-URL', 'X-Forwarded-Prefix', 'X-Forwarded-Path']) {
      const { status, text } = await ask('GET', '/nothing', `${name}: /admin/queues\r\n`);
      expect(status).toBe(404);
      expectNoBoard(text);
    }
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const { status } = await ask('POST', '/admin/queues/api/queues', `X-HTTP-Method-Override: ${method}\r\n`);
      expect(status).toBe(401);
    }
  });
});
