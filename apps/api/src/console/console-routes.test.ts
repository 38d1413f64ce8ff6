import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadConfig } from '@jobwire/runtime';
import { type TestFolder, testFolder } from '@jobwire/testing';

import { createSessionCookie } from '../auth/session-cookie.ts';
import { newSessionSecret } from '../auth/session-secret.ts';
import { homeRoutes } from '../home/home-routes.ts';
import { type RawAnswer, rawRequest } from '../http/testing/raw-request.ts';
import { type SmallServer, smallServer } from '../http/testing/small-server.ts';
import { expectDocumented } from '../openapi/testing/documented.ts';
import { settingsRoutes } from '../settings/settings-routes.ts';
import { consoleRoutes } from './console-routes.ts';

const script = 'console.log("watched, never lost");\n'.repeat(200);
const cookie = createSessionCookie('http://localhost');
let folder: TestFolder;
let server: SmallServer;
beforeAll(async () => {
  folder = await testFolder('console');
  await mkdir(join(folder.path, 'dist/assets/old'), { recursive: true });
  const config = loadConfig({ NODE_ENV: 'test', INBOX_URL: 'http://localhost:8025/', UPLOAD_MAX_BYTES: '1000' });
  server = await smallServer([
    consoleRoutes(join(folder.path, 'dist')),
    homeRoutes({ NODE_ENV: 'test' }),
    settingsRoutes({ config, cookie, version: '1.2.3' }),
  ]);
});
afterAll(async () => {
  await server.stop();
  await folder.stop();
});

const file = (path: string, text: string): Promise<void> => writeFile(join(folder.path, path), text);
const get = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Response> =>
  fetch(server.url + path, { method, headers });
const ask = (path: string, header = ''): Promise<RawAnswer> =>
  rawRequest(server.port, `GET ${path} HTTP/1.1\r\nHost: jobwire.test\r\nConnection: close\r\n${header}\r\n`);

// In the order of a start: nothing is built at first.
describe('the console', () => {
  it('gives way to a plain page where it is not built', async () => {
    const answer = await get('/');
    await expectDocumented('GET', '/', answer);
    expect(await answer.text()).toContain('Jobwire is running');
    expect((await get('/favicon.svg')).status).toBe(404);
  });

  it('is there as soon as it is built, with a policy without anything inline, and asked for again each time', async () => {
    await Promise.all([
      file('dist/index.html', '<!doctype html><script type="module" src="./assets/index-1.js"></script>'),
      file('dist/favicon.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>'),
      file('dist/assets/index-1.js', script),
      file('dist/assets/index-1.css', 'body{margin:0}'),
      file('dist/assets/.secret', 'hidden'),
      file('dist/notes.txt', 'not for anybody'),
      file('secret.txt', 'outside'),
    ]);
    const answer = await get('/');
    await expectDocumented('GET', '/', answer);
    expect(await answer.text()).toContain('./assets/index-1.js');
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self'; .*frame-ancestors 'none'$/);
    expect(policy).not.toContain('unsafe');
    // As bytes: with a tag, fetch asks for an answer that nobody has kept.
    const known = await ask('/', `If-None-Match: ${answer.headers.get('etag')}\r\n`);
    expect([known.status, (await get('/', {}, 'HEAD')).status]).toEqual([304, 200]);
  });

  it('has parts that browsers keep, of the right types, which travel packed', async () => {
    const types = { 'index-1.js': 'text/javascript', 'index-1.css': 'text/css' };
    for (const [name, type] of Object.entries(types)) {
      const { headers } = await get(`/assets/${name}`);
      expect([headers.get('content-type')?.split(';')[0], headers.get('x-content-type-options')]).toEqual([
        type,
        'nosniff',
      ]);
      expect(headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
    const packed = await get('/assets/index-1.js', { 'accept-encoding': 'gzip' });
    expect([packed.headers.get('content-encoding'), await packed.text()]).toEqual(['gzip', script]);
    expect((await get('/favicon.svg')).headers.get('content-type')).toBe('image/svg+xml');
  });

  it.each([
    '/assets/index-2.js',
    '/assets',
    '/assets/',
    '/assets/old/',
    '/assets/.secret',
    '/assets/../index.html',
    '/assets/../../secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e/%2e%2e/secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/assets/%zz',
    '/assets/index-1.js%00.css',
    '/index.html',
    '/notes.txt',
    '/robots.txt',
  ])('has nothing else: %s', async (path) => {
    // As bytes, because a client would shorten what goes up and down.
    const { status, text } = await ask(path);
    expect({ path, status, text }).toMatchObject({ status: 404, text: expect.stringContaining('"code":"NOT_FOUND"') });
  });

  it('takes nothing', async () => {
    expect((await get('/assets/index-1.js', {}, 'POST')).status).toBe(404);
  });
});

it('GET /settings says what a page may offer', async () => {
  const answer = await get('/settings');
  await expectDocumented('GET', '/settings', answer);
  expect(await answer.json()).toEqual({
    version: '1.2.3',
    anonymousUploads: true,
    upload: { maxBytes: 1_000, types: ['image/jpeg', 'image/png', 'image/webp', 'image/gif', 'image/avif'] },
    inbox: 'http://localhost:8025',
    strangers: false,
    metrics: true,
    session: false,
  });
});

it.each([
  ['a session', cookie.write(newSessionSecret(), 60_000).split(';')[0] ?? '', true],
  ['something else', 'jobwire=nonsense', false],
])('GET /settings tells whether %s came with the request, to nobody else', async (_what, sent, session) => {
  const answer = await get('/settings', { cookie: sent });
  expect(await answer.json()).toMatchObject({ session });
  expect(answer.headers.get('cache-control')).toBe('no-store');
});
