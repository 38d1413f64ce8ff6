import { type Database, findUpload, listDerivatives } from '@jobwire/db';
import { appError } from '@jobwire/runtime';
import type { RequestHandler } from 'express';
import { z } from 'zod';

import { type Gatekeeper, mayRead } from '../auth/caller.ts';
import type { SignedUrls } from './signed-urls.ts';
import { uploadView } from './upload-view.ts';

/** `GET /uploads/:id`: an upload's state and sizes, for its owner, a ticket that names it, or an admin. */
export function readUpload(db: Database, gatekeeper: Gatekeeper, urls: SignedUrls): RequestHandler {
  return async (request, response) => {
    const id = z.uuid().safeParse(request.params['id']);
    if (!id.success) throw appError('NOT_FOUND');
    const ticket = await gatekeeper.ticketOf(request);
    const opened = ticket?.uploadId === id.data;
    const caller = opened ? ({ kind: 'anonymous' } as const) : await gatekeeper.callerOf(request);
    const upload = await findUpload(db, id.data);
    // Foreign and unknown look the same.
    if (!upload || !mayRead(caller, upload.owner_id, opened)) throw appError('NOT_FOUND');
    const derivatives = await listDerivatives(db, upload.id);
    response.set('Cache-Control', 'no-store').json(uploadView(upload, derivatives, urls));
  };
}
