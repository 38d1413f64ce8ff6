import { expect, test } from '@jest/globals';
import sharp from 'sharp';

import { makePhoto } from './photo.ts';

test('a photo has the size that was asked for and weighs as much as one', async () => {
  const photo = await makePhoto({ width: 1_600, height: 1_200 });
  expect(await sharp(photo).metadata()).toMatchObject({
    format: 'jpeg',
    width: 1_600,
    height: 1_200,
    isProgressive: false,
  });
  // Phones spend 1 to 3 bits per pixel.
  const bitsPerPixel = (photo.length * 8) / (1_600 * 1_200);
  expect(bitsPerPixel).toBeGreaterThan(1);
  expect(bitsPerPixel).toBeLessThan(4);
});

test('the same seed gives the same photo, another seed another', async () => {
  const size = { width: 200, height: 150 };
  const [first, again, other] = await Promise.all([makePhoto(size), makePhoto(size), makePhoto({ ...size, seed: 2 })]);
  expect(again).toEqual(first);
  expect(other).not.toEqual(first);
});
