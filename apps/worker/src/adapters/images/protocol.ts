import type { ImageStage } from '@jobwire/jobs';

/** What the child is asked to render. Files travel as paths, never as bytes. */
export interface RenderRequest {
  /** The original. */
  source: string;
  sha256: string;
  bytes: number;
  /** Where the sizes go: one path per preset, in the order of `presets`. */
  targets: readonly string[];
}

/** One size that the child has written. */
export interface WrittenSize {
  preset: string;
  width: number;
  height: number;
  bytes: number;
  sha256: string;
}

/** What the child found and made. */
export interface RenderedSizes {
  width: number;
  height: number;
  frames: number;
  thumbhash: string;
  /** Stands for everything that shaped the bytes, the library's version too. */
  recipe: string;
  sizes: readonly WrittenSize[];
}

/** Codes of failures that the same image will always have. */
export type PermanentCode =
  | 'IMAGE_CORRUPT'
  | 'IMAGE_TRUNCATED'
  | 'IMAGE_TOO_MANY_PIXELS'
  | 'HEIC_UNSUPPORTED'
  | 'ORIGINAL_CORRUPTED';

/** Codes of failures that another attempt may not have. */
export type RetryableCode = 'ORIGINAL_MISSING' | 'IMAGE_TIMEOUT' | 'STORAGE_FULL' | 'UNAVAILABLE';

/** Why the child did not render. */
export type RenderFailure =
  | { kind: 'permanent'; code: PermanentCode; message: string }
  | { kind: 'retryable'; code: RetryableCode; message: string };

/** The child's answer; an error would lose its code on the way between processes. */
export type RenderReply = { kind: 'rendered'; image: RenderedSizes } | RenderFailure;

/** What the child says while it works. */
export interface RenderProgress {
  stage: ImageStage;
  /** 0…1 of the stage. */
  fraction: number;
}
