import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Client } from '@jobwire/client';
import { type S3Server, startS3Server } from '@jobwire/storage/testing';

import { pngImage } from '../image-bytes.ts';
import { createStops } from '../stops.ts';
import { testDatabase } from '../test-database.ts';
import { acceptImage, watchToEnd } from './accepted-work.ts';
import { startSystem, type System } from './system.ts';

const stops = createStops();
let server: S3Server;
let system: System;
let client: Client;

beforeAll(async () => {
  server = stops.add(await startS3Server());
  const database = stops.add(await testDatabase());
  const env = { STORAGE_URL: server.url, ANONYMOUS_UPLOADS: 'on', ...server.credentials };
  const servers = { databaseUrl: database.url, redisUrl: undefined, smtpUrl: 'smtp://127.0.0.1:1', env };
  system = stops.add(await startSystem(servers));
  client = system.client();
});
afterAll(() => stops.stopAll());

const keysOf = (method: string): string[] =>
  server.requests.filter((request) => request.method === method).map(({ path }) => path.replace(/\?.*/, ''));

it('keeps an upload and its sizes in the bucket, and serves them from there to whoever has the address', async () => {
  const { uploadId = '', ...job } = await acceptImage(client, 1);
  const items = await watchToEnd(client, job);
  expect(items.at(-1)).toMatchObject({ type: 'job.succeeded' });

  const put = keysOf('PUT');
  expect(put.filter((key) => key.startsWith('/photos/live/files/originals/'))).toHaveLength(1);
  expect(put.filter((key) => key.startsWith('/photos/live/files/derivatives/'))).toHaveLength(3);

  const { derivatives = [] } = await client.getUpload(uploadId, { ticket: job.ticket });
  expect(derivatives).toHaveLength(3);
  for (const { url, bytes } of derivatives) {
    const image = await fetch(new URL(url, system.api.url), { redirect: 'error' });
    expect([image.status, image.headers.get('content-type')]).toEqual([200, 'image/webp']);
    expect((await image.arrayBuffer()).byteLength).toBe(bytes);
  }
  const part = await fetch(new URL(derivatives[0]?.url ?? '', system.api.url), { headers: { range: 'bytes=0-3' } });
  expect([part.status, await part.text()]).toEqual([206, 'RIFF']);
});

it('refuses uploads while the bucket is away, and takes the same one when it is back', async () => {
  await server.refuse();
  const { status, headers } = await fetch(new URL('/upload-image', system.api.url), { method: 'POST', body: form() });
  expect([status, headers.has('retry-after')]).toEqual([503, true]);
  expect((await fetch(new URL('/readyz', system.api.url))).status).toBe(200);
  await server.accept();
  const again = await fetch(new URL('/upload-image', system.api.url), { method: 'POST', body: form() });
  expect(again.status).toBe(202);
});

/** A form with an image of its own. */
function form(): FormData {
  const body = new FormData();
  body.set('image', new Blob([new Uint8Array(pngImage(33, 44))], { type: 'image/png' }), 'a.png');
  return body;
}
