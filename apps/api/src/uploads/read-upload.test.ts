import { createHash, randomBytes } from 'node:crypto';
import { finished } from 'node:stream/promises';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { insertDerivatives, markUploadReady } from '@jobwire/db';
import { createKeyRing, uuidv7 } from '@jobwire/runtime';
import { pngImage } from '@jobwire/testing';

import { createTickets } from '../auth/tickets.ts';
import { createSignedUrls } from './signed-urls.ts';
import { imageForm, post, type Reply, send, type UploadServer, uploadServer } from './testing/upload-server.ts';

const owner = uuidv7();
const asOwner = { authorization: `Bearer user:${owner}` };
const content = randomBytes(1_000);
const sha256 = createHash('sha256').update(content).digest('hex');

let api: UploadServer;
let sent: Reply['body'];
let path: string;

beforeAll(async () => {
  api = await uploadServer();
});
afterAll(() => api.stop());

beforeEach(async () => {
  await api.db.query('TRUNCATE uploads, blobs, jobs, job_events CASCADE');
  sent = (await post(api.port, imageForm(pngImage(8, 6)), asOwner)).body;
  path = sent.upload.links.self;
});

/** What the worker does at the end of its job. */
async function finish(): Promise<void> {
  const temp = await api.storage.writeTemp();
  temp.stream.end(content);
  await finished(temp.stream);
  await api.storage.promote(temp, 'derivatives/thumb-1');
  await markUploadReady(api.db, sent.upload.id, { width: 8, height: 6, frames: 1, thumbhash: 'aGFzaA==' });
  const size = {
    format: 'webp',
    width: 8,
    height: 6,
    bytes: content.length,
    sha256,
    storageKey: 'derivatives/thumb-1',
  };
  await insertDerivatives(api.db, sent.upload.id, [{ preset: 'thumb', recipe: '1', ...size }]);
}

/** The signed address of the one size. */
async function thumbUrl(): Promise<string> {
  await finish();
  return (await send(api.port, 'GET', path, asOwner)).body.derivatives[0].url;
}

test('an upload in work is shown without sizes', async () => {
  const { status, body } = await send(api.port, 'GET', path, asOwner);
  expect(status).toBe(200);
  expect(body).toMatchObject({
    id: sent.upload.id,
    state: 'processing',
    type: 'image/png',
    width: 8,
    height: 6,
    derivatives: [],
  });
});

test('a ready upload is shown with its sizes and their signed addresses', async () => {
  await finish();
  const { body } = await send(api.port, 'GET', path, asOwner);
  expect(body).toMatchObject({ state: 'ready', width: 8, height: 6, thumbhash: 'aGFzaA==' });
  expect(body.derivatives).toEqual([
    {
      preset: 'thumb',
      format: 'webp',
      width: 8,
      height: 6,
      bytes: 1_000,
      url: expect.stringContaining(`${path}/thumb?`),
    },
  ]);
});

test('an upload whose job ended badly is shown as failed, with the code', async () => {
  await api.db.query(
    `UPDATE jobs SET state = 'failed', error = '{"code":"TIMEOUT","message":"x"}', finished_at = now()`,
  );
  const { body } = await send(api.port, 'GET', path, asOwner);
  expect(body).toMatchObject({ state: 'failed', error: { code: 'TIMEOUT' } });
});

describe('an upload is shown to', () => {
  const ticket = async (uploadId: string): Promise<string> =>
    (await createTickets(api.keys).issue({ jobId: sent.job.id, uploadId })).ticket;
  test.each<[string, number, () => Promise<[string, Record<string, string>]>]>([
    ['its owner', 200, async () => [path, asOwner]],
    ['an admin', 200, async () => [path, { authorization: 'Bearer admin' }]],
    ['the holder of its ticket', 200, async () => [`${path}?ticket=${sent.ticket}`, {}]],
    ['nobody with a ticket for another', 404, async () => [`${path}?ticket=${await ticket(uuidv7())}`, {}]],
    ['no stranger', 404, async () => [path, {}]],
    ['no other user', 404, async () => [path, { authorization: `Bearer user:${uuidv7()}` }]],
    ['nobody when it is unknown', 404, async () => [`/uploads/${uuidv7()}`, asOwner]],
    ['nobody when its id is none', 404, async () => ['/uploads/1', asOwner]],
  ])('%s', async (_who, status, ask) => {
    expect((await send(api.port, 'GET', ...(await ask()))).status).toBe(status);
  });
});

