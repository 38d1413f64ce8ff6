import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { Writable } from 'node:stream';

import type { TempWriter } from '../storage.ts';
import { storageError } from './disk-failures.ts';

/** Make the writer of an open temporary file. Its stream fails with AppError STORAGE_FULL or UNAVAILABLE. */
export function createTempWriter(path: string, file: FileHandle): TempWriter {
  const hash = createHash('sha256');
  let bytes = 0;

  const writeAll = async (chunk: Buffer): Promise<void> => {
    let written = 0;
    while (written < chunk.length) written += (await file.write(chunk, written)).bytesWritten;
    hash.update(chunk);
    bytes += chunk.length;
  };

  const stream = new Writable({
    highWaterMark: 256 * 1024,
    write: (chunk: Buffer, _encoding, done) => report(writeAll(chunk), done),
    writev: (chunks, done) => report(writeAll(Buffer.concat(chunks.map(({ chunk }) => chunk))), done),
    // Called at the end and after every error, so the handle is never left open.
    destroy: (error, done) => report(file.close(), (closing) => done(error ?? closing ?? null)),
  });
  return { path, stream, digest: () => ({ sha256: hash.digest('hex'), bytes }) };
}

function report(work: Promise<void>, done: (error?: Error | null) => void): void {
  work.then(
    () => done(),
    (error: unknown) => done(storageError(error)),
  );
}
