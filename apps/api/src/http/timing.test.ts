import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Router } from 'express';

import { type SmallServer, smallServer } from './testing/small-server.ts';

const nested = Router().get('/inner/:id', (_request, response) => void response.json({}));
const routes = Router()
  .get('/things/:id', (_request, response) => void response.json({}))
  .get('/slow', (_request, response) => void setTimeout(() => response.json({}), 1_050))
  .use('/admin/queues', nested);

describe('a request', () => {
  let server: SmallServer;
  beforeAll(async () => {
    server = await smallServer([routes]);
  });
  afterAll(() => server.stop());

  const factsOf = async (name: string, path: string): Promise<Record<string, unknown>> => {
    const { facts } = await server.seen.waitFor(name, (each) => each['path'] === path);
    return facts;
  };

  it.each([
    ['/things/7', '/things/:id'],
    ['/api/v1/things/8', '/things/:id'],
    ['/nothing/9', 'none'],
    ['/admin/queues/inner/3', '/admin/queues'],
  ])('is reported by the pattern of its route: %s', async (path, route) => {
    const answer = await fetch(`${server.url}${path}`);
    expect(answer.headers.get('server-timing')).toMatch(/^app;dur=\d+\.\d$/);
    expect(await factsOf('request.finished', path)).toMatchObject({ route, status: answer.status, method: 'GET' });
  });

  it('is reported as slow when somebody has waited for more than a second', async () => {
    await fetch(`${server.url}/slow`);
    expect(await factsOf('request.slow', '/slow')).toMatchObject({ route: '/slow' });
  });

  it('carries the id that this machine or a trusted proxy gave it, if that is plain', async () => {
    const idOf = async (given: string): Promise<string | null> =>
      (await fetch(`${server.url}/things/1`, { headers: { 'x-request-id': given } })).headers.get('x-request-id');
    expect(await idOf('order-4711.a')).toBe('order-4711.a');
    for (const bad of ['short', 'x'.repeat(65), 'a b c d e f', '<script>alert']) {
      expect(await idOf(bad)).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    }
  });
});
