import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Router } from 'express';
import { z } from 'zod';

import { formBody } from '../verify/link-form.ts';
import { createApp, jsonBody, jsonBodyLimit } from './app.ts';
import { parse } from './parse.ts';
import { createHttpServer } from './server.ts';
import { rawRequest } from './testing/raw-request.ts';

const body = z.strictObject({ name: z.string(), more: z.unknown().optional() });
const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels);

describe('a JSON body', () => {
  let server: Server;
  let port: number;
  beforeAll(async () => {
    const router = Router()
      .post('/things', jsonBody(), (request, response) => void response.json({ got: parse(body, request.body) }))
      .post('/forms', formBody(), (request, response) => void response.json({ got: request.body as unknown }))
      .get('/things', (request, response) => void response.json({ query: request.query }));
    server = createHttpServer(createApp([router], () => undefined)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    ({ port } = server.address() as AddressInfo);
  });
  afterAll(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const send = async (
    sent: string | Buffer,
    headers: Record<string, string> = { 'content-type': 'application/json' },
  ): Promise<{ status: number; code?: string; got?: unknown; errors?: unknown }> => {
    const response = await fetch(`http://127.0.0.1:${port}/things`, { method: 'POST', body: sent, headers });
    return { status: response.status, ...((await response.json()) as Record<string, unknown>) };
  };

  it.each([
    ['a lone byte', Buffer.from('{"name":"\xff"}', 'latin1')],
    ['an overlong slash', Buffer.from([...Buffer.from('{"name":"'), 0xc0, 0xaf, ...Buffer.from('"}')])],
    ['a surrogate', Buffer.from([...Buffer.from('{"name":"'), 0xed, 0xa0, 0x80, ...Buffer.from('"}')])],
    ['a character that is cut off', Buffer.from('{"name":"é"}').subarray(0, 10)],
    ['UTF-16', Buffer.from('{"name":"a"}', 'utf16le')],
  ])('that is not UTF-8 is refused: %s', async (_what, sent) => {
    expect(await send(sent)).toMatchObject({ status: 400, code: 'BAD_JSON' });
  });

  it.each(['', '{', '{"name":"a"}x', "{'name':1}", '{"name":NaN}', '{"name":"a",}', '\0', '//'])(
    'that is not JSON is refused: %j',
    async (sent) => {
      expect([400, 422]).toContain((await send(sent)).status);
    },
  );

  it('may begin with a byte order mark', async () => {
    expect(await send('\ufeff{"name":"a"}')).toMatchObject({ status: 200, got: { name: 'a' } });
  });

  it('may nest 32 levels, and brackets in texts do not count', async () => {
    expect((await send(`{"name":"a","more":${nested(31)}}`)).status).toBe(200);
    const text = JSON.stringify(`\\"${'[{'.repeat(500)}`);
    expect((await send(`{"name":${text},"more":"\\\\"}`)).status).toBe(200);
    expect((await send(`{"name":"a","more":[${Array.from({ length: 500 }, () => '[]').join()}]}`)).status).toBe(200);
  });

  it.each([
    ['one level too many', `{"name":"a","more":${nested(32)}}`],
    ['objects', `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`],
    ['very many levels', `{"name":"a","more":${nested(32_000)}}`],
    ['levels that are never closed', '['.repeat(60_000)],
    ['levels after a text', `{"name":"\\\\","more":${nested(32)}}`],
  ])('that is nested deeper is refused: %s', async (_what, sent) => {
    expect(await send(sent)).toMatchObject({ status: 400, code: 'BAD_JSON' });
  });

  it('may have 64 KB and no byte more', async () => {
    const sized = (bytes: number): string => JSON.stringify({ name: 'x'.repeat(bytes - 11) });
    expect((await send(sized(jsonBodyLimit))).status).toBe(200);
    expect(await send(sized(jsonBodyLimit + 1))).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' });
    expect(await send(sized(2 * 1024 * 1024))).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' });
  });

  it('that is too large is refused before it has come, and the next request on the connection is served', async () => {
    const head = 'POST /things HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
    const early = await rawRequest(port, `${head}Content-Length: 2000000\r\n\r\n{"name":"`);
    expect(early.status).toBe(413);
    const good = `${head}Connection: close\r\nContent-Length: 12\r\n\r\n{"name":"a"}`;
    const both = await rawRequest(port, `${head}Content-Length: 2000000\r\n\r\n`, Buffer.alloc(2_000_000, 'x'), good);
    expect(both.text.match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200']);
    const chunked = `${head}Transfer-Encoding: chunked\r\n\r\n1e8480\r\n`;
    const tail = `\r\n0\r\n\r\n${good}`;
    const streamed = await rawRequest(port, chunked, Buffer.alloc(2_000_000, 'x'), tail);
    expect(streamed.text.match(/HTTP\/1\.1 \d{3}/g)).toEqual(['HTTP/1.1 413', 'HTTP/1.1 200']);
  });

  it.each([
    ['text', { 'content-type': 'text/plain' }],
    ['a form', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['another JSON type', { 'content-type': 'application/vnd.api+json' }],
    ['an empty type', { 'content-type': '' }],
    ['another charset', { 'content-type': 'application/json; charset=utf-16' }],
    ['an unknown charset', { 'content-type': 'application/json; charset=x' }],
  ])('of another type is refused: %s', async (_what, headers) => {
    expect(await send('{"name":"a"}', headers)).toMatchObject({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
  });

  it('without a type is refused', async () => {
    const request = 'POST /things HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Length: 12\r\n\r\n{"name":"a"}';
    expect((await rawRequest(port, request)).status).toBe(415);
  });

  it('that is compressed is refused unread, so that a bomb stays small', async () => {
    const bomb = Buffer.alloc(10_000_000, ' ');
    for (const [encoding, packed] of [
      ['gzip', gzipSync(bomb)],
      ['br', brotliCompressSync(bomb)],
      ['gzip, gzip', gzipSync('{"name":"a"}')],
      ['deflate', Buffer.from('x')],
      ['nonsense', Buffer.from('x')],
    ] as const) {
      const headers = { 'content-type': 'application/json', 'content-encoding': encoding };
      expect(await send(packed, headers)).toMatchObject({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
    }
  });

  it.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])(
    'with a member %s is refused, and nothing is polluted',
    async (member) => {
      expect(await send(`{"name":"a","${member}":{"polluted":true}}`)).toMatchObject({
        status: 422,
        errors: [{ pointer: `/${member}`, code: 'UNKNOWN_FIELD' }],
      });
      expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
    },
  );

  it('with a member that inherits from nothing good is no more than that', async () => {
    expect(await send('{"name":"a","more":{"__proto__":{"polluted":true}}}')).toMatchObject({ status: 200 });
    expect(await send('{"__proto__":{"name":"a"}}')).toMatchObject({ status: 422 });
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('counts the last of members with the same name', async () => {
    expect(await send('{"name":"a","name":"b"}')).toMatchObject({ status: 200, got: { name: 'b' } });
  });

  it.each(['null', '1', '"a"', 'true', '[]', '[{"name":"a"}]'])('that is no object is refused: %s', async (sent) => {
    expect((await send(sent)).status).toBe(422);
  });

  it.each([
    ['five fields', 'a=1&b=2&c=3&d=4&e=5', {}, 413],
    ['more than 4 KB', `a=${'x'.repeat(5_000)}`, {}, 413],
    ['what is not compressed as it says', 'a=1', { 'content-encoding': 'gzip' }, 400],
    ['a bomb', gzipSync(Buffer.alloc(1_000_000, 'a')), { 'content-encoding': 'gzip' }, 413],
    ['another charset', 'a=1', { 'content-type': 'application/x-www-form-urlencoded; charset=utf-7' }, 415],
    ['__proto__', '__proto__[polluted]=1&__proto__=1&constructor[prototype][polluted]=1', {}, 200],
  ])('has no more to hide as a form: %s', async (_what, sent, headers, status) => {
    const response = await fetch(`http://127.0.0.1:${port}/forms`, {
      method: 'POST',
      body: sent,
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    });
    expect(response.status).toBe(status);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  it('comes with a query and headers that pollute nothing', async () => {
    const ask = (path: string, header = ''): Promise<{ status: number; text: string }> =>
      rawRequest(port, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${header}\r\n`);
    const { text } = await ask('/things?ticket[]=a&ticket=b&ticket=c&__proto__[polluted]=1&__proto__=1&constructor=1');
    expect(text).toContain('"ticket":["b","c"]');
    expect((await ask('/things', '__proto__: polluted\r\nconstructor: x\r\n__proto__: y\r\n')).status).toBe(200);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });
});