describe('the bytes of a size', () => {
  test('are sent with what makes them safe and cacheable', async () => {
    const { status, headers, bytes } = await send(api.port, 'GET', await thumbUrl());
    expect(status).toBe(200);
    expect(bytes).toEqual(content);
    expect(headers).toMatchObject({
      'content-type': 'image/webp',
      'content-length': '1000',
      etag: `"${sha256}"`,
      'cache-control': expect.stringMatching(/^private, max-age=\d{5,6}, immutable$/),
      'accept-ranges': 'bytes',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    });
  });

  test.each<[string, Record<string, string>, number, string | undefined, Buffer]>([
    ['a known version', { 'if-none-match': `"${sha256}"` }, 304, undefined, Buffer.alloc(0)],
    ['any version', { 'if-none-match': '*' }, 304, undefined, Buffer.alloc(0)],
    ['another version', { 'if-none-match': '"x"' }, 200, undefined, content],
    ['a strange version', { 'if-none-match': '""",,x' }, 200, undefined, content],
    ['the first byte', { range: 'bytes=0-0' }, 206, 'bytes 0-0/1000', content.subarray(0, 1)],
    ['the last bytes', { range: 'bytes=-10' }, 206, 'bytes 990-999/1000', content.subarray(990)],
    ['an open end', { range: 'bytes=900-' }, 206, 'bytes 900-999/1000', content.subarray(900)],
    ['several ranges', { range: 'bytes=0-1,5-6' }, 200, undefined, content],
    ['no range at all', { range: 'lines=1-2' }, 200, undefined, content],
    ['a range of another version', { range: 'bytes=0-0', 'if-range': '"x"' }, 200, undefined, content],
    [
      'a range of this version',
      { range: 'bytes=0-0', 'if-range': `"${sha256}"` },
      206,
      'bytes 0-0/1000',
      content.subarray(0, 1),
    ],
  ])('asked for %s', async (_name, headers, status, range, bytes) => {
    const reply = await send(api.port, 'GET', await thumbUrl(), headers);
    expect([reply.status, reply.headers['content-range']]).toEqual([status, range]);
    expect(reply.bytes).toEqual(bytes);
  });

  test('a range behind the end is refused with the size', async () => {
    const { status, headers, body } = await send(api.port, 'GET', await thumbUrl(), { range: 'bytes=999999-' });
    expect([status, headers['content-range'], body.code]).toEqual([416, 'bytes */1000', 'RANGE_NOT_SATISFIABLE']);
  });

  test('HEAD tells the size and sends nothing', async () => {
    const { status, headers, bytes } = await send(api.port, 'HEAD', await thumbUrl());
    expect([status, headers['content-length'], bytes.length]).toEqual([200, '1000', 0]);
  });

  test('are not there when the upload was deleted', async () => {
    const url = await thumbUrl();
    await api.db.query('UPDATE uploads SET deleted_at = now()');
    expect((await send(api.port, 'GET', url)).status).toBe(404);
    expect((await send(api.port, 'GET', path, asOwner)).status).toBe(404);
  });

  test('have the same address all day, also under /api/v1', async () => {
    const url = await thumbUrl();
    expect((await send(api.port, 'GET', path, asOwner)).body.derivatives[0].url).toBe(url);
    expect((await send(api.port, 'GET', `/api/v1${url}`)).status).toBe(200);
  });
});

describe('an address is not good when', () => {
  const changed = (url: string, name: string, value: string): string => {
    const [at = '', query] = url.split('?');
    const all = new URLSearchParams(query);
    all.set(name, value);
    return `${at}?${all}`;
  };
  test.each<[string, (url: string) => string]>([
    ['it has no signature', (url) => url.split('?')[0] ?? ''],
    [
      'a bit of the signature is another',
      (url) => url.replace(/signature=(.)/, (_all, first) => `signature=${first === 'A' ? 'B' : 'A'}`),
    ],
    ['it is for another size', (url) => url.replace('/thumb?', '/large?')],
    ['it lives longer', (url) => changed(url, 'expires', '99999999999')],
    ['it is of another key', (url) => changed(url, 'key', 'abcdefgh')],
    ['it is of another version', (url) => changed(url, 'v', '0123456789abcdef')],
    ['it has two signatures', (url) => `${url}&signature=x`],
  ])('%s', async (_why, change) => {
    const { status, body } = await send(api.port, 'GET', change(await thumbUrl()));
    expect([status, body.code]).toEqual([403, 'SIGNATURE_INVALID']);
  });

  test('its day and the next are over', () => {
    const keys = createKeyRing('a secret that is long enough for a test');
    let now = Date.parse('2026-11-22T10:00:00Z');
    const urls = createSignedUrls(keys, () => now);
    const url = new URL(urls.sign('/uploads/1/thumb', 'v'), 'http://x');
    const query = Object.fromEntries(url.searchParams);
    now = Date.parse('2026-11-23T23:59:59Z');
    expect(urls.verify(url.pathname, query)).toBe(Date.parse('2026-11-24T00:00:00Z'));
    now = Date.parse('2026-11-24T00:00:00Z');
    expect(() => urls.verify(url.pathname, query)).toThrow(expect.objectContaining({ code: 'SIGNATURE_INVALID' }));
  });

  test('another secret signed it', () => {
    const url = new URL(createSignedUrls(createKeyRing('a'.repeat(32))).sign('/x', 'v'), 'http://x');
    const others = createSignedUrls(createKeyRing('b'.repeat(32)));
    const query = Object.fromEntries(url.searchParams);
    expect(() => others.verify('/x', query)).toThrow(expect.objectContaining({ code: 'SIGNATURE_INVALID' }));
  });
});
