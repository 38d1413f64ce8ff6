import { createHash } from 'node:crypto';

import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ImageStage } from '@jobwire/jobs';
import sharp, { type Sharp } from 'sharp';

import { type ImageRig, imageRig, noise, plain, quiet } from './testing/image-rig.ts';

let rig: ImageRig;

beforeAll(async () => {
  rig = await imageRig();
});
afterAll(() => rig.stop());

test('the children prove that they refuse SVG and TIFF before the first job', async () => {
  await rig.images.check();
  expect(rig.events).toContain('images.checked');
});

test('all sizes of a photo are made, stored and described', async () => {
  const image = await rig.render(await noise(1_600, 1_200).jpeg().toBuffer());
  expect(image).toMatchObject({ width: 1_600, height: 1_200, frames: 1 });
  expect(Buffer.from(image.thumbhash, 'base64').length).toBeLessThanOrEqual(30);
  const sizes = image.derivatives.map(({ preset, width, height }) => [preset, width, height]);
  expect(sizes).toEqual([
    ['large', 1_280, 960],
    ['medium', 640, 480],
    ['thumb', 256, 192],
  ]);
  for (const { preset, bytes, sha256, width, height, storageKey } of image.derivatives) {
    const content = await rig.bytesOf(image, preset);
    expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    expect(content).toHaveLength(bytes);
    expect(await sharp(content).metadata()).toMatchObject({ format: 'webp', width, height });
    expect(storageKey).toMatch(new RegExp(`^derivatives/../../[0-9a-f]{64}/${preset}-[0-9a-f]{12}$`));
  }
  expect(await rig.temps()).toEqual([]);
});

test('rendering again gives the same bytes under the same keys', async () => {
  const source = await rig.stored(await noise(900, 700).jpeg().toBuffer());
  const [first, second] = await Promise.all([rig.images.render(source, quiet), rig.images.render(source, quiet)]);
  expect(second).toEqual(first);
  expect(await rig.temps()).toEqual([]);
});

test('progress is told stage by stage and ends at the whole', async () => {
  const seen: [ImageStage, number][] = [];
  const report = (stage: ImageStage, fraction: number): void => void seen.push([stage, Math.round(fraction * 100)]);
  await rig.images.render(await rig.stored(await noise(700, 500).jpeg().toBuffer()), { ...quiet, report });
  expect(seen).toEqual([
    ['probe', 100],
    ...[20, 40, 60, 80, 100].map((percent) => ['resize', percent]),
    ...[33, 67, 100].map((percent) => ['store', percent]),
  ]);
});

