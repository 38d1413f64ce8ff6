import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Router } from 'express';

import { rawRequest } from './testing/raw-request.ts';
import { type SmallServer, smallServer } from './testing/small-server.ts';

const long = 'jobwire '.repeat(1_000);

const routes = Router()
  .get('/list', (_request, response) => void response.json({ long }))
  .get('/short', (_request, response) => void response.json({ short: true }))
  .get('/script', (_request, response) => void response.set('ETag', 'W/"1"').type('js').send(`// ${long}`))
  .get('/page', (_request, response) => void response.type('html').send(long))
  .get('/link', (_request, response) => void response.set('Cache-Control', 'no-store').type('html').send(long))
  .get('/exact', (_request, response) => void response.set('ETag', '"7"').json({ long }))
  .get('/file', (_request, response) => void response.set('Accept-Ranges', 'bytes').type('text/csv').send(long))
  .get('/image', (_request, response) => void response.type('image/webp').send(Buffer.from(long)))
  .get('/stream', (_request, response) => void response.type('text/event-stream').send(long))
  .post('/ticket', (_request, response) => void response.json({ ticket: long }));

describe('an answer', () => {
  let server: SmallServer;
  beforeAll(async () => {
    server = await smallServer([routes]);
  });
  afterAll(() => server.stop());

  const headersOf = async (path: string, method = 'GET', accept = 'gzip'): Promise<string> => {
    const asked = `${method} ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAccept-Encoding: ${accept}\r\nContent-Length: 0\r\n\r\n`;
    const { text } = await rawRequest(server.port, asked);
    return text.slice(0, text.indexOf('\r\n\r\n')).toLowerCase();
  };

  it.each(['/list', '/script', '/page'])('travels small when that is worth it: %s', async (path) => {
    const headers = await headersOf(path);
    expect(headers).toContain('content-encoding: gzip');
    expect(headers).toContain('vary: origin, accept-encoding');
    // The length of what is sent is not known when its headers are.
    expect(headers).not.toContain('content-length');
  });

  it.each([
    ['short', '/short', 'GET'],
    ['with a ticket', '/ticket', 'POST'],
    ['the page of a link', '/link', 'GET'],
    ['whose bytes are what its ETag names', '/exact', 'GET'],
    ['a file, which may be read in ranges', '/file', 'GET'],
    ['an image', '/image', 'GET'],
    ['a stream of events', '/stream', 'GET'],
  ])('stays as it is when it is %s', async (_what, path, method) => {
    const headers = await headersOf(path, method);
    expect(headers).not.toContain('content-encoding');
    expect(headers).toMatch(/content-length: \d+/);
  });

  it('stays as it is for who cannot unpack it', async () => {
    expect(await headersOf('/list', 'GET', 'identity')).toContain(`content-length: ${JSON.stringify({ long }).length}`);
  });

  it('is the same when it is unpacked', async () => {
    expect(await (await fetch(`${server.url}/list`)).json()).toEqual({ long });
  });
});
