import { randomBytes } from 'node:crypto';
import { readFile, utimes } from 'node:fs/promises';
import { buffer, text } from 'node:stream/consumers';

import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { sha256, uuidv7 } from '@jobwire/runtime';

import { originalKey } from './keys.ts';
import { codeOf, diskRig, s3Rig, type StorageRig, tempsOf, written } from './testing/storage-rigs.ts';

describe.each([
  ['a disk', diskRig],
  ['S3', s3Rig],
])('a storage on %s', (_name, start: () => Promise<StorageRig>) => {
  let rig: StorageRig;
  /** A new one for every test. */
  let key: string;
  const put = async (content: string | Buffer): Promise<void> =>
    rig.storage.promote(await written(rig.storage, content), key);
  const read = async (range = {}): Promise<string> => text(await rig.storage.open(key, range));

  beforeAll(async () => {
    rig = await start();
    await rig.storage.discard(await written(rig.storage, ''));
  });
  afterAll(() => rig.stop());
  beforeEach(() => {
    key = `files/${uuidv7()}`;
  });

  test('counts and hashes bytes while they are written', async () => {
    const temp = await written(rig.storage, 'hello ', Buffer.from('wor'), 'ld');
    expect(temp.digest()).toEqual({ sha256: sha256('hello world'), bytes: 11 });
    await rig.storage.discard(temp);
  });

  test('has a promoted file under its key, and no longer a temporary one', async () => {
    const temp = await written(rig.storage, 'hello');
    key = originalKey(temp.digest().sha256);
    await rig.storage.promote(temp, key);
    expect(key).toMatch(/^originals\/2c\/f2\/2cf24dba/);
    expect(await read()).toBe('hello');
    expect(await rig.storage.stat(key)).toEqual({ bytes: 5 });
    expect(await tempsOf(rig)).toEqual([]);
  });

  test('changes nothing when the same content is promoted again', async () => {
    await put('hello');
    await put('hello');
    expect(await read()).toBe('hello');
    expect(await tempsOf(rig)).toEqual([]);
  });

  test('lets twenty promotions of one key at the same time succeed', async () => {
    const content = randomBytes(300_000);
    await Promise.all(Array.from({ length: 20 }, () => put(content)));
    expect(await buffer(await rig.storage.open(key))).toEqual(content);
    expect(await tempsOf(rig)).toEqual([]);
  });

  test('replaces a file that lost its tail by a whole one', async () => {
    await put('he');
    await put('hello');
    expect(await read()).toBe('hello');
  });

  test.each([0, 12 * 1024 * 1024])('keeps a file of %d bytes as it is', async (bytes) => {
    const content = randomBytes(bytes);
    await put(content);
    expect(await rig.storage.stat(key)).toEqual({ bytes });
    expect((await buffer(await rig.storage.open(key))).equals(content)).toBe(true);
  });

  test('reads a range with both ends included, and nothing behind the end', async () => {
    await put('0123456789');
    expect(await read({ start: 2, end: 4 })).toBe('234');
    expect(await read({ start: 8 })).toBe('89');
    expect(await read({ end: 1 })).toBe('01');
    expect(await read({ start: 7, end: 99 })).toBe('789');
    expect(await read({ start: 10 })).toBe('');
  });

  test('knows nothing of a missing file, does not open it, and may be told to delete it', async () => {
    expect(await rig.storage.stat(key)).toBeUndefined();
    expect(await codeOf(rig.storage.open(key))).toBe('NOT_FOUND');
    expect(await codeOf(rig.storage.withLocalCopy(key, async () => undefined))).toBe('NOT_FOUND');
    await rig.storage.delete(key);
  });

  test('forgets a deleted file', async () => {
    await put('hello');
    await rig.storage.delete(key);
    expect(await rig.storage.stat(key)).toBeUndefined();
  });

  test('lends a file of this machine for as long as it is used', async () => {
    await put('hello');
    expect(await rig.storage.withLocalCopy(key, (path) => readFile(path, 'utf8'))).toBe('hello');
    const broken = new Error('the child died');
    await expect(rig.storage.withLocalCopy(key, () => Promise.reject(broken))).rejects.toBe(broken);
    expect(await tempsOf(rig)).toEqual([]);
    expect(await read()).toBe('hello');
  });

  test.each(['../secret', 'a/../../secret', '/etc/passwd', 'a//b', '', 'a/.', 'a\0b', 'A', 'a\\b', '.hidden', 'a/'])(
    'refuses the key %j in every method that takes one',
    async (hostile) => {
      const temp = await written(rig.storage, 'hello');
      expect(await codeOf(rig.storage.promote(temp, hostile))).toBe('BAD_REQUEST');
      expect(await codeOf(rig.storage.open(hostile))).toBe('BAD_REQUEST');
      expect(await codeOf(rig.storage.stat(hostile))).toBe('BAD_REQUEST');
      expect(await codeOf(rig.storage.delete(hostile))).toBe('BAD_REQUEST');
      expect(await codeOf(rig.storage.withLocalCopy(hostile, async () => undefined))).toBe('BAD_REQUEST');
      await rig.storage.discard(temp);
    },
  );

  test('drops a discarded file, and takes a second discard for no error', async () => {
    const temp = await written(rig.storage, 'hello');
    await rig.storage.discard(temp);
    await rig.storage.discard(temp);
    expect(await tempsOf(rig)).toEqual([]);
  });

  test('sweeps old temporary files and leaves the young and the stored', async () => {
    const [old, young] = [await written(rig.storage, 'old'), await written(rig.storage, 'young')];
    await put('kept');
    await utimes(old.path, 0, 0);
    expect(await rig.storage.sweepTemp(3_600_000)).toBe(1);
    expect(await tempsOf(rig)).toHaveLength(1);
    expect(await read()).toBe('kept');
    await rig.storage.discard(young);
  });

  test('is UNAVAILABLE while it is away, and goes on where it was', async () => {
    await put('hello');
    const temp = await written(rig.storage, 'later');
    await rig.breakIt();
    expect(await codeOf(rig.storage.open(key))).toBe('UNAVAILABLE');
    expect(await codeOf(rig.storage.stat(key))).toBe('UNAVAILABLE');
    expect(await codeOf(rig.storage.promote(temp, `${key}-2`))).toBe('UNAVAILABLE');
    await rig.mendIt();
    await rig.storage.promote(temp, `${key}-2`);
    expect(await text(await rig.storage.open(`${key}-2`))).toBe('later');
    expect(await read()).toBe('hello');
  });
});
