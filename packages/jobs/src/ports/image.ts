import type { NewDerivative, Tx } from '@jobwire/db';

import type { imageThumbnail } from '../image-thumbnail/job.ts';

/** Which part of the work is going on; the stages of the job. */
export type ImageStage = (typeof imageThumbnail)['stages'][number];

/** An original whose sizes are wanted. */
export interface SourceImage {
  /** Where the storage has it. */
  storageKey: string;
  /** Of its bytes, in hex. */
  sha256: string;
  bytes: number;
}

/** All sizes of an image, stored. */
export interface RenderedImage {
  /** As a viewer sees it: turned as its EXIF orientation says. */
  width: number;
  height: number;
  /** Pictures of an animation; only the first is used. */
  frames: number;
  /** Base64 (thumbhash 0.1). */
  thumbhash: string;
  derivatives: readonly NewDerivative[];
}

/** What a rendering is told besides the image. */
export interface RenderOptions {
  /** Ends the work at once: its child process is killed. */
  signal: AbortSignal;
  /** Told of every step that is done; the fraction (0…1) is of the stage. */
  report(stage: ImageStage, fraction: number): void;
}

/** Makes the sizes of images. */
export interface Images {
  /**
   * Make and store all sizes of an image. The same image gives the same bytes under the same keys.
   *
   * @throws Permanent IMAGE_CORRUPT, IMAGE_TRUNCATED, IMAGE_TOO_MANY_PIXELS, HEIC_UNSUPPORTED, ORIGINAL_CORRUPTED
   * @throws Retryable ORIGINAL_MISSING, IMAGE_WORKER_DIED, IMAGE_TIMEOUT, STORAGE_FULL, UNAVAILABLE
   */
  render(source: SourceImage, options: RenderOptions): Promise<RenderedImage>;
}

/** The uploads of the record. */
export interface Uploads {
  /** The original of an upload; undefined when it was deleted. */
  find(uploadId: string): Promise<SourceImage | undefined>;
  /** Write down that an upload is ready. False when it was deleted meanwhile: then nothing was written. */
  saveReady(tx: Tx, uploadId: string, image: RenderedImage): Promise<boolean>;
  /** Write down that an upload will not become ready. */
  saveFailed(tx: Tx, uploadId: string, code: string): Promise<void>;
}

/** What jobs about images need of the world. */
export interface ImagePorts {
  images: Images;
  uploads: Uploads;
}
