import { pipeline } from 'node:stream/promises';

import { appError } from '@jobwire/runtime';
import type { ByteRange, Storage } from '@jobwire/storage';
import type { Request, Response } from 'express';

/** Stored bytes behind a signed address. */
export interface StoredBytes {
  storageKey: string;
  /** Of the bytes, in hex. */
  sha256: string;
  bytes: number;
  /** Media type. */
  type: string;
  /** Until when the address is good, in milliseconds since the epoch. */
  expires: number;
  /** Whether caches between us and the reader may keep them. */
  shared: boolean;
}

/**
 * Answer with stored bytes, or the range of them that was asked for, so that caches may keep them and browsers neither
 * guess their type nor run them.
 *
 * @throws AppError RANGE_NOT_SATISFIABLE, NOT_FOUND when the storage has lost them
 */
export async function sendStoredBytes(
  request: Request,
  response: Response,
  storage: Storage,
  stored: StoredBytes,
): Promise<void> {
  const maxAge = Math.floor((stored.expires - Date.now()) / 1_000);
  response.set({
    ETag: `"${stored.sha256}"`,
    'Cache-Control': `${stored.shared ? 'public' : 'private'}, max-age=${maxAge}, immutable`,
    'Accept-Ranges': 'bytes',
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': "default-src 'none'; sandbox",
    // Pages of other origins may show what they were given the address of.
    'Cross-Origin-Resource-Policy': 'cross-origin',
  });
  if (request.fresh) return void response.status(304).end();
  await send(request, response, storage, stored);
}

async function send(
  request: Request,
  response: Response,
  storage: Storage,
  { storageKey, bytes, type }: StoredBytes,
): Promise<void> {
  const range = rangeOf(request, response, bytes);
  const body = request.method === 'HEAD' ? undefined : await storage.open(storageKey, range ?? {});
  response.type(type);
  if (range) response.status(206).set('Content-Range', `bytes ${range.start}-${range.end}/${bytes}`);
  response.set('Content-Length', String(range ? range.end - range.start + 1 : bytes));
  if (!body) return void response.end();
  try {
    await pipeline(body, response);
  } catch (error) {
    // A reader that goes away is nobody's failure.
    if (!response.destroyed) throw error;
  }
}

/**
 * The one range that was asked for. Several ranges, or bytes of another version (`If-Range`), get the whole file, as
 * RFC 9110 (14.2) allows.
 *
 * @throws AppError RANGE_NOT_SATISFIABLE
 */
function rangeOf(request: Request, response: Response, bytes: number): Required<ByteRange> | undefined {
  const ifRange = request.get('if-range');
  if (ifRange !== undefined && ifRange !== response.get('ETag')) return undefined;
  const ranges = request.range(bytes);
  if (ranges === undefined || ranges === -2) return undefined;
  if (ranges === -1) {
    response.set('Content-Range', `bytes */${bytes}`);
    throw appError('RANGE_NOT_SATISFIABLE');
  }
  const [first, ...more] = ranges;
  return ranges.type === 'bytes' && first && more.length === 0 ? { start: first.start, end: first.end } : undefined;
}
