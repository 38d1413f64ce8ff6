import { utimes } from 'node:fs/promises';
import { finished } from 'node:stream/promises';

import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { deleteFinishedJobs, insertDerivatives, insertJob, insertUpload } from '@jobwire/db';
import { imageThumbnail } from '@jobwire/jobs';
import { newJob } from '@jobwire/queue';
import { sha256, uuidv7 } from '@jobwire/runtime';
import { createStorage, derivativeKey, fileKey, originalKey, type Storage, type TempWriter } from '@jobwire/storage';
import { eventually, type TestDatabase, testDatabase, type TestFolder, testFolder } from '@jobwire/testing';

import { createFiles } from './adapters/files.ts';
import { createSweeper, type Sweeper } from './sweeper.ts';

let database: TestDatabase;
let folder: TestFolder;
let storage: Storage;
let sweeper: Sweeper;
const events: string[] = [];

beforeAll(async () => {
  [database, folder] = await Promise.all([testDatabase(), testFolder('sweeper')]);
  const emit = (name: string): void => void events.push(name);
  storage = createStorage(`file:${folder.path}`, emit);
  sweeper = createSweeper({ db: database.db, storage, emit, batchSize: 2 });
});
afterAll(() => Promise.all([database.stop(), folder.stop()]));
beforeEach(async () => {
  await database.db.query('TRUNCATE files, uploads, blobs, jobs CASCADE');
  events.length = 0;
});

async function temporary(words: string): Promise<TempWriter> {
  const temp = await storage.writeTemp();
  temp.stream.end(words);
  await finished(temp.stream);
  return temp;
}

/** Store words as a job does. */
async function put(words: string): Promise<string> {
  async function* content(): AsyncGenerator<string> {
    yield words;
  }
  const files = createFiles(database.db, storage);
  return fileKey((await files.put(content(), { name: words, type: 'text/plain' })).sha256);
}

async function save(jobId: string, words: string): Promise<string> {
  const stored = { name: words, type: 'text/plain', sha256: sha256(words), bytes: words.length };
  return (await createFiles(database.db, storage).save(database.db, jobId, stored)).id;
}

/** An upload with one size, both stored. */
async function upload(words: string): Promise<{ id: string; keys: string[] }> {
  const hash = sha256(words);
  const keys = [originalKey(hash), derivativeKey(hash, 'thumb', 'recipe')];
  for (const key of keys) await storage.promote(await temporary(words), key);
  const id = uuidv7();
  const facts = { type: 'image/png', width: 1, height: 1, progressive: false, displayName: null, jobId: uuidv7() };
  const blob = { sha256: hash, storageKey: keys[0] ?? '', bytes: words.length };
  await insertUpload(database.db, { id, ownerId: null, ...facts, ...blob });
  const size = { format: 'webp', width: 1, height: 1, bytes: words.length, sha256: hash, storageKey: keys[1] ?? '' };
  await insertDerivatives(database.db, id, [{ preset: 'thumb', recipe: 'recipe', ...size }]);
  return { id, keys };
}

const age = (hours: number): Promise<unknown> =>
  database.db.query("UPDATE blobs SET used_at = now() - $1::float8 * interval '1 h'", [hours]);
const isThere = async (key: string): Promise<boolean> => (await storage.stat(key)) !== undefined;
const areThere = (keys: readonly string[]): Promise<boolean[]> => Promise.all(keys.map(isThere));

test('bytes that no row refers to are deleted after a day', async () => {
  const keys = await Promise.all(['a', 'b', 'c', 'd', 'e'].map(put));
  await age(23);
  expect(await sweeper.sweep()).toBe(0);
  expect(await areThere(keys)).toEqual([true, true, true, true, true]);
  await age(25);
  expect(await sweeper.sweep()).toBe(5);
  expect(await areThere(keys)).toEqual([false, false, false, false, false]);
  expect(await database.db.query('SELECT 1 FROM blobs')).toEqual([]);
  expect(events).toContain('files.deleted');
});

test('bytes of a file or an upload stay, however old', async () => {
  const keys = [await put('kept'), ...(await upload('image')).keys];
  await save(uuidv7(), 'kept');
  const orphan = await put('orphan');
  await age(1_000);
  expect(await sweeper.sweep()).toBe(1);
  expect(await areThere([...keys, orphan])).toEqual([true, true, true, false]);
});

