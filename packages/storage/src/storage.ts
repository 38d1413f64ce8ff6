import type { Readable, Writable } from 'node:stream';

/** A file on the way into the storage. It is on this machine, whatever the storage is, and may vanish at a restart. */
export interface TempFile {
  /** Where its bytes are; for the process that makes them and for nobody else. */
  readonly path: string;
}

/** A temporary file that is being written: its bytes are counted and hashed on the way. */
export interface TempWriter extends TempFile {
  /** Takes the bytes; it has finished when they are with the operating system, not yet on the disk. */
  readonly stream: Writable;
  /** What was written so far: SHA-256 in hex, and the number of bytes. Call it once, when the stream has finished. */
  digest(): { sha256: string; bytes: number };
}

/** What is known of a stored file. */
export interface StoredFile {
  bytes: number;
}

/** Which bytes to read; both ends count, as in HTTP. */
export interface ByteRange {
  start?: number;
  end?: number;
}

/**
 * Where files are kept. Keys are relative paths of plain characters; what has the same key has the same bytes, so writing
 * a key again changes nothing.
 *
 * Every method throws AppError STORAGE_FULL when there is no room, UNAVAILABLE when the storage does not work, and
 * BAD_REQUEST for a key that is not safe.
 */
export interface Storage {
  /** Start a temporary file. Promote or discard it. */
  writeTemp(): Promise<TempWriter>;
  /** Name a temporary file that somebody else will write, e.g. a child process. Promote or discard it. */
  reserveTemp(): Promise<TempFile>;
  /**
   * Give a finished temporary file its key; it is temporary no more. When this returns, a power cut cannot take the file
   * away any more.
   */
  promote(temp: TempFile, key: string): Promise<void>;
  /** Drop a temporary file; it need not exist. */
  discard(temp: TempFile): Promise<void>;
  /**
   * Read a file, or a range of it; a range that begins behind its end is empty.
   *
   * @throws AppError NOT_FOUND when there is none
   */
  open(key: string, range?: ByteRange): Promise<Readable>;
  /** What is known of a file; undefined when there is none. */
  stat(key: string): Promise<StoredFile | undefined>;
  /** Delete a file; it need not exist. */
  delete(key: string): Promise<void>;
  /**
   * Let a child process of this machine read the file, at a path that is good until `use` has ended. Nobody may write
   * there.
   *
   * @throws AppError NOT_FOUND when there is none, and what `use` throws
   */
  withLocalCopy<Value>(key: string, use: (path: string) => Promise<Value>): Promise<Value>;
  /** Remove temporary files that were last written longer ago than that; returns how many. */
  sweepTemp(olderThanMs: number): Promise<number>;
}
