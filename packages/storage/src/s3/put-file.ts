import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';

import { AppError } from '@jobwire/runtime';

import type { Bucket } from './bucket.ts';
import { isPassing } from './s3-failures.ts';

/** A file of this machine and where it goes. */
export interface OutgoingFile {
  path: string;
  bytes: number;
  bucket: string;
  key: string;
}

/** As often as the client of AWS tries requests that it can repeat; it cannot repeat one with a stream. */
const attempts = 3;
/** Before the second attempt, and twice that before the third; milliseconds. */
const pauseMs = 200;
/** What an upload may take, in milliseconds: as any request, and a second for each started megabyte. */
const deadlineOf = (bytes: number): number => 10_000 + 1_000 * Math.ceil(bytes / 1_000_000);

/**
 * Send a file in one request; S3 keeps it whole or not at all, and refuses it when its bytes are not those that were
 * hashed here. One request carries 5 GB.
 *
 * @throws AppError STORAGE_FULL or UNAVAILABLE
 */
export async function putFile(bucket: Bucket, file: OutgoingFile): Promise<void> {
  const checksum = await checksumOf(file.path);
  for (let attempt = 1; !(await putOnce(bucket, file, checksum, attempt === attempts)); attempt += 1) {
    await sleep(pauseMs * attempt);
  }
}

/** Whether it was kept; false when another attempt may succeed. */
async function putOnce(bucket: Bucket, file: OutgoingFile, checksum: string, last: boolean): Promise<boolean> {
  const body = createReadStream(file.path, { highWaterMark: 256 * 1024 });
  try {
    await bucket.ask(
      (client, { PutObjectCommand }, abortSignal) =>
        client.send(
          new PutObjectCommand({
            Bucket: file.bucket,
            Key: file.key,
            Body: body,
            ContentLength: file.bytes,
            ChecksumSHA256: checksum,
          }),
          { abortSignal },
        ),
      { deadlineMs: deadlineOf(file.bytes), expected: (error) => !last && isPassing(error) },
    );
    return true;
  } catch (error) {
    if (error instanceof AppError) throw error;
    return false;
  } finally {
    body.destroy();
  }
}

/** SHA-256 in base64, as the header carries it. */
async function checksumOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('base64');
}

/** How long a file is, in bytes. */
export const lengthOf = async (path: string): Promise<number> => (await stat(path)).size;