test('bytes that two uploads share stay until both are deleted long enough', async () => {
  const [first, second] = [await upload('image'), await upload('image')];
  await age(1_000);
  const remove = (id: string, hours: number): Promise<unknown> =>
    database.db.query("UPDATE uploads SET deleted_at = now() - $2::float8 * interval '1 h' WHERE id = $1", [id, hours]);
  await remove(first.id, 25);
  expect(await sweeper.sweep()).toBe(0);
  await remove(second.id, 23);
  expect(await sweeper.sweep()).toBe(0);
  expect(await areThere(first.keys)).toEqual([true, true]);
  await remove(second.id, 25);
  expect(await sweeper.sweep()).toBe(2);
  expect(await areThere(first.keys)).toEqual([false, false]);
  expect(await database.db.query('SELECT 1 FROM uploads UNION ALL SELECT 1 FROM derivatives')).toEqual([]);
});

test('a file goes with its job, and its bytes a day later', async () => {
  const job = newJob(imageThumbnail, { uploadId: uuidv7() });
  await insertJob(database.db, job);
  const key = await put('result');
  const id = await save(job.id, 'result');
  await database.db.query("UPDATE jobs SET state = 'succeeded', finished_at = now() - interval '2 h'");
  const rule = { name: job.name, succeededMs: 3_600_000, failedMs: 3_600_000, limit: 10 };
  expect(await deleteFinishedJobs(database.db, rule)).toBe(1);
  expect(await database.db.query('SELECT 1 FROM files WHERE id = $1', [id])).toEqual([]);
  await age(25);
  expect(await sweeper.sweep()).toBe(1);
  expect(await isThere(key)).toBe(false);
});

test('bytes that are stored again in the moment of their deletion survive it', async () => {
  const key = await put('again');
  await age(25);
  let putAgain: Promise<string> | undefined;
  const slow: Storage = {
    ...storage,
    async delete(deleted) {
      putAgain = put('again');
      // It waits for the row that the sweep holds.
      await eventually(async () => {
        const waiting = await database.db.query("SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'");
        expect(waiting).toHaveLength(1);
      });
      await storage.delete(deleted);
    },
  };
  expect(await createSweeper({ db: database.db, storage: slow, emit: () => undefined }).sweep()).toBe(1);
  expect(await putAgain).toBe(key);
  expect(await isThere(key)).toBe(true);
  expect(await database.db.query('SELECT 1 FROM blobs')).toHaveLength(1);
});

test('bytes whose file could not be deleted are tried again by the next sweep', async () => {
  const key = await put('stubborn');
  await age(25);
  const broken: Storage = { ...storage, delete: () => Promise.reject(new Error('read-only')) };
  await expect(createSweeper({ db: database.db, storage: broken, emit: () => undefined }).sweep()).rejects.toThrow(
    'read-only',
  );
  expect(await isThere(key)).toBe(true);
  expect(await sweeper.sweep()).toBe(1);
});

test('whoever does not lead leaves the rows alone', async () => {
  await put('orphan');
  await age(25);
  await database.db.transaction(async (tx) => {
    await tx.query("SELECT pg_advisory_xact_lock(hashtext('jobwire'), hashtext('sweep'))");
    expect(await sweeper.sweep()).toBe(0);
  });
  expect(await sweeper.sweep()).toBe(1);
});

test('it starts with a sweep, also of old temporary files, and says when it cannot', async () => {
  const [old, young] = [await temporary('old'), await temporary('young')];
  await utimes(old.path, 0, 0);
  const seen: string[] = [];
  const broken: Storage = {
    ...storage,
    async sweepTemp(olderThanMs) {
      expect(await storage.sweepTemp(olderThanMs)).toBe(1);
      throw new Error('disk');
    },
  };
  const running = createSweeper({ db: database.db, storage: broken, emit: (name) => void seen.push(name) });
  running.start();
  await running.stop();
  expect(seen).toEqual(['sweep.failed']);
  await storage.promote(young, 'files/young');
});