describe('what is accepted', () => {
  test.each<[string, () => Promise<Buffer>]>([
    ['PNG', () => noise(300, 200).png().toBuffer()],
    ['interlaced PNG of 16 bits', () => noise(300, 200).toColourspace('rgb16').png({ progressive: true }).toBuffer()],
    ['progressive JPEG', () => noise(300, 200).jpeg({ progressive: true }).toBuffer()],
    ['WebP', () => noise(300, 200).webp().toBuffer()],
    ['GIF', () => noise(300, 200).gif().toBuffer()],
    ['AVIF', () => noise(300, 200).avif({ effort: 0 }).toBuffer()],
    ['PNG with transparency', () => plain(300, 200).ensureAlpha(0.5).png().toBuffer()],
    ['grey JPEG', () => noise(300, 200).greyscale().jpeg().toBuffer()],
  ])('%s', async (_format, make) => {
    const image = await rig.render(await make());
    expect(image.derivatives.map(({ width, height }) => [width, height])).toEqual([
      [300, 200],
      [300, 200],
      [256, 171],
    ]);
  });

  test('a file whose tail is something else: the sizes do not carry it', async () => {
    const image = await rig.render(
      Buffer.concat([await noise(99, 99).jpeg().toBuffer(), Buffer.from('<?php echo 1; ?>')]),
    );
    for (const { preset } of image.derivatives) expect(String(await rig.bytesOf(image, preset))).not.toContain('php');
  });

  test.each([
    [1, 16_000],
    [16_000, 1],
  ])('a strip of %i x %i keeps a side of one pixel', async (width, height) => {
    const image = await rig.render(await plain(width, height).png().toBuffer());
    for (const derivative of image.derivatives) expect(Math.min(derivative.width, derivative.height)).toBe(1);
  });

  test('an animation: the first picture is used, all are counted', async () => {
    const frames = await Promise.all(['red', 'lime', 'blue'].map((colour) => plain(60, 40, colour).png().toBuffer()));
    const image = await rig.render(
      await sharp(frames, { join: { animated: true } })
        .gif()
        .toBuffer(),
    );
    expect(image).toMatchObject({ frames: 3, width: 60, height: 40 });
    const { dominant } = await sharp(await rig.bytesOf(image, 'thumb')).stats();
    expect(dominant.r).toBeGreaterThan(200);
    expect(dominant.g + dominant.b).toBeLessThan(60);
  });

  test('a CMYK JPEG comes out in the colours that it shows', async () => {
    const image = await rig.render(await plain(80, 80, '#c04020').toColourspace('cmyk').jpeg().toBuffer());
    const { channels } = await sharp(await rig.bytesOf(image, 'thumb')).stats();
    const [red = 0, green = 0, blue = 0] = channels.map(({ mean }) => mean);
    expect(Math.abs(red - 0xc0) + Math.abs(green - 0x40) + Math.abs(blue - 0x20)).toBeLessThan(75);
  });
});

describe('what is stripped', () => {
  const gps = { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 3011/100' };
  test('neither EXIF with its place nor a colour profile is in the sizes', async () => {
    const exif = { IFD0: { Copyright: 'somebody-special' }, IFD3: gps };
    const source = await noise(400, 300).withExif(exif).withIccProfile('p3').jpeg().toBuffer();
    expect(await sharp(source).metadata()).toMatchObject({ exif: expect.anything(), icc: expect.anything() });
    const image = await rig.render(source);
    for (const { preset } of image.derivatives) {
      const content = await rig.bytesOf(image, preset);
      expect(await sharp(content).metadata()).not.toMatchObject({ exif: expect.anything() });
      expect(await sharp(content).metadata()).not.toMatchObject({ icc: expect.anything() });
      expect(content.includes('somebody-special')).toBe(false);
    }
  });

  // The corner that a viewer sees at the top left, for each way in which the stored picture may lie (EXIF 2.32).
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('an image of orientation %i is upright', async (orientation) => {
    const upright = await plain(80, 40, 'white')
      .composite([{ input: await plain(20, 20, 'red').png().toBuffer(), left: 0, top: 0 }])
      .png()
      .toBuffer();
    const turned = await lyingAs(orientation, upright).withMetadata({ orientation }).jpeg({ quality: 100 }).toBuffer();
    const image = await rig.render(turned);
    expect([image.width, image.height]).toEqual([80, 40]);
    const large = sharp(await rig.bytesOf(image, 'large'));
    expect(await large.metadata()).toMatchObject({ width: 80, height: 40 });
    // Statistics are of an input, so the corner becomes one.
    const corner = sharp(await large.extract({ left: 4, top: 4, width: 8, height: 8 }).png().toBuffer());
    const { dominant } = await corner.stats();
    expect(dominant.r).toBeGreaterThan(200);
    expect(dominant.g).toBeLessThan(60);
  });

  function lyingAs(orientation: number, upright: Buffer): Sharp {
    const image = sharp(upright);
    switch (orientation) {
      case 2:
        return image.flop();
      case 3:
        return image.rotate(180);
      case 4:
        return image.flip();
      case 5:
        return image.rotate(270).flop();
      case 6:
        return image.rotate(270);
      case 7:
        return image.rotate(90).flop();
      case 8:
        return image.rotate(90);
      default:
        return image;
    }
  }
});
