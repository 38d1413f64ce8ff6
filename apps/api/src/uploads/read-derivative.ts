import { type Database, findDerivative } from '@jobwire/db';
import { appError } from '@jobwire/runtime';
import type { Storage } from '@jobwire/storage';
import type { RequestHandler } from 'express';
import { z } from 'zod';

import { sendStoredBytes } from '../http/stored-bytes.ts';
import type { SignedUrls } from './signed-urls.ts';

/** What names one size. */
export const derivativeParams = z.object({ id: z.uuid(), preset: z.string().regex(/^[a-z]{1,32}$/) });

/** `GET /uploads/:id/:preset`: the bytes of one size. Whoever has the signed address may read them. */
export function readDerivative(db: Database, storage: Storage, urls: SignedUrls): RequestHandler {
  return async (request, response) => {
    const expires = urls.verify(request.path, request.query);
    const params = derivativeParams.safeParse(request.params);
    if (!params.success) throw appError('NOT_FOUND');
    const image = await findDerivative(db, params.data.id, params.data.preset);
    if (!image) throw appError('NOT_FOUND');

    await sendStoredBytes(request, response, storage, {
      storageKey: image.storage_key,
      sha256: image.sha256,
      bytes: image.byte_size,
      type: 'image/webp',
      expires,
      shared: image.owner_id === null,
    });
  };
}
