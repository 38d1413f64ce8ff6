import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { finished } from 'node:stream/promises';

import type { RenderedImage, RenderOptions, SourceImage } from '@jobwire/jobs';
import { Permanent, Retryable } from '@jobwire/queue/job';
import { createStorage, originalKey, type Storage } from '@jobwire/storage';
import { testFolder } from '@jobwire/testing';
import sharp, { type Sharp } from 'sharp';

import { createImages, type ImageChildren } from '../create-images.ts';

/** Image children over a disk of their own. */
export interface ImageRig {
  images: ImageChildren;
  storage: Storage;
  events: string[];
  /** Keep an original as an upload would. */
  stored(content: Buffer): Promise<SourceImage>;
  /** Keep an original and render it. */
  render(content: Buffer): Promise<RenderedImage>;
  /** The bytes of one size. */
  bytesOf(image: RenderedImage, preset: string): Promise<Buffer>;
  /** Names of temporary files that are left. */
  temps(): Promise<string[]>;
  stop(): Promise<void>;
}

/** Options of a rendering that nobody watches. */
export const quiet: RenderOptions = { signal: new AbortController().signal, report: () => undefined };

/** Start two children over a new folder. */
export async function imageRig(): Promise<ImageRig> {
  const folder = await testFolder('images');
  const storage = createStorage(`file:${folder.path}`, () => undefined);
  const events: string[] = [];
  const images = createImages({ storage, emit: (name) => void events.push(name), size: 2 });

  const stored = async (content: Buffer): Promise<SourceImage> => {
    const temp = await storage.writeTemp();
    temp.stream.end(content);
    await finished(temp.stream);
    const { sha256, bytes } = temp.digest();
    const storageKey = originalKey(sha256);
    await storage.promote(temp, storageKey);
    return { storageKey, sha256, bytes };
  };
  return {
    images,
    storage,
    events,
    stored,
    render: async (content) => images.render(await stored(content), quiet),
    async bytesOf(image, preset) {
      const size = image.derivatives.find((derivative) => derivative.preset === preset);
      return buffer(await storage.open(size?.storageKey ?? ''));
    },
    temps: () => readdir(join(folder.path, 'temp')),
    async stop() {
      await images.close();
      await folder.stop();
    },
  };
}

/** How a rendering failed: the kind of error and its code. */
export async function failure(work: Promise<unknown>): Promise<string> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (error instanceof Permanent) return `permanent ${error.code}`;
  return error instanceof Retryable ? `retryable ${error.code}` : String(error);
}

/** Noise over grey: compresses as badly as a photo. */
export function noise(width: number, height: number): Sharp {
  const gaussian = { type: 'gaussian', mean: 120, sigma: 30 } as const;
  return sharp({ create: { width, height, channels: 3, background: 'white', noise: gaussian } });
}

/** One colour. */
export const plain = (width: number, height: number, background = '#4080c0'): Sharp =>
  sharp({ create: { width, height, channels: 3, background } });
