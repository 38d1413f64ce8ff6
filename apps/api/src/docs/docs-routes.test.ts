import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { catalog } from '@jobwire/jobs';

import { createApp } from '../http/app.ts';
import { allDocs } from '../openapi/all-docs.ts';
import { expectDocumented } from '../openapi/testing/documented.ts';
import { docsRoutes } from './docs-routes.ts';

let server: Server;
let url: string;
beforeAll(async () => {
  const router = docsRoutes({ docs: allDocs, catalog, version: '1.2.3' });
  server = createServer(createApp([router], () => undefined)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('GET /asyncapi.json', () => {
  it('is the document of the socket, also below /api/v1', async () => {
    for (const path of ['/asyncapi.json', '/api/v1/asyncapi.json']) {
      const answer = await fetch(`${url}${path}`);
      await expectDocumented('GET', '/asyncapi.json', answer.clone());
      expect(await answer.json()).toMatchObject({ asyncapi: '3.0.0', channels: { socket: { address: '/ws' } } });
    }
  });
});

describe('GET /openapi.json', () => {
  it('answers the document, under both prefixes', async () => {
    for (const path of ['/openapi.json', '/api/v1/openapi.json']) {
      const response = await fetch(`${url}${path}`);
      await expectDocumented('GET', path, response);
      expect(await response.json()).toMatchObject({ openapi: '3.1.1', info: { version: '1.2.3' } });
    }
  });

  it('answers 304 to whoever has it', async () => {
    const etag = (await fetch(`${url}/openapi.json`)).headers.get('etag') ?? '';
    const again = await fetch(`${url}/openapi.json`, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    await expectDocumented('GET', '/openapi.json', again);
  });
});

describe('GET /docs', () => {
  it('is a page without inline scripts and styles, whose parts are all of this server', async () => {
    const response = await fetch(`${url}/docs`);
    await expectDocumented('GET', '/docs', response);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toContain('unsafe');
    const page = await response.text();
    expect(page).not.toMatch(/<script>|<style|style=|https?:/);
    const parts = [...page.matchAll(/(?:src|href)="(\/docs\/[^"]+)"/g)].map(([, part]) => part);
    expect(parts).toHaveLength(4);
    for (const part of parts) {
      const answer = await fetch(`${url}${part}`);
      expect([part, answer.status]).toEqual([part, 200]);
      expect(answer.headers.get('content-type')).toMatch(/^text\/(javascript|css)/);
    }
  });

  it('serves nothing of the library but what the page needs', async () => {
    for (const path of ['/docs/package.json', '/docs/index.html', '/docs/..%2fpackage.json']) {
      expect((await fetch(`${url}${path}`)).status).toBe(404);
    }
  });
});
