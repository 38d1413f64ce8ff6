import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type FileRow, findFile } from '@jobwire/db';
import type { Files, JobFile } from '@jobwire/jobs';
import { Permanent, Retryable } from '@jobwire/queue/job';
import { appError, sha256, uuidv7 } from '@jobwire/runtime';
import { createStorage, fileKey, type Storage } from '@jobwire/storage';
import { type TestDatabase, testDatabase, type TestFolder, testFolder } from '@jobwire/testing';

import { createFiles } from './files.ts';

const csv = { name: 'report.csv', type: 'text/csv' };

let database: TestDatabase;
let folder: TestFolder;
let storage: Storage;
let files: Files;

beforeAll(async () => {
  [database, folder] = await Promise.all([testDatabase(), testFolder('files')]);
  storage = createStorage(`file:${folder.path}`, () => undefined);
  files = createFiles(database.db, storage);
});
afterAll(() => Promise.all([database.stop(), folder.stop()]));
beforeEach(() => database.db.query('TRUNCATE files, blobs CASCADE'));

async function* content(...chunks: (string | Uint8Array)[]): AsyncGenerator<string | Uint8Array> {
  yield* chunks;
}

async function made(jobId: string, words: string, facts = csv): Promise<JobFile> {
  const stored = await files.put(content(words), facts);
  return database.db.transaction((tx) => files.save(tx, jobId, stored));
}

const rows = (table: 'files' | 'blobs'): Promise<unknown[]> => database.db.query(`SELECT * FROM ${table}`);
const temps = (): Promise<string[]> => readdir(join(folder.path, 'temp'));
const found = (id: string): Promise<FileRow | undefined> => findFile(database.db, id);

test('a stream is stored by its content and counted on the way', async () => {
  const stored = await files.put(content('hello ', Buffer.from('wörld')), csv);
  const hash = sha256('hello wörld');
  expect(stored).toEqual({ ...csv, sha256: hash, bytes: 12 });
  expect(fileKey(hash)).toBe(`files/${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`);
  expect(await text(await storage.open(fileKey(hash)))).toBe('hello wörld');
  expect(await temps()).toEqual([]);
});

test('an empty stream is an empty file', async () => {
  expect(await files.put(content(), csv)).toMatchObject({ bytes: 0, sha256: sha256('') });
});

test('a saved file has an address and can be found with its bytes', async () => {
  const jobId = uuidv7();
  const file = await made(jobId, 'hello');
  expect(file).toEqual({ id: file.id, ...csv, bytes: 5, sha256: sha256('hello'), url: `/files/${file.id}` });
  expect(await found(file.id)).toEqual({
    id: file.id,
    job_id: jobId,
    ...csv,
    sha256: sha256('hello'),
    byte_size: 5,
    storage_key: fileKey(sha256('hello')),
  });
});

test('the same job run twice has one file with one address', async () => {
  const jobId = uuidv7();
  const [first, second] = await Promise.all([made(jobId, 'hello'), made(jobId, 'hello')]);
  expect(second).toEqual(first);
  expect([await rows('files'), await rows('blobs')].map(({ length }) => length)).toEqual([1, 1]);
});

test('a run that writes something else replaces the file and keeps its address', async () => {
  const jobId = uuidv7();
  const first = await made(jobId, 'hello');
  const second = await made(jobId, 'good bye', { ...csv, type: 'text/plain' });
  expect(second.id).toBe(first.id);
  expect(await found(first.id)).toMatchObject({ sha256: sha256('good bye'), byte_size: 8, type: 'text/plain' });
});

test('a job may have several files, and several jobs the same bytes', async () => {
  const jobId = uuidv7();
  const all = [
    await made(jobId, 'hello'),
    await made(jobId, 'hello', { ...csv, name: 'copy.csv' }),
    await made(uuidv7(), 'hello'),
  ];
  expect(new Set(all.map(({ id }) => id)).size).toBe(3);
  expect(await rows('blobs')).toHaveLength(1);
});

test('bytes that came as an upload before are not stored again', async () => {
  const hash = sha256('hello');
  await database.db.query("INSERT INTO blobs (sha256, storage_key, byte_size) VALUES ($1, 'originals/known', 5)", [
    hash,
  ]);
  const { id } = await made(uuidv7(), 'hello');
  expect(await found(id)).toMatchObject({ storage_key: 'originals/known' });
  expect(await storage.stat('originals/known')).toEqual({ bytes: 5 });
});

test('a stream that breaks leaves nothing', async () => {
  async function* broken(): AsyncGenerator<string> {
    yield 'hello';
    throw new Error('no more');
  }
  await expect(files.put(broken(), csv)).rejects.toThrow('no more');
  expect(await temps()).toEqual([]);
  expect(await rows('blobs')).toEqual([]);
});

test('an aborted run leaves nothing', async () => {
  const abort = new AbortController();
  async function* endless(): AsyncGenerator<string> {
    for (;;) {
      yield 'hello';
      abort.abort(new Error('cancelled'));
    }
  }
  await expect(files.put(endless(), csv, abort.signal)).rejects.toMatchObject({ name: 'AbortError' });
  expect(await temps()).toEqual([]);
});

test('a full disk is worth another attempt', async () => {
  const full: Storage = { ...storage, promote: () => Promise.reject(appError('STORAGE_FULL')) };
  const failure = await createFiles(database.db, full)
    .put(content('hello'), csv)
    .catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Retryable);
  expect(failure).toMatchObject({ code: 'STORAGE_FULL' });
  expect(await temps()).toEqual([]);
});

test.each([
  ['', 'text/csv'],
  ['a\0b', 'text/csv'],
  ['a\r\nSet-Cookie: x', 'text/csv'],
  ['é'.repeat(128), 'text/csv'],
  ['a.csv', ''],
  ['a.csv', 'text'],
  ['a.csv', 'text/csv\r\nSet-Cookie: x'],
])('the name %j with the type %j is refused for good', async (name, type) => {
  const failure = await files.put(content('hello'), { name, type }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(Permanent);
  expect(failure).toMatchObject({ code: 'INVALID_FILE' });
});
