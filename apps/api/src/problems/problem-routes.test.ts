import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { errorCatalogue, errorHelp } from '@jobwire/runtime';
import { z } from 'zod';

import { createApp } from '../http/app.ts';
import { expectDocumented } from '../openapi/testing/documented.ts';
import { problemRoutes } from './problem-routes.ts';

let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer(createApp([problemRoutes()], () => undefined)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function get(path: string, accept?: string): Promise<Response> {
  const response = await fetch(`${url}${path}`, accept === undefined ? {} : { headers: { accept } });
  await expectDocumented('GET', path, response);
  return response;
}

describe('GET /problems/:code', () => {
  it('is where the type of every error leads', async () => {
    const { type } = z.object({ type: z.string() }).parse(await (await get('/nowhere')).json());
    expect(type).toBe('/problems/not-found');
    expect(await (await get(type)).json()).toMatchObject({ code: 'NOT_FOUND', status: 404, retryable: false });
  });

  it('says what every code means and what to do, with an example', async () => {
    const { errors } = z
      .object({ errors: z.array(z.object({ code: z.string(), type: z.string() })) })
      .parse(await (await get('/problems')).json());
    expect(errors.map(({ code }) => code).toSorted()).toEqual(Object.keys(errorCatalogue).toSorted());
    for (const { code, type } of errors) {
      const about: unknown = await (await get(type)).json();
      expect(about).toMatchObject({ code, help: expect.stringMatching(/\.$/), example: { code, type } });
    }
  });

  it('is a page for browsers', async () => {
    const response = await get('/problems/invalid-input', 'text/html,application/xhtml+xml,*/*;q=0.8');
    expect(response.headers.get('vary')).toMatch(/\bAccept\b(?!-)/);
    const page = await response.text();
    expect(page).toContain('<h1>The input is not valid</h1>');
    expect(page).toContain('<code>errors</code>');
    expect(page).toContain('&quot;pointer&quot;: &quot;/email&quot;');
    expect(await (await get('/problems', 'text/html')).text()).toContain('href="/problems/invalid-input"');
  });

  it('is nowhere for what is no code', async () => {
    for (const path of ['/problems/nothing', '/problems/constructor', '/problems/not_found', '/problems/%00']) {
      expect((await get(path)).status).toBe(404);
    }
    expect((await get('/problems/%ff')).status).toBe(400);
  });
});

describe('what to do about an error', () => {
  it('is said in whole sentences', () => {
    for (const help of Object.values(errorHelp)) expect(help).toMatch(/^[A-Z`][^]*\.$/);
  });
});
