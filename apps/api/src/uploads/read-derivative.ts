import { pipeline } from 'node:stream/promises';

import { type Database, findDerivative } from '@jobwire/db';
import { appError } from '@jobwire/runtime';
import type { ByteRange, Storage } from '@jobwire/storage';
import type { Request, RequestHandler, Response } from 'express';
import { z } from 'zod';

import type { SignedUrls } from './signed-urls.ts';

const paramsOf = z.object({ id: z.uuid(), preset: z.string().regex(/^[a-z]{1,32}$/) });

/** `GET /uploads/:id/:preset`: the bytes of one size. Whoever has the signed address may read them. */
export function readDerivative(db: Database, storage: Storage, urls: SignedUrls): RequestHandler {
  return async (request, response) => {
    const expires = urls.verify(request.path, request.query);
    const params = paramsOf.safeParse(request.params);
    if (!params.success) throw appError('NOT_FOUND');
    const image = await findDerivative(db, params.data.id, params.data.preset);
    if (!image) throw appError('NOT_FOUND');

    const maxAge = Math.floor((expires - Date.now()) / 1_000);
    response.set({
      ETag: `"${image.sha256}"`,
      'Cache-Control': `${image.owner_id === null ? 'public' : 'private'}, max-age=${maxAge}, immutable`,
      'Accept-Ranges': 'bytes',
      'X-Content-Type-Options': 'nosniff',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      // Pages of other origins may show what they were given the address of.
      'Cross-Origin-Resource-Policy': 'cross-origin',
    });
    if (request.fresh) return void response.status(304).end();
    await send(request, response, storage, { key: image.storage_key, bytes: image.byte_size });
  };
}

async function send(
  request: Request,
  response: Response,
  storage: Storage,
  { key, bytes }: { key: string; bytes: number },
): Promise<void> {
  const range = rangeOf(request, response, bytes);
  const body = request.method === 'HEAD' ? undefined : await storage.open(key, range ?? {});
  response.type('image/webp');
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
