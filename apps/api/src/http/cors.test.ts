import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { appError } from '@jobwire/runtime';
import { Router } from 'express';

import { type SmallServer, smallServer } from './testing/small-server.ts';

const routes = Router()
  .get('/things', (_request, response) => void response.set('ETag', '"1"').json({ things: [] }))
  .patch('/things', (_request, response) => void response.json({}))
  .get('/broken', () => {
    throw appError('UNAUTHENTICATED');
  })
  .all('/admin/queues', (_request, response) => void response.json({ inside: true }));

/** What a browser would not take for https://app.example, though a careless comparison does. */
const strangers = [
  'https://evil.example',
  'null',
  'https://app.example.evil.example',
  'https://evil-app.example',
  'https://sub.app.example',
  'http://app.example',
  'https://app.example:8443',
  'https://appXexample',
  'file://',
  '*',
];

describe('pages of other origins', () => {
  let server: SmallServer;
  beforeAll(async () => {
    server = await smallServer([routes], {
      config: { NODE_ENV: 'production', PUBLIC_URL: 'https://jobs.example', CORS_ORIGINS: ['https://app.example'] },
    });
  });
  afterAll(() => server.stop());

  const ask = (path: string, origin: string, method = 'GET', headers: Record<string, string> = {}): Promise<Response> =>
    fetch(`${server.url}${path}`, { method, headers: { origin, ...headers } });
  const preflight = (origin: string, path = '/things'): Promise<Response> =>
    ask(path, origin, 'OPTIONS', {
      'access-control-request-method': 'PATCH',
      'access-control-request-headers': 'authorization,if-match',
    });
  const grantOf = (response: Response): [string | null, string | null] => [
    response.headers.get('access-control-allow-origin'),
    response.headers.get('access-control-allow-credentials'),
  ];

  it.each(['https://app.example', 'https://jobs.example'])(
    'may read answers when they are listed: %s',
    async (origin) => {
      for (const path of ['/things', '/api/v1/things', '/broken', '/nothing']) {
        expect(grantOf(await ask(path, origin))).toEqual([origin, 'true']);
      }
      const exposed = (await ask('/things', origin)).headers.get('access-control-expose-headers')?.split(',');
      expect(exposed).toEqual(
        expect.arrayContaining([
          'ETag',
          'Location',
          'Link',
          'Retry-After',
          'RateLimit',
          'X-Request-Id',
          'Idempotency-Key',
        ]),
      );
    },
  );

  it('are told once in two hours what they may send', async () => {
    const answer = await preflight('https://app.example');
    expect(answer.status).toBe(204);
    expect(grantOf(answer)).toEqual(['https://app.example', 'true']);
    expect(answer.headers.get('access-control-max-age')).toBe('7200');
    expect(answer.headers.get('access-control-allow-methods')).toContain('PATCH');
    expect(answer.headers.get('access-control-allow-headers')?.toLowerCase()).toContain('if-match');
  });

  it.each(strangers)('get no grant when they are not: %s', async (origin) => {
    const answer = await ask('/things', origin);
    expect([answer.status, ...grantOf(answer)]).toEqual([200, null, null]);
    const question = await preflight(origin);
    expect([question.status, ...grantOf(question)]).toEqual([403, null, null]);
    expect(await question.json()).toMatchObject({ code: 'FORBIDDEN' });
  });

  it.each(['/admin/queues', '//admin/queues', '/ADMIN/queues'])(
    'never read administrators’ pages: %s',
    async (path) => {
      expect(grantOf(await ask(path, 'https://app.example'))).toEqual([null, null]);
      expect(grantOf(await preflight('https://app.example', path))).toEqual([null, null]);
    },
  );

  it('share no cached answer with others', async () => {
    for (const origin of ['https://app.example', 'https://evil.example']) {
      expect((await ask('/things', origin)).headers.get('vary')).toContain('Origin');
    }
    expect((await fetch(`${server.url}/things`)).headers.get('vary')).toContain('Origin');
  });
});

describe('pages of this machine', () => {
  it.each([
    ['development', 'http://localhost:5173'],
    ['production', null],
  ] as const)('are let in while developing alone: %s', async (NODE_ENV, granted) => {
    const server = await smallServer([routes], {
      config: { NODE_ENV, PUBLIC_URL: 'http://localhost:3000', CORS_ORIGINS: [] },
    });
    try {
      const answer = await fetch(`${server.url}/things`, { headers: { origin: 'http://localhost:5173' } });
      expect(answer.headers.get('access-control-allow-origin')).toBe(granted);
    } finally {
      await server.stop();
    }
  });
});
