import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';

import sharp, { type Metadata, type OutputInfo, type Sharp } from 'sharp';
import { rgbaToThumbHash } from 'thumbhash';

import { DecodeError } from './decode-error.ts';
import { type Preset, presets, recipeOf, webp } from './presets.ts';
import type { RenderedSizes, RenderProgress, RenderRequest, WrittenSize } from './protocol.ts';

/** The same limit as the API's, which reads headers only. */
const maxPixels = 50_000_000;

/** Longest time of one step of the library, in seconds. */
const stepSeconds = 20;

/** Steps of the stage `resize`: the decoding, every size, and the hash. */
const resizeSteps = presets.length + 2;

/** The decoded image, as large as the largest preset: 8-bit sRGB without profile, EXIF or any other metadata. */
interface Pixels {
  data: Buffer;
  raw: { width: number; height: number; channels: OutputInfo['channels'] };
}

/**
 * Make all preset sizes of an image file with one decode of the original.
 *
 * @throws DecodeError when the original cannot be read; other errors come from writing
 */
export async function renderImage(
  { source, targets }: Pick<RenderRequest, 'source' | 'targets'>,
  report: (progress: RenderProgress) => void,
): Promise<RenderedSizes> {
  const metadata = await probe(source);
  report({ stage: 'probe', fraction: 1 });
  const pixels = await decode(source);
  report({ stage: 'resize', fraction: 1 / resizeSteps });

  const sizes: WrittenSize[] = [];
  for (const [index, preset] of presets.entries()) {
    sizes.push(await writeSize(pixels, preset, targets[index] ?? ''));
    report({ stage: 'resize', fraction: (index + 2) / resizeSteps });
  }
  const thumbhash = await thumbhashOf(pixels);
  report({ stage: 'resize', fraction: 1 });
  return { ...shownSize(metadata), frames: metadata.pages ?? 1, thumbhash, recipe: recipeOf(sharp.versions), sizes };
}

const open = (source: string): Sharp =>
  sharp(source, { failOn: 'error', limitInputPixels: maxPixels }).timeout({ seconds: stepSeconds });

async function probe(source: string): Promise<Metadata> {
  const metadata = await reading(() => open(source).metadata());
  // HEIC shares AVIF's container and loader; its header would still be read.
  if (metadata.format === 'heif' && metadata.compression !== 'av1') {
    throw new DecodeError('The image is compressed by HEVC, not AV1', 'HEIC_UNSUPPORTED');
  }
  return metadata;
}

async function decode(source: string): Promise<Pixels> {
  const image = inside(open(source).autoOrient(), presets[0]).toColourspace('srgb').raw({ depth: 'uchar' });
  const { data, info } = await reading(() => image.toBuffer({ resolveWithObject: true }));
  const { width, height, channels } = info;
  return { data, raw: { width, height, channels } };
}

async function reading<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    throw new DecodeError(error instanceof Error ? error.message : String(error));
  }
}

const fromPixels = ({ data, raw }: Pixels): Sharp => sharp(data, { raw }).timeout({ seconds: stepSeconds });

function inside(image: Sharp, { longestSide }: Preset): Sharp {
  return image.resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true });
}

async function writeSize(pixels: Pixels, preset: Preset, target: string): Promise<WrittenSize> {
  const { data, info } = await inside(fromPixels(pixels), preset).webp(webp).toBuffer({ resolveWithObject: true });
  await writeFile(target, data);
  const sha256 = createHash('sha256').update(data).digest('hex');
  return { preset: preset.name, width: info.width, height: info.height, bytes: data.length, sha256 };
}

async function thumbhashOf(pixels: Pixels): Promise<string> {
  // The hash keeps the lowest frequencies alone: half of the 100 pixels that it would take give the same, four times faster.
  const image = inside(fromPixels(pixels), { name: 'hash', longestSide: 48 }).toColourspace('srgb').ensureAlpha().raw();
  const { data, info } = await image.toBuffer({ resolveWithObject: true });
  return Buffer.from(rgbaToThumbHash(info.width, info.height, data)).toString('base64');
}

/** Orientations 5 to 8 turn the image by a quarter (EXIF 2.32, 4.6.4 A). */
function shownSize({ width = 0, height = 0, orientation = 1 }: Metadata): { width: number; height: number } {
  return orientation >= 5 ? { width: height, height: width } : { width, height };
}
