import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { type AppError, appError } from '@jobwire/runtime';
import type { Storage, TempWriter } from '@jobwire/storage';
import type { FileInfo } from 'busboy';

import { displayName } from './display-name.ts';
import type { ImageHeader } from './image-header/header.ts';
import { readImageHeader } from './image-header/read-image-header.ts';
import { type ImageType, imageTypeOf, sniffedBytes } from './image-type.ts';
import type { UploadLimits } from './upload-limits.ts';

/** An image that was received whole, checked by its first bytes, and lies in a temporary file. */
export interface ReceivedImage {
  temp: TempWriter;
  sha256: string;
  bytes: number;
  type: ImageType;
  header: ImageHeader;
  displayName: string | null;
}

/**
 * Stream one file of a form into a temporary file; it is hashed, counted and sniffed on the way and never held whole. When
 * this throws, the temporary file is gone.
 *
 * @throws AppError FILE_EMPTY, FILE_TOO_LARGE, UNSUPPORTED_TYPE, HEIC_UNSUPPORTED, TYPE_MISMATCH, IMAGE_CORRUPT,
 * IMAGE_TOO_MANY_PIXELS, IMAGE_TOO_COMPLEX, STORAGE_FULL, UNAVAILABLE
 */
export async function receiveImage(
  file: Readable,
  info: FileInfo,
  storage: Storage,
  limits: UploadLimits,
): Promise<ReceivedImage> {
  // The form cuts the file off at the limit and says so; half an image must not pass for a whole one.
  file.once('limit', () => file.destroy(fileTooLarge(limits.maxBytes)));
  const temp = await writerFor(file, storage);
  try {
    let type: ImageType | undefined;
    await pipeline(
      file,
      (chunks: AsyncIterable<Buffer>) =>
        withHead(chunks, async (head) => {
          type = await imageTypeOf(head, info.mimeType);
        }),
      temp.stream,
    );
    if (!type) throw appError('FILE_EMPTY');
    const header = await readImageHeader(temp.path, type);
    return { temp, ...temp.digest(), type, header, displayName: displayName(info.filename) };
  } catch (error) {
    await storage.discard(temp);
    throw error;
  }
}

/** The error of a file over the limit. */
export function fileTooLarge(maxBytes: number): AppError {
  return appError('FILE_TOO_LARGE', { detail: `An image may have ${maxBytes} bytes` });
}

async function writerFor(file: Readable, storage: Storage): Promise<TempWriter> {
  try {
    return await storage.writeTemp();
  } catch (error) {
    // Nobody else will read the rest of the file, and the form waits for it.
    file.resume();
    throw error;
  }
}

/** Pass all chunks on, after `check` has seen the first bytes. An empty file has none to see. */
async function* withHead(
  chunks: AsyncIterable<Buffer>,
  check: (head: Buffer) => Promise<void>,
): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (!head) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (head.length < sniffedBytes) continue;
    await check(head);
    yield head;
    head = undefined;
  }
  if (!head || head.length === 0) return;
  await check(head);
  yield head;
}
