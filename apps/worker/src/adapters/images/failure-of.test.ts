import { readFile, writeFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { originalKey } from '@jobwire/storage';
import { jpegClaim, pngChunk, pngClaim, pngImage } from '@jobwire/testing';
import type { Sharp } from 'sharp';

import { failure, type ImageRig, imageRig, noise, quiet } from './testing/image-rig.ts';

let rig: ImageRig;

beforeAll(async () => {
  rig = await imageRig();
});
afterAll(() => rig.stop());

describe('what is refused for good', () => {
  const cut = async (image: Sharp, share: number): Promise<Buffer> => {
    const whole = await image.toBuffer();
    return whole.subarray(0, Math.floor(whole.length * share));
  };
  const textBomb = (): Buffer => {
    const inflated = deflateSync(Buffer.alloc(120_000_000, 'a'));
    const chunk = pngChunk('zTXt', Buffer.concat([Buffer.from('Comment\0\0', 'latin1'), inflated]));
    const whole = pngImage(9, 9);
    return Buffer.concat([whole.subarray(0, 33), chunk, whole.subarray(33)]);
  };
  test.each<[string, string, () => Promise<Buffer> | Buffer]>([
    ['a JPEG that ends in the middle', 'IMAGE_TRUNCATED', () => cut(noise(400, 300).jpeg(), 0.6)],
    [
      'a progressive JPEG that ends in the middle',
      'IMAGE_TRUNCATED',
      () => cut(noise(400, 300).jpeg({ progressive: true }), 0.6),
    ],
    ['a PNG without its end', 'IMAGE_TRUNCATED', () => cut(noise(400, 300).png(), 0.99)],
    ['a WebP without its end', 'IMAGE_TRUNCATED', () => cut(noise(400, 300).webp(), 0.99)],
    ['a GIF without its end', 'IMAGE_TRUNCATED', () => cut(noise(400, 300).gif(), 0.99)],
    ['an AVIF without its end', 'IMAGE_TRUNCATED', () => cut(noise(400, 300).avif({ effort: 0 }), 0.99)],
    ['a JPEG of its first 20 bytes', 'IMAGE_CORRUPT', () => jpegClaim({ width: 9, height: 9 }).subarray(0, 20)],
    ['a PNG of 800 billion pixels', 'IMAGE_TOO_MANY_PIXELS', () => pngClaim({ width: 935_820, height: 854_554 })],
    ['an SVG', 'IMAGE_CORRUPT', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['a TIFF', 'IMAGE_CORRUPT', () => noise(40, 30).tiff().toBuffer()],
    ['a damaged PNG', 'IMAGE_CORRUPT', async () => (await noise(400, 300).png().toBuffer()).fill(7, 20_000, 20_100)],
    ['no image', 'IMAGE_CORRUPT', () => Buffer.from('hello')],
  ])('%s is %s', async (_name, code, make) => {
    expect(await failure(rig.render(await make()))).toBe(`permanent ${code}`);
    expect(await rig.temps()).toEqual([]);
  });

  test('a text of 120 MB that is hidden in a PNG of 120 KB neither takes long nor kills the child', async () => {
    expect(['permanent IMAGE_CORRUPT', 'undefined']).toContain(await failure(rig.render(textBomb())));
  });

  test('an original that was changed on the disk is told from a bad upload', async () => {
    const source = await rig.stored(await noise(99, 88).jpeg().toBuffer());
    await rig.storage.withLocalCopy(source.storageKey, async (path) => writeFile(path, (await readFile(path)).fill(0)));
    expect(await failure(rig.images.render(source, quiet))).toBe('permanent ORIGINAL_CORRUPTED');
  });
});

test('a missing original may come back', async () => {
  const gone = { storageKey: originalKey('0'.repeat(64)), sha256: '0'.repeat(64), bytes: 1 };
  expect(await failure(rig.images.render(gone, quiet))).toBe('retryable ORIGINAL_MISSING');
});
