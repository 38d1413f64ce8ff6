import {
  type Database,
  findJob,
  findUploadOfBlob,
  insertJob,
  insertUpload,
  isUniqueViolation,
  type NewJob,
  type NewUpload,
  type Tx,
  uploadsOwnerBlob,
} from '@jobwire/db';
import { imageThumbnail } from '@jobwire/jobs';
import { newJob } from '@jobwire/queue';
import { appError, type Locale, uuidv7 } from '@jobwire/runtime';
import { originalKey } from '@jobwire/storage';
import { z } from 'zod';

import type { Gatekeeper } from '../auth/caller.ts';
import { issuedTicketSchema } from '../auth/tickets.ts';
import type { RecordAnswer } from '../idempotency/answer-once.ts';
import { acceptedJobView, jobView, jobViewSchema } from '../jobs/job-view.ts';
import type { ReceivedImage } from './receive-image.ts';
import { acceptedUploadSchema, acceptedUploadView, knownUploadView } from './upload-view.ts';

/** The body of the answer to an upload. */
export const uploadAnswerSchema = issuedTicketSchema.extend({
  message: z.string().meta({ description: 'For people, in the language of `Accept-Language` (en, zh-CN)' }),
  upload: acceptedUploadSchema,
  job: jobViewSchema
    .nullable()
    .meta({ description: 'Null when the image was processed so long ago that its job is deleted' }),
});

/** The answer to an upload. */
export interface UploadAnswer {
  status: 200 | 202;
  body: z.output<typeof uploadAnswerSchema>;
}

/** What accepting an upload needs. */
export interface AcceptDependencies {
  db: Database;
  gatekeeper: Pick<Gatekeeper, 'issueTicket'>;
}

const messages: Record<Locale, string> = {
  en: 'Uploaded. Thumbnails are made in the background.',
  'zh-CN': '上传成功,缩略图将在后台生成',
};

/**
 * Write a stored image into the record, with the job that makes its sizes, in one transaction. The same image again by the
 * same owner is the first upload: nothing is written, and the answer is 200.
 *
 * @param record writes down the answer in the same transaction
 * @param trace what the job's spans continue
 */
export async function acceptUpload(
  { db, gatekeeper }: AcceptDependencies,
  image: Omit<ReceivedImage, 'temp'>,
  ownerId: string | null,
  language: Locale,
  record: RecordAnswer,
  trace: Pick<NewJob, 'traceContext'> = {},
): Promise<UploadAnswer> {
  const { upload, job } = newUpload(image, ownerId);
  const ticket = await gatekeeper.issueTicket({ jobId: job.id, uploadId: upload.id });
  const answer: UploadAnswer = {
    status: 202,
    body: {
      message: messages[language],
      upload: acceptedUploadView(upload),
      job: acceptedJobView(job, new Date()),
      ...ticket,
    },
  };
  try {
    await db.pipeline((tx) =>
      Promise.all([record(tx, answer), insertUpload(tx, upload), insertJob(tx, { ...job, ...trace })]),
    );
    return answer;
  } catch (error) {
    if (ownerId === null || !isUniqueViolation(error, uploadsOwnerBlob)) throw error;
  }
  return db.transaction(async (tx) => {
    const known = await knownUpload(tx, gatekeeper, image, ownerId, language);
    await record(tx, known);
    return known;
  });
}

function newUpload(image: Omit<ReceivedImage, 'temp'>, ownerId: string | null): { upload: NewUpload; job: NewJob } {
  const id = uuidv7();
  const job = newJob(imageThumbnail, { uploadId: id }, { ownerId });
  const { sha256, bytes, type, header, displayName } = image;
  const upload = {
    id,
    ownerId,
    sha256,
    storageKey: originalKey(sha256),
    bytes,
    type,
    ...header,
    displayName,
    jobId: job.id,
  };
  return { upload, job };
}

async function knownUpload(
  tx: Tx,
  gatekeeper: AcceptDependencies['gatekeeper'],
  { sha256 }: Pick<ReceivedImage, 'sha256'>,
  ownerId: string,
  language: Locale,
): Promise<UploadAnswer> {
  const upload = await findUploadOfBlob(tx, ownerId, sha256);
  // It was deleted between the violation and now: the same call finds no such upload any more.
  if (!upload) throw appError('UNAVAILABLE', { retryAfterSeconds: 1 });
  const job = await findJob(tx, upload.job_id);
  const ticket = await gatekeeper.issueTicket({ jobId: upload.job_id, uploadId: upload.id });
  return {
    status: 200,
    body: { message: messages[language], upload: knownUploadView(upload), job: job ? jobView(job) : null, ...ticket },
  };
}
