import { type Database, keepBlob } from '@jobwire/db';
import { appError, type Config, type Emit } from '@jobwire/runtime';
import { originalKey, type Storage, type TempFile } from '@jobwire/storage';
import type { Request, RequestHandler } from 'express';

import { type Caller, type Gatekeeper, ownerOf } from '../auth/caller.ts';
import { languageOf } from '../http/language.ts';
import { type Answer, answerOnce } from '../idempotency/answer-once.ts';
import { idempotencyKey, readIdempotencyKey } from '../idempotency/idempotency-key.ts';
import { sendAnswer } from '../idempotency/send-answer.ts';
import { traceOf } from '../traces/trace-requests.ts';
import { acceptUpload, type AcceptDependencies, type UploadAnswer } from './accept-upload.ts';
import { receiveForm } from './receive-form.ts';
import { type UploadLimits, uploadLimits } from './upload-limits.ts';

/** What `POST /upload-image` needs. */
export interface UploadDependencies extends AcceptDependencies {
  storage: Storage;
  gatekeeper: Gatekeeper;
  dispatcher: { wake(): void };
  emit: Emit;
  config: Pick<Config, 'ANONYMOUS_UPLOADS' | 'UPLOAD_MAX_BYTES'>;
  /** Other bounds than the usual ones, for tests. */
  limits?: Partial<UploadLimits>;
}

/** `POST /upload-image`: receive an image, keep it, accept the job that makes its sizes. */
export function uploadImage(dependencies: UploadDependencies): RequestHandler {
  const { config, limits } = dependencies;
  const bounds = { ...uploadLimits, maxBytes: config.UPLOAD_MAX_BYTES, ...limits };
  let inFlight = 0;

  return async (request, response) => {
    const caller = await callerOf(request, dependencies);
    const key = readIdempotencyKey(request);
    if (inFlight >= bounds.inFlight) {
      throw appError('TOO_MANY_REQUESTS', { detail: 'Too many uploads at the same time', retryAfterSeconds: 2 });
    }
    inFlight += 1;
    try {
      sendAnswer(response, await upload(request, dependencies, bounds, { caller, key }));
    } finally {
      inFlight -= 1;
    }
  };
}

/** Who uploads. Asked before a byte of the body is read. */
async function callerOf(request: Request, { gatekeeper, config }: UploadDependencies): Promise<Caller> {
  const caller = await gatekeeper.callerOf(request);
  if (caller.kind === 'anonymous' && !config.ANONYMOUS_UPLOADS) throw appError('UNAUTHENTICATED');
  return caller;
}

async function upload(
  request: Request,
  dependencies: UploadDependencies,
  limits: UploadLimits,
  { caller, key }: { caller: Caller; key: string | undefined },
): Promise<Answer<UploadAnswer['body']>> {
  const { db, storage, dispatcher, emit } = dependencies;
  const { temp, ...image } = await receiveForm(request, storage, limits);
  await keep(db, storage, temp, image);
  const ownerId = ownerOf(caller);
  const asked = { sha256: image.sha256 };
  const idempotency =
    key === undefined ? undefined : idempotencyKey(key, { caller, route: 'POST /upload-image', asked });
  const answer = await answerOnce(db, idempotency, (record) =>
    acceptUpload(dependencies, image, ownerId, languageOf(request), record, request.res && traceOf(request.res)),
  );
  if (answer.status === 202 && !answer.replayed) dispatcher.wake();
  const { id } = answer.body.upload;
  emit('upload.accepted', { uploadId: id, bytes: image.bytes, type: image.type, status: answer.status });
  return answer;
}

/** Store the image. It is written down first, so that the sweeper knows of bytes whose upload is never accepted. */
async function keep(
  db: Database,
  storage: Storage,
  temp: TempFile,
  { sha256, bytes }: { sha256: string; bytes: number },
): Promise<void> {
  try {
    await storage.promote(temp, await keepBlob(db, { sha256, storageKey: originalKey(sha256), bytes }));
  } catch (error) {
    await storage.discard(temp);
    throw error;
  }
}
