import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { avifClaim, gifClaim, jpegClaim, pngClaim, pngImage, webpClaim } from '@jobwire/testing';

import { expectNothingKept } from './testing/expect-nothing-kept.ts';
import { imageForm, post, type UploadServer, uploadServer } from './testing/upload-server.ts';

let api: UploadServer;

beforeAll(async () => {
  api = await uploadServer();
});
afterAll(() => api.stop());
beforeEach(() => api.db.query('TRUNCATE uploads, blobs, jobs, job_events, idempotency_keys CASCADE'));

const small = pngImage(8, 6);

describe('types', () => {
  const heic = avifClaim({ width: 9, height: 9 }, ['heic', 'mif1']);
  const size = { width: 9, height: 9 };
  test.each<[string, Buffer | string, string | undefined, number, string]>([
    ['a text that calls itself a JPEG', 'hello', 'image/jpeg', 415, 'UNSUPPORTED_TYPE'],
    ['a PNG that calls itself a JPEG', small, 'image/jpeg', 415, 'TYPE_MISMATCH'],
    [
      'an SVG',
      '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
      'image/svg+xml',
      415,
      'UNSUPPORTED_TYPE',
    ],
    ['an SVG that calls itself a PNG', '<?xml version="1.0"?><svg/>', 'image/png', 415, 'UNSUPPORTED_TYPE'],
    ['a PDF', '%PDF-1.7\n', undefined, 415, 'UNSUPPORTED_TYPE'],
    ['a PSD', '8BPS\0\u0001', undefined, 415, 'UNSUPPORTED_TYPE'],
    ['a BMP', 'BM\0\0\0\0\0\0\0\0', undefined, 415, 'UNSUPPORTED_TYPE'],
    ['an icon', '\0\0\u0001\0\u0001\0', undefined, 415, 'UNSUPPORTED_TYPE'],
    ['a TIFF', 'II*\0\u0008\0\0\0', undefined, 415, 'UNSUPPORTED_TYPE'],
    ['a PPM', 'P6\n1 1\n255\n   ', undefined, 415, 'UNSUPPORTED_TYPE'],
    ['a HEIC', heic, 'image/heic', 415, 'HEIC_UNSUPPORTED'],
    ['a HEIC that calls itself an AVIF', heic, 'image/avif', 415, 'HEIC_UNSUPPORTED'],
    ['a PNG of no declared type', small, undefined, 202, ''],
    ['a PNG as a stream of bytes', small, 'application/octet-stream', 202, ''],
    ['a JPEG', jpegClaim(size), 'image/jpeg', 202, ''],
    [
      'a GIF with a script in it',
      Buffer.concat([gifClaim(size), Buffer.from('<script>alert(1)</script>')]),
      'image/gif',
      202,
      '',
    ],
    ['a WebP', webpClaim(size), 'image/webp', 202, ''],
    ['an AVIF', avifClaim(size), 'image/avif', 202, ''],
    ['an AVIF whose first brand is the general one', avifClaim(size, ['mif1', 'avif']), 'image/avif', 202, ''],
  ])('%s', async (_name, content, type, status, code) => {
    const reply = await post(api.port, imageForm(content, { filename: 'x.heic', ...(type ? { type } : {}) }));
    expect([reply.status, reply.body.code ?? '']).toEqual([status, code]);
    if (status !== 202) await expectNothingKept(api);
  });
});

describe('sizes in pixels', () => {
  test.each<[string, Buffer, number, string]>([
    ['a PNG of 800 billion pixels', pngClaim({ width: 935_820, height: 854_554 }), 422, 'IMAGE_TOO_MANY_PIXELS'],
    [
      'a JPEG of 749 million',
      jpegClaim({ width: 22_500, height: 33_300, progressive: true }),
      422,
      'IMAGE_TOO_MANY_PIXELS',
    ],
    ['a GIF of 65,535 squared', gifClaim({ width: 65_535, height: 65_535 }), 422, 'IMAGE_TOO_MANY_PIXELS'],
    ['an AVIF of 100 million', avifClaim({ width: 10_000, height: 10_000 }), 422, 'IMAGE_TOO_MANY_PIXELS'],
    [
      'a progressive JPEG of 49 million',
      jpegClaim({ width: 7_000, height: 7_000, progressive: true }),
      422,
      'IMAGE_TOO_COMPLEX',
    ],
    [
      'an interlaced PNG of 49 million',
      pngClaim({ width: 7_000, height: 7_000, progressive: true }),
      422,
      'IMAGE_TOO_COMPLEX',
    ],
    ['a progressive JPEG of 24 million', jpegClaim({ width: 6_000, height: 4_000, progressive: true }), 202, ''],
    ['a baseline JPEG of 49 million', jpegClaim({ width: 7_000, height: 7_000 }), 202, ''],
    ['a strip', jpegClaim({ width: 1, height: 16_000 }), 202, ''],
    ['a JPEG with 300 kB of metadata before its size', jpegClaim({ width: 7, height: 5 }, 300_000), 202, ''],
    ['a JPEG of its first 20 bytes', jpegClaim({ width: 7, height: 5 }).subarray(0, 20), 422, 'IMAGE_CORRUPT'],
    ['a PNG without a width', pngClaim({ width: 0, height: 5 }), 422, 'IMAGE_CORRUPT'],
  ])('%s', async (_name, content, status, code) => {
    const reply = await post(api.port, imageForm(content));
    expect([reply.status, reply.body.code ?? '']).toEqual([status, code]);
    if (status !== 202) await expectNothingKept(api);
  });
});
