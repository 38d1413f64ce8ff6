import type { PermanentCode } from './protocol.ts';

/** The original could not be read; every other error of a rendering is about writing. */
export class DecodeError extends Error {
  /** What it means, where the library's words need no reading. */
  readonly code: PermanentCode | undefined;

  constructor(message: string, code?: PermanentCode) {
    super(message);
    this.name = 'DecodeError';
    this.code = code;
  }
}
