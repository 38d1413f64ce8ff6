import { once } from 'node:events';
import { connect } from 'node:net';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '@jobwire/testing';
import { Router } from 'express';

import { createApp, jsonBody } from './app.ts';
import { closeServer, createHttpServer, listen } from './server.ts';
import { rawRequest } from './testing/raw-request.ts';
import { type SmallServer, smallServer } from './testing/small-server.ts';

const head = 'Host: jobwire.test\r\n';
const get = (path: string, headers = ''): string => `GET ${path} HTTP/1.1\r\n${head}${headers}\r\n`;
const post = (headers: string, body: string): string => `POST /things HTTP/1.1\r\n${head}${headers}\r\n${body}`;
/** What a smuggler hopes is read as the next request of somebody else. */
const smuggled = 'GET /smuggled HTTP/1.1\r\nHost: x\r\n\r\n';

describe('a request that is not what it seems', () => {
  let server: SmallServer;
  const reached: string[] = [];
  beforeAll(async () => {
    const routes = Router()
      .use((request, _response, next) => {
        reached.push(request.path);
        next();
      })
      .get('/things', (_request, response) => void response.json({}))
      .post('/things', jsonBody(), (request, response) => void response.json({ got: request.body as unknown }));
    server = await smallServer([routes]);
  });
  afterAll(() => server.stop());

  it.each([
    ['both lengths', post(`Content-Length: 6\r\nTransfer-Encoding: chunked\r\n`, `0\r\n\r\n${smuggled}`)],
    ['both lengths, turned round', post(`Transfer-Encoding: chunked\r\nContent-Length: 6\r\n`, `0\r\n\r\n${smuggled}`)],
    ['two lengths', post(`Content-Length: 2\r\nContent-Length: 9\r\n`, `{}${smuggled}`)],
    ['a list of lengths', post(`Content-Length: 2, 9\r\n`, `{}${smuggled}`)],
    ['a length with a sign', post(`Content-Length: +2\r\n`, `{}${smuggled}`)],
    ['an unknown coding', post(`Transfer-Encoding: xchunked\r\n`, `0\r\n\r\n${smuggled}`)],
    ['chunked twice', post(`Transfer-Encoding: chunked, identity\r\n`, `0\r\n\r\n${smuggled}`)],
    ['a space before the colon', post(`Transfer-Encoding : chunked\r\n`, `0\r\n\r\n${smuggled}`)],
    ['a folded line', post(`X-A: b\r\n c\r\nTransfer-Encoding:\r\n chunked\r\n`, `0\r\n\r\n${smuggled}`)],
    ['bare line feeds', `GET /things HTTP/1.1\nHost: x\n\n${smuggled}`],
    ['a chunk with a bad size', post(`Transfer-Encoding: chunked\r\n`, `zz\r\n{}\r\n0\r\n\r\n${smuggled}`)],
    ['no host', `GET /things HTTP/1.1\r\n\r\n`],
    ['another protocol', 'GET /things HTCPCP/1.0\r\n\r\n'],
    ['nonsense', '\x16\x03\x01\x02\x00'],
  ])('ends the connection with 400, and what follows it is not read: %s', async (_what, bytes) => {
    const answer = await rawRequest(server.port, bytes);
    expect(answer.status).toBe(400);
    expect(answer.text).toMatch(/connection: close/i);
    expect(reached).not.toContain('/smuggled');
  });

  it.each([
    ['20 KB of headers', get('/things', `X-Long: ${'x'.repeat(20_000)}\r\n`), 431, 'HEADERS_TOO_LARGE'],
    [
      '101 headers',
      get('/things', Array.from({ length: 100 }, (_, n) => `X-${n}: 1\r\n`).join('')),
      431,
      'HEADERS_TOO_LARGE',
    ],
    ['an address of 9 KB', get(`/things?${'x'.repeat(9_000)}`), 414, 'URI_TOO_LONG'],
  ])('is too much: %s', async (_what, bytes, status, code) => {
    const answer = await rawRequest(server.port, bytes.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'));
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(`"code":"${code}"`);
  });

  it('is too much: a chunk that is all extension', async () => {
    const flood = post(`Transfer-Encoding: chunked\r\n`, `1;${'x'.repeat(20_000)}\r\n{\r\n0\r\n\r\n`);
    const { status } = await rawRequest(server.port, flood);
    expect([400, 413]).toContain(status);
  });

  it('is served although it expects something unknown', async () => {
    const { status } = await rawRequest(server.port, get('/things', 'Expect: miracles\r\nConnection: close\r\n'));
    expect(status).toBe(200);
  });

  it('is told to go on when it waits for that', async () => {
    const headers =
      'Expect: 100-continue\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n';
    const { text } = await rawRequest(server.port, post(headers, '{}'));
    expect(text).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK/);
  });

  it('does not make others wait or fail', async () => {
    expect((await fetch(`${server.url}/things`)).status).toBe(200);
  });
});

