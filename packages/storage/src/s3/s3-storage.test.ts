import { chmod, chown, mkdir, utimes, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { uuidv7 } from '@jobwire/runtime';

import type { S3Server } from '../testing/s3-server.ts';
import { bucketAt, codeOf, s3Rig, type StorageRig, tempsOf, written } from '../testing/storage-rigs.ts';
import { createBucket } from './bucket.ts';
import { createS3Storage } from './s3-storage.ts';

let rig: StorageRig & { server: S3Server };
let key: string;

beforeAll(async () => {
  rig = await s3Rig();
});
afterAll(() => rig.stop());
beforeEach(() => {
  key = `files/${uuidv7()}`;
  rig.server.requests.length = 0;
});
afterEach(() => {
  rig.server.instead = undefined;
});

const put = async (content: string | Buffer): Promise<void> =>
  rig.storage.promote(await written(rig.storage, content), key);
const asked = (method: string) => rig.server.requests.filter((request) => request.method === method);
/** Another storage in the same bucket, or in another. */
const other = (change: { bucket?: string; keyId?: string; folder?: string }) =>
  createS3Storage(
    { ...bucketAt(rig.server.url), ...(change.bucket ? { bucket: change.bucket } : {}) },
    { ...rig.server.credentials, ...(change.keyId ? { S3_ACCESS_KEY_ID: change.keyId } : {}) },
    () => undefined,
    change.folder ?? rig.tempFolder,
  );

test('a file goes below the prefix in one request, with its checksum, and is granted to nobody', async () => {
  await put('hello');
  await put('hello');
  const [sent, ...more] = asked('PUT');
  expect(more).toEqual([]);
  expect(sent?.path).toMatch(new RegExp(`^/photos/live/files/${key}(\\?|$)`));
  expect(sent?.headers).toMatchObject({
    'content-length': '5',
    // SHA-256 of "hello".
    'x-amz-checksum-sha256': 'LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=',
  });
  expect(Object.keys(sent?.headers ?? {}).filter((name) => /acl|grant|trailer/.test(name))).toEqual([]);
});

/** Say that nothing is there, and cut uploads in the middle, this many of them. */
const cutUploads = (times: number): void => {
  let left = times;
  rig.server.instead = (request, response) => {
    if (request.method === 'HEAD') return void response.writeHead(404).end();
    left -= 1;
    if (left === 0) rig.server.instead = undefined;
    request.once('data', () => request.socket.destroy());
  };
};

test('an upload that is cut in the middle is sent again, and is there whole', async () => {
  cutUploads(1);
  await put(Buffer.alloc(3_000_000, 'x'));
  expect(asked('PUT')).toHaveLength(2);
  expect(await rig.storage.stat(key)).toEqual({ bytes: 3_000_000 });
});

test('an upload that is cut every time leaves no object, and its file for another attempt', async () => {
  const temp = await written(rig.storage, Buffer.alloc(3_000_000, 'x'));
  cutUploads(3);
  expect(await codeOf(rig.storage.promote(temp, key))).toBe('UNAVAILABLE');
  expect(asked('PUT')).toHaveLength(3);
  expect(await rig.storage.stat(key)).toBeUndefined();
  await rig.storage.promote(temp, key);
  expect(await rig.storage.stat(key)).toEqual({ bytes: 3_000_000 });
});

test.each([
  [507, 'XMinioStorageFull', 'STORAGE_FULL', 1],
  [403, 'QuotaExceeded', 'STORAGE_FULL', 1],
  [403, 'AccessDenied', 'UNAVAILABLE', 1],
  [503, 'SlowDown', 'UNAVAILABLE', 3],
])('an answer of %d %s is %s after %d attempts', async (status, code, expected, attempts) => {
  const temp = await written(rig.storage, 'hello');
  rig.server.instead = (request, response) => {
    if (request.method === 'HEAD') return void response.writeHead(404).end();
    request.resume().once('end', () => {
      response.writeHead(status, { 'content-type': 'application/xml' });
      response.end(`<?xml version="1.0"?><Error><Code>${code}</Code><Message>no</Message></Error>`);
    });
  };
  expect(await codeOf(rig.storage.promote(temp, key))).toBe(expected);
  expect(asked('PUT')).toHaveLength(attempts);
  await rig.storage.discard(temp);
});

test('a wrong bucket and an unknown key are UNAVAILABLE, not files that are missing', async () => {
  expect(await codeOf(other({ bucket: 'nowhere' }).open(key))).toBe('UNAVAILABLE');
  expect(await codeOf(other({ keyId: 'NOBODY' }).open(key))).toBe('UNAVAILABLE');
});

test('a download that is cut is UNAVAILABLE and leaves no copy', async () => {
  rig.server.instead = (_request, response) => {
    response.writeHead(200, { 'content-length': '1000' });
    response.write('half', () => response.destroy());
  };
  expect(await codeOf(rig.storage.withLocalCopy(key, async () => 'used'))).toBe('UNAVAILABLE');
  expect(await tempsOf(rig)).toEqual([]);
});

test('a server that never answers is given up after the deadline', async () => {
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await new Promise((resolve) => silent.once('listening', resolve));
  const endpoint = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const bucket = createBucket({ ...bucketAt(rig.server.url), endpoint }, rig.server.credentials);
  const asking = bucket.ask(
    (client, { HeadObjectCommand }, abortSignal) =>
      client.send(new HeadObjectCommand({ Bucket: 'photos', Key: 'a' }), { abortSignal }),
    { deadlineMs: 200 },
  );
  expect(await codeOf(asking)).toBe('UNAVAILABLE');
  silent.closeAllConnections();
  silent.close();
});

test('what a process left on its way is swept when the next one begins', async () => {
  const folder = join(rig.tempFolder, 'before');
  await mkdir(folder, { mode: 0o700 });
  await writeFile(join(folder, 'left.part'), 'half');
  await utimes(join(folder, 'left.part'), 0, 0);
  const storage = other({ folder });
  await storage.promote(await written(storage, 'hello'), key);
  expect(await tempsOf({ ...rig, tempFolder: folder })).toEqual([]);
  expect(await text(await rig.storage.open(key))).toBe('hello');
});

test('a folder in which others may write is not used for what passes through', async () => {
  const folder = join(rig.tempFolder, 'shared');
  await mkdir(folder);
  // Only root can give a folder away; for everybody else its mode must do.
  if (process.getuid?.() === 0) await chown(folder, 65_534, 65_534);
  else await chmod(folder, 0o777);
  expect(await codeOf(other({ folder }).writeTemp())).toBe('UNAVAILABLE');
});
