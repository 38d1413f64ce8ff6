import { open } from 'node:fs/promises';

import { appError } from '@jobwire/runtime';

import type { ImageType } from '../image-type.ts';
import { readAvifHeader } from './avif.ts';
import { readGifHeader } from './gif.ts';
import type { HeaderReader, ImageHeader } from './header.ts';
import { readJpegHeader } from './jpeg.ts';
import { readPngHeader } from './png.ts';
import { readWebpHeader } from './webp.ts';

const readers: Record<ImageType, HeaderReader> = {
  'image/jpeg': readJpegHeader,
  'image/png': readPngHeader,
  'image/webp': readWebpHeader,
  'image/gif': readGifHeader,
  'image/avif': readAvifHeader,
};

/** Most pixels that are accepted; the worker's decoder has the same limit. */
export const maxPixels = 50_000_000;

/**
 * Most pixels of an image that comes in several passes: a progressive JPEG of 50 MP takes ten times the memory of a
 * baseline one, because all its coefficients are kept (measured with libvips 8.18).
 */
export const maxProgressivePixels = 25_000_000;

/**
 * Read the size of an image file and refuse what would be too much to decode. Nothing is decoded here.
 *
 * @throws AppError IMAGE_CORRUPT without a size, IMAGE_TOO_MANY_PIXELS, IMAGE_TOO_COMPLEX
 */
export async function readImageHeader(path: string, type: ImageType): Promise<ImageHeader> {
  const header = await readHeaderOf(path, readers[type]);
  if (!header) throw appError('IMAGE_CORRUPT', { detail: 'The image does not say how large it is' });
  const pixels = header.width * header.height;
  const size = `${header.width} x ${header.height}`;
  if (pixels > maxPixels) {
    throw appError('IMAGE_TOO_MANY_PIXELS', {
      detail: `The image has ${size} pixels; at most 50 million are accepted`,
    });
  }
  if (header.progressive && pixels > maxProgressivePixels) {
    const detail = `A progressive or interlaced image may have 25 million pixels; this one has ${size}`;
    throw appError('IMAGE_TOO_COMPLEX', { detail });
  }
  return header;
}

async function readHeaderOf(path: string, reader: HeaderReader): Promise<ImageHeader | undefined> {
  const file = await open(path, 'r');
  try {
    return await reader(async (position, length) => {
      const buffer = Buffer.alloc(length);
      const { bytesRead } = await file.read(buffer, 0, length, position);
      return buffer.subarray(0, bytesRead);
    });
  } finally {
    await file.close();
  }
}
