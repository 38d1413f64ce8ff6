import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { type ComposedApi, composedApi } from '../openapi/testing/composed-api.ts';
import { rawRequest } from './testing/raw-request.ts';

let api: ComposedApi;
beforeAll(async () => {
  api = await composedApi();
});
afterAll(() => api.stop());

const paths = [
  '/.env',
  '/.env.example',
  '/.git/config',
  '/.git/HEAD',
  '/.data/secret-key',
  '/debug',
  '/debug/pprof/',
  '/actuator/env',
  '/server-status',
  '/package.json',
  '/src/main.ts',
  '/dist/main.js',
  '/dist/main.js.map',
  '/node_modules/express/package.json',
  '/docs/swagger-ui-bundle.js.map',
  '/docs/swagger-ui.css.map',
  '/docs/package.json',
  '/docs/initializer.js.map',
  '/docs/../package.json',
  '/docs/%2e%2e/package.json',
  '/docs/..%2f..%2fpackage.json',
  '/docs/..%5c..%5cpackage.json',
  '/files/../.env',
  '/files/..%2f..%2f.env',
  '/uploads/..%2f..%2f.env',
  '//.env',
  '/%2eenv',
];

describe.each(['', '/api/v1'])('what nobody is to see, under "%s"', (prefix) => {
  // As bytes, because a client would shorten what goes up and down.
  it.each(paths)('is not there: %s', async (path) => {
    const request = `GET ${prefix}${path} HTTP/1.1\r\nHost: jobwire.test\r\nConnection: close\r\n\r\n`;
    const { status, text } = await rawRequest(Number(new URL(api.url).port), request);
    expect({ status, text }).toMatchObject({ status: 404, text: expect.stringContaining('"code":"NOT_FOUND"') });
  });
});

it('scripts of the page name no source map', async () => {
  for (const file of ['swagger-ui-bundle.js', 'initializer.js', 'swagger-ui.css']) {
    const response = await fetch(`${api.url}/docs/${file}`);
    expect([response.status, response.headers.get('sourcemap')]).toEqual([200, null]);
  }
});
