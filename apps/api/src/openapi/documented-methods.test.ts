import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Router } from 'express';

import { createApp } from '../http/app.ts';
import { documentedMethods } from './documented-methods.ts';
import type { RouteDoc } from './route-doc.ts';

const thing = { id: 'x', summary: '', tag: 'Jobs', audience: ['anyone'], answers: {} } as const;
const docs: readonly RouteDoc[] = [
  { ...thing, method: 'get', path: '/things/:id' },
  { ...thing, method: 'delete', path: '/things/:id' },
  { ...thing, method: 'post', path: '/things' },
];
const things = Router().get('/things/:id', (_request, response) => void response.json({}));
const server = createServer(createApp([things, documentedMethods(docs)], () => undefined));

beforeAll(async () => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => void server.close());

it.each([
  ['GET', '/things/1', 200, null],
  ['POST', '/things/1', 405, 'GET, HEAD, DELETE'],
  ['PROPFIND', '/api/v1/things/1', 405, 'GET, HEAD, DELETE'],
  ['GET', '/things', 405, 'POST'],
  // Described, and nobody answered: that is no matter of the method.
  ['DELETE', '/things/1', 404, null],
  ['POST', '/nothing', 404, null],
])('%s %s is answered %s, allowing %s', async (method, path, status, allow) => {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, headers: { connection: 'close' } });
  expect([answer.status, answer.headers.get('allow')]).toEqual([status, allow]);
});
