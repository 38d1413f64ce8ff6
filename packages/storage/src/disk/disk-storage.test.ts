import { randomBytes } from 'node:crypto';
import { mkdtemp, open, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';

import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { AppError, sha256 } from '@jobwire/runtime';

import { createStorage, originalKey, type Storage, type TempWriter } from '../index.ts';
import { storageError } from './failures.ts';
import { createTempWriter } from './temp-writer.ts';

let root: string;
let storage: Storage;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'storage-'));
  storage = createStorage(`file:${root}`, () => undefined);
});

afterEach(() => rm(root, { recursive: true }));

async function written(...chunks: (string | Buffer)[]): Promise<TempWriter> {
  const temp = await storage.writeTemp();
  for (const chunk of chunks) temp.stream.write(chunk);
  temp.stream.end();
  await finished(temp.stream);
  return temp;
}

const temps = (): Promise<string[]> => readdir(join(root, 'temp'));

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof AppError ? error.code : String(error);
}

test('bytes are counted and hashed while they are written', async () => {
  const temp = await written('hello ', Buffer.from('wor'), 'ld');
  expect(temp.digest()).toEqual({ sha256: sha256('hello world'), bytes: 11 });
});

test('a promoted file is under its key and no longer temporary', async () => {
  const temp = await written('hello');
  const key = originalKey(temp.digest().sha256);
  await storage.promote(temp, key);
  expect(key).toMatch(/^originals\/2c\/f2\/2cf24dba/);
  expect(await readFile(await storage.pathOf(key), 'utf8')).toBe('hello');
  expect(await storage.stat(key)).toEqual({ bytes: 5 });
  expect(await temps()).toEqual([]);
});

test('promoting the same content again changes nothing and leaves no temporary file', async () => {
  await storage.promote(await written('hello'), 'a/b');
  await storage.promote(await written('hello'), 'a/b');
  expect(await buffer(await storage.open('a/b'))).toEqual(Buffer.from('hello'));
  expect(await temps()).toEqual([]);
});

test('twenty promotions of one key at the same time all succeed', async () => {
  const content = randomBytes(300_000);
  const all = await Promise.all(Array.from({ length: 20 }, () => written(content)));
  await Promise.all(all.map((temp) => storage.promote(temp, 'originals/same')));
  expect(await buffer(await storage.open('originals/same'))).toEqual(content);
  expect(await temps()).toEqual([]);
});

test('a stored file that lost its tail is replaced by a whole one', async () => {
  await storage.promote(await written('hello'), 'a/b');
  await writeFile(join(root, 'a/b'), 'he');
  await storage.promote(await written('hello'), 'a/b');
  expect(await readFile(join(root, 'a/b'), 'utf8')).toBe('hello');
});

test('a range is read with both ends included', async () => {
  await storage.promote(await written('0123456789'), 'digits');
  expect(String(await buffer(await storage.open('digits', { start: 2, end: 4 })))).toBe('234');
  expect(String(await buffer(await storage.open('digits', { start: 8 })))).toBe('89');
});

test('a missing file has no facts, cannot be opened, and may be deleted', async () => {
  expect(await storage.stat('not/there')).toBeUndefined();
  expect(await codeOf(storage.open('not/there'))).toBe('NOT_FOUND');
  await storage.delete('not/there');
});

test('a deleted file is gone', async () => {
  await storage.promote(await written('hello'), 'a/b');
  await storage.delete('a/b');
  expect(await storage.stat('a/b')).toBeUndefined();
});

test.each(['../secret', 'a/../../secret', '/etc/passwd', 'a//b', '', 'a/.', 'a\0b', 'A', 'a\\b', '.hidden', 'a/'])(
  'the key %j is refused by every method that takes one',
  async (key) => {
    const temp = await storage.reserveTemp();
    expect(await codeOf(storage.promote(temp, key))).toBe('BAD_REQUEST');
    expect(await codeOf(storage.open(key))).toBe('BAD_REQUEST');
    expect(await codeOf(storage.stat(key))).toBe('BAD_REQUEST');
    expect(await codeOf(storage.delete(key))).toBe('BAD_REQUEST');
    expect(await codeOf(storage.pathOf(key))).toBe('BAD_REQUEST');
  },
);

test('a discarded file is gone, and discarding again is no error', async () => {
  const temp = await written('hello');
  await storage.discard(temp);
  await storage.discard(temp);
  expect(await temps()).toEqual([]);
});

test('sweeping removes old temporary files and leaves the young and the stored', async () => {
  const old = await written('old');
  await written('young');
  await storage.promote(await written('kept'), 'kept');
  await utimes(join(root, 'kept'), 0, 0);
  await utimes(old.path, 0, 0);
  expect(await storage.sweepTemp(3_600_000)).toBe(1);
  expect(await temps()).toHaveLength(1);
  expect(await storage.stat('kept')).toBeDefined();
});

test('sweeping before anything was written finds nothing', async () => {
  expect(await storage.sweepTemp(0)).toBe(0);
});

test('a full disk is STORAGE_FULL, a broken one UNAVAILABLE', async () => {
  // Every write to this device fails with ENOSPC.
  const full = createTempWriter('/dev/full', await open('/dev/full', 'w'));
  full.stream.end('hello');
  expect(await codeOf(finished(full.stream))).toBe('STORAGE_FULL');
  expect(storageError(Object.assign(new Error('input/output error'), { code: 'EIO' })).code).toBe('UNAVAILABLE');
});

test('a storage whose folder is a file is UNAVAILABLE', async () => {
  await writeFile(join(root, 'file'), '');
  const broken = createStorage(`file:${root}/file`, () => undefined);
  expect(await codeOf(broken.writeTemp())).toBe('UNAVAILABLE');
});