describe('a client that takes its time', () => {
  let server: SmallServer;
  let gaveUp: () => void;
  const givenUp = new Promise<void>((resolve) => (gaveUp = resolve));
  beforeAll(async () => {
    const routes = Router()
      .get('/things', (_request, response) => void response.json({}))
      .post('/things', jsonBody(), (_request, response) => void response.json({}))
      .get('/endless', (_request, response) => {
        response.once('close', gaveUp).write('x'.repeat(64_000_000));
      });
    const limits = { headersMs: 150, requestMs: 60_000, checkMs: 25, silenceMs: 600 };
    server = await smallServer([routes], { limits, bodyMs: 150 });
  });
  afterAll(() => server.stop());

  it('loses its connection while it sends headers', async () => {
    const { status, text } = await rawRequest(server.port, 'GET /things HTTP/1.1\r\nHost: x\r\nX-Slow: ');
    expect(status).toBe(408);
    expect(text).toContain('"code":"REQUEST_TIMEOUT"');
  });

  it('loses its connection while it sends a body', async () => {
    const { status, text } = await rawRequest(
      server.port,
      post('Content-Type: application/json\r\nContent-Length: 100\r\n', '{"a":'),
    );
    expect(status).toBe(408);
    expect(text).toContain('"code":"REQUEST_TIMEOUT"');
  });

  it('loses its connection when it reads nothing', async () => {
    const socket = connect(server.port, '127.0.0.1');
    socket.on('error', () => undefined);
    socket.pause();
    socket.write(get('/endless'));
    await new Promise((resolve) => socket.once('connect', resolve));
    // Reading begins when the server has given up: what the system had buffered comes, and then the end.
    await givenUp;
    await new Promise((resolve) => socket.resume().once('close', resolve));
    expect(socket.bytesRead).toBeLessThan(64_000_000);
  });

  it('does not make others fail', async () => {
    const slow = Array.from({ length: 50 }, () => rawRequest(server.port, 'GET /things HTTP/1.1\r\nHost: x\r\n'));
    // One at a time: on a busy machine fifty at once would be slow clients themselves.
    for (let asked = 0; asked < 5; asked += 1) {
      await eventually(async () => expect((await fetch(`${server.url}/things`)).status).toBe(200));
    }
    expect((await Promise.all(slow)).map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 408));
  });
});

describe('a greedy client', () => {
  it('is not worked for on all its requests at once', async () => {
    let now = 0;
    let most = 0;
    const routes = Router().get('/work', (_request, response) => {
      most = Math.max(most, (now += 1));
      setTimeout(() => response.json({ done: (now -= 1) }), 20);
    });
    const server = await smallServer([routes]);
    const { text } = await rawRequest(server.port, get('/work').repeat(1_000));
    await server.stop();
    expect(most).toBeLessThanOrEqual(16);
    expect(text).toMatch(/HTTP\/1\.1 429 [\s\S]*connection: close/i);
  });

  it('gets no more connections than the process has', async () => {
    const routes = Router().get('/things', (_request, response) => void response.json({}));
    const server = await smallServer([routes], { limits: { connections: 2 } });
    const held = [connect(server.port, '127.0.0.1'), connect(server.port, '127.0.0.1')];
    await Promise.all(held.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    expect(await rawRequest(server.port, get('/things'))).toEqual({ status: 0, text: '' });
    await server.seen.waitFor('connection.dropped');
    for (const socket of held) socket.destroy();
    await server.stop();
  });
});

it('a connection that never says anything does not hold up a server that stops', async () => {
  const server = createHttpServer(createApp([Router()], () => undefined));
  const port = await listen(server, 0);
  const socket = connect(port, '127.0.0.1');
  await once(server, 'connection');
  await closeServer(server);
  if (!socket.closed) await once(socket, 'close');
  expect(server.listening).toBe(false);
});

it('who connects while a server stops is still answered: a proxy sends its request at once', async () => {
  const server = createHttpServer(
    createApp([Router().get('/things', (_request, response) => void response.json({}))], () => undefined),
  );
  const port = await listen(server, 0);
  const socket = connect(port, '127.0.0.1');
  const [accepted] = await once(server, 'connection');
  // On the way, but not read yet.
  expect(accepted.bytesRead).toBe(0);
  const closed = closeServer(server);
  socket.end('GET /things HTTP/1.1\r\nHost: jobwire.test\r\nConnection: close\r\n\r\n');
  const [answer] = await once(socket, 'data');
  expect(String(answer)).toMatch(/^HTTP\/1.1 200 /);
  await closed;
});
