import type { Images, RenderedImage, RenderOptions, SourceImage } from '@jobwire/jobs';
import { Permanent, Retryable } from '@jobwire/queue/job';
import { AppError, type Emit } from '@jobwire/runtime';
import { derivativeKey, type Storage, type TempFile } from '@jobwire/storage';

import { type ChildPool, createChildPool } from './child-pool.ts';
import { presets } from './presets.ts';
import type { RenderedSizes, RenderProgress, RenderReply, RenderRequest } from './protocol.ts';

/** Makes the sizes of images in child processes. */
export interface ImageChildren extends Images {
  /**
   * Prove that the children refuse what they must refuse; call it before the first job.
   *
   * @throws Error when they do not, or cannot be started
   */
  check(): Promise<void>;
  /** Kill all children; what they work on is rejected. */
  close(): Promise<void>;
}

/** Make the port to the image library. `size` images are worked on at a time. */
export function createImages({ storage, emit, size }: { storage: Storage; emit: Emit; size: number }): ImageChildren {
  const pool = createChildPool(size);
  return {
    async check() {
      const versions = await pool.run<Record<string, string>>('check', undefined);
      emit('images.checked', versions);
    },
    render: (source, options) => inCatalogue(() => render(pool, storage, source, options)),
    close: () => pool.close(),
  };
}

async function render(
  pool: ChildPool,
  storage: Storage,
  source: SourceImage,
  options: RenderOptions,
): Promise<RenderedImage> {
  // Names of this attempt alone: a child that is being killed may still write to those of an earlier one.
  const temps = await Promise.all(presets.map(() => storage.reserveTemp()));
  try {
    const image = await storage.withLocalCopy(source.storageKey, (path) =>
      renderTo(pool, temps, path, source, options),
    );
    return await store(storage, temps, source, image, options);
  } catch (error) {
    await Promise.all(temps.map((temp) => storage.discard(temp)));
    throw error;
  }
}

async function renderTo(
  pool: ChildPool,
  temps: readonly TempFile[],
  path: string,
  { sha256, bytes }: SourceImage,
  { signal, report }: RenderOptions,
): Promise<RenderedSizes> {
  const request: RenderRequest = { source: path, sha256, bytes, targets: temps.map((temp) => temp.path) };
  const reply = await pool.run<RenderReply>('render', request, {
    signal,
    onMessage(message) {
      const { stage, fraction } = message as RenderProgress;
      report(stage, fraction);
    },
  });
  if (reply.kind === 'permanent') throw new Permanent(reply.code, reply.message);
  if (reply.kind === 'retryable') throw new Retryable(reply.code, reply.message);
  return reply.image;
}

/** Give the sizes their names. Each is safe on the disk before it counts as stored. */
async function store(
  storage: Storage,
  temps: readonly TempFile[],
  { sha256 }: SourceImage,
  { sizes, recipe, ...facts }: RenderedSizes,
  { report }: RenderOptions,
): Promise<RenderedImage> {
  let stored = 0;
  const derivatives = await Promise.all(
    temps.map(async (temp, index) => {
      const size = sizes[index];
      if (!size) throw new Error('The image process made fewer sizes than it was asked for');
      const storageKey = derivativeKey(sha256, size.preset, recipe);
      await storage.promote(temp, storageKey);
      stored += 1;
      report('store', stored / temps.length);
      return { ...size, recipe, format: 'webp', storageKey };
    }),
  );
  return { ...facts, derivatives };
}

/** The storage speaks in errors of HTTP; to a job they are failures that another attempt may not have. */
async function inCatalogue<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const code = error.code === 'NOT_FOUND' ? 'ORIGINAL_MISSING' : error.code;
    throw new Retryable(code, error.message, { cause: error });
  }
}
