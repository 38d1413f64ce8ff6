import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';

import { DecodeError } from './decode-error.ts';
import { lacksItsEnd } from './lacks-its-end.ts';
import type { PermanentCode, RenderFailure, RenderRequest } from './protocol.ts';

/** The library's words (sharp 0.35, libvips 8.18) and what they mean; the first that fits counts. */
const meanings: readonly (readonly [RegExp, PermanentCode])[] = [
  [/exceeds pixel limit|dimensions? (is|are) too large/i, 'IMAGE_TOO_MANY_PIXELS'],
  // A JPEG that ends before its picture begins has no picture to be cut off.
  [/contains no image|corrupt header: VipsJpeg/i, 'IMAGE_CORRUPT'],
  [/premature end|unexpected end|bad seek|truncated/i, 'IMAGE_TRUNCATED'],
];

/** Say why a rendering failed: whose fault it is, and whether another attempt can help. */
export async function failureOf(error: unknown, request: RenderRequest): Promise<RenderFailure> {
  const message = error instanceof Error ? error.message : String(error);
  if (/^timeout:/i.test(message)) return { kind: 'retryable', code: 'IMAGE_TIMEOUT', message };
  if (!(error instanceof DecodeError)) return { kind: 'retryable', code: writingCode(error), message };
  const source = await stateOf(request);
  if (source === 'missing') return { kind: 'retryable', code: 'ORIGINAL_MISSING', message };
  if (source === 'changed') return { kind: 'permanent', code: 'ORIGINAL_CORRUPTED', message };
  return { kind: 'permanent', code: error.code ?? (await readingCode(message, request.source)), message };
}

function writingCode(error: unknown): 'STORAGE_FULL' | 'UNAVAILABLE' {
  const { code } = error as { code?: unknown };
  return code === 'ENOSPC' || code === 'EDQUOT' ? 'STORAGE_FULL' : 'UNAVAILABLE';
}

async function readingCode(message: string, source: string): Promise<PermanentCode> {
  const known = meanings.find(([words]) => words.test(message));
  if (known) return known[1];
  // PNG and WebP are refused with the same words whether they are damaged or end too early.
  return (await lacksItsEnd(source)) ? 'IMAGE_TRUNCATED' : 'IMAGE_CORRUPT';
}

/** Whether an original is still what was uploaded; asked only after a failure, because it reads the whole file. */
async function stateOf({ source, sha256, bytes }: RenderRequest): Promise<'whole' | 'missing' | 'changed'> {
  const there = await stat(source).catch(() => undefined);
  if (!there) return 'missing';
  if (there.size !== bytes) return 'changed';
  const hash = createHash('sha256');
  await pipeline(createReadStream(source), hash);
  return hash.digest('hex') === sha256 ? 'whole' : 'changed';
}
