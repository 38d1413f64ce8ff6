/** What an image's first bytes say of it, before anything is decoded. */
export interface ImageHeader {
  width: number;
  height: number;
  /** Its pixels come in several passes, so that decoding holds all of them (or their coefficients) in memory. */
  progressive: boolean;
}

/** Read bytes of a file; fewer than `length` at its end. */
export type ReadBytes = (position: number, length: number) => Promise<Buffer>;

/** Find the size in a file of one format; undefined when there is none that makes sense. */
export type HeaderReader = (read: ReadBytes) => Promise<ImageHeader | undefined>;

/** Make a header, unless a side is zero. */
export function headerOf(width: number, height: number, progressive = false): ImageHeader | undefined {
  return width > 0 && height > 0 ? { width, height, progressive } : undefined;
}
