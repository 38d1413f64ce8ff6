import { type Database, type FileRow, findFile } from '@jobwire/db';
import { appError, type KeyRing } from '@jobwire/runtime';
import type { Storage } from '@jobwire/storage';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';

import type { Gatekeeper } from '../auth/caller.ts';
import { seeOther } from '../http/see-other.ts';
import { sendStoredBytes } from '../http/stored-bytes.ts';
import { readableJob } from '../jobs/readable-job.ts';
import { displayName } from '../uploads/display-name.ts';
import { createSignedUrls, type SignedUrls } from '../uploads/signed-urls.ts';

/** What the file routes work with. */
export interface FileRoutesOptions {
  db: Database;
  storage: Storage;
  gatekeeper: Gatekeeper;
  keys: KeyRing;
}

/**
 * `GET /files/:id`: a file that a job made. The plain address leads whoever may read the job to the signed one, and whoever
 * has the signed one gets the bytes.
 */
export function fileRoutes({ db, storage, gatekeeper, keys }: FileRoutesOptions): Router {
  const urls = createSignedUrls(keys);
  const read: RequestHandler = async (request, response) => {
    if (request.query['signature'] !== undefined) return sendFile(request, response, { db, storage, urls });
    const file = await fileOf(db, request);
    // Foreign and unknown look the same.
    await readableJob(db, gatekeeper, request, file.job_id);
    response.set('Cache-Control', 'private, no-store');
    seeOther(response, urls.sign(`/files/${file.id}`, file.sha256.slice(0, 16)));
  };
  return Router().get('/files/:id', read);
}

async function sendFile(
  request: Request,
  response: Response,
  { db, storage, urls }: { db: Database; storage: Storage; urls: SignedUrls },
): Promise<void> {
  const expires = urls.verify(request.path, request.query);
  const file = await fileOf(db, request);
  // Downloaded, never shown: a job may make HTML of what strangers sent. Names as RFC 6266 wants them.
  response.attachment(displayName(file.name) ?? 'file');
  await sendStoredBytes(request, response, storage, {
    storageKey: file.storage_key,
    sha256: file.sha256,
    bytes: file.byte_size,
    type: file.type,
    expires,
    shared: false,
  });
}

async function fileOf(db: Database, request: Request): Promise<FileRow> {
  const id = z.uuid().safeParse(request.params['id']);
  const file = id.success ? await findFile(db, id.data) : undefined;
  if (!file) throw appError('NOT_FOUND');
  return file;
}
