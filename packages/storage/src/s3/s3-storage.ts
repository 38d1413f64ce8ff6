import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { appError, type BucketAddress, type Emit } from '@jobwire/runtime';

import { assertSafeKey } from '../keys.ts';
import type { ByteRange, Storage, StoredFile } from '../storage.ts';
import { onDisk } from '../temp/disk-failures.ts';
import { createTempFiles } from '../temp/temp-files.ts';
import { createBucket, type S3Credentials } from './bucket.ts';
import { preparePrivateFolder, privateFolder } from './private-folder.ts';
import { lengthOf, putFile } from './put-file.ts';
import { isAbsent, isPastEnd, s3Error } from './s3-failures.ts';

/** Longer than any upload or run takes; milliseconds. */
const abandonedMs = 60 * 60 * 1_000;

/**
 * Make a storage in a bucket of S3. Objects are as private as the bucket: no request grants anything to anybody.
 *
 * @param folder of this machine, for files on their way
 */
export function createS3Storage(
  address: BucketAddress,
  credentials: S3Credentials,
  emit: Emit,
  folder: string = privateFolder(),
): Storage {
  const bucket = createBucket(address, credentials);
  let swept = false;
  const temps = createTempFiles(folder, emit, async () => {
    await preparePrivateFolder(folder);
    // An API has no sweeper, and what its killed predecessor left on this machine nobody else can see.
    if (!swept) await temps.sweepTemp(abandonedMs);
    swept = true;
  });
  const objectOf = (key: string): { Bucket: string; Key: string } => {
    assertSafeKey(key);
    return { Bucket: address.bucket, Key: `${address.prefix}${key}` };
  };

  const open: Storage['open'] = async (key, range = {}) => {
    const object = { ...objectOf(key), ...rangeHeader(range) };
    const expected = (error: unknown): boolean => isAbsent(error) || isPastEnd(error);
    try {
      const { Body: body } = await bucket.ask(
        (client, { GetObjectCommand }, abortSignal) => client.send(new GetObjectCommand(object), { abortSignal }),
        { expected },
      );
      return body instanceof Readable ? body : Readable.from([]);
    } catch (error) {
      if (isPastEnd(error)) return Readable.from([]);
      throw isAbsent(error) ? appError('NOT_FOUND', { cause: error }) : error;
    }
  };

  const statOf = async (object: { Bucket: string; Key: string }): Promise<StoredFile | undefined> => {
    try {
      const { ContentLength: bytes = 0 } = await bucket.ask(
        (client, { HeadObjectCommand }, abortSignal) => client.send(new HeadObjectCommand(object), { abortSignal }),
        { expected: isAbsent },
      );
      return { bytes };
    } catch (error) {
      if (isAbsent(error)) return undefined;
      throw error;
    }
  };

  return {
    ...temps,
    async promote(temp, key) {
      const object = objectOf(key);
      const bytes = await onDisk(() => lengthOf(temp.path));
      const stored = await statOf(object);
      // A key stands for its content: what is there whole is not sent again.
      if (stored?.bytes !== bytes) {
        await putFile(bucket, { path: temp.path, bytes, bucket: object.Bucket, key: object.Key });
      }
      await temps.discard(temp);
    },
    open,
    stat: async (key) => statOf(objectOf(key)),
    async delete(key) {
      const object = objectOf(key);
      await bucket.ask((client, { DeleteObjectCommand }, abortSignal) =>
        client.send(new DeleteObjectCommand(object), { abortSignal }),
      );
    },
    async withLocalCopy(key, use) {
      const copy = await temps.reserveTemp();
      try {
        await save(await open(key), copy.path);
        return await use(copy.path);
      } finally {
        await temps.discard(copy);
      }
    },
  };
}

/** Save a download; when it breaks off, the storage has failed. */
async function save(content: Readable, path: string): Promise<void> {
  try {
    await pipeline(content, createWriteStream(path, { flags: 'wx', mode: 0o600 }));
  } catch (error) {
    throw s3Error(error);
  }
}

/** The header of a range, whose ends both count; none for the whole file. */
function rangeHeader({ start = 0, end }: ByteRange): { Range?: string } {
  return start === 0 && end === undefined ? {} : { Range: `bytes=${start}-${end ?? ''}` };
}
