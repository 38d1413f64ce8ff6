import type { Tx } from '../database.ts';
import type { JobFailure, JobState } from './jobs.ts';

/** Where an upload is in its life. */
export type UploadState = 'processing' | 'ready' | 'failed';

/** An upload on its way into the record, with the blob that holds its bytes. */
export interface NewUpload {
  id: string;
  ownerId: string | null;
  sha256: string;
  storageKey: string;
  bytes: number;
  /** Told by the bytes, e.g. `image/png`. */
  type: string;
  width: number;
  height: number;
  progressive: boolean;
  displayName: string | null;
  jobId: string;
}

/** An upload as the record has it, with how its job stands. */
export interface UploadRow {
  id: string;
  owner_id: string | null;
  blob_sha256: string;
  storage_key: string;
  byte_size: number;
  detected_type: string;
  width: number | null;
  height: number | null;
  thumbhash: string | null;
  state: UploadState;
  failure_code: string | null;
  job_id: string;
  created_at: Date;
  /** Null when the job's row is gone: old jobs are deleted before their uploads. */
  job_state: JobState | null;
  job_error: JobFailure | null;
}

/** What the worker found out about an image that it could read. Width and height are those that a viewer sees. */
export interface UploadFacts {
  width: number;
  height: number;
  frames: number;
  thumbhash: string;
}

/** The index that allows each owner one live upload per image; its violation means "this is the first upload again". */
export const uploadsOwnerBlob = 'uploads_owner_blob';

// The blob is updated, not skipped, so that its row stays locked and no sweeper can take it before the commit.
const insert = `
  WITH blob AS (
    INSERT INTO blobs (sha256, storage_key, byte_size) VALUES ($3, $4, $5)
    ON CONFLICT (sha256) DO UPDATE SET used_at = now()
    RETURNING sha256
  )
  INSERT INTO uploads (id, owner_id, blob_sha256, byte_size, detected_type, width, height, progressive, display_name, job_id)
  SELECT $1, $2, sha256, $5, $6, $7, $8, $9, $10, $11 FROM blob`;

/**
 * Write an upload and its blob in the caller's transaction.
 *
 * @throws a violation of `uploadsOwnerBlob` when this owner has this image already
 */
export async function insertUpload(tx: Tx, upload: NewUpload): Promise<void> {
  await tx.query(
    insert,
    [
      upload.id,
      upload.ownerId,
      upload.sha256,
      upload.storageKey,
      upload.bytes,
      upload.type,
      upload.width,
      upload.height,
      upload.progressive,
      upload.displayName,
      upload.jobId,
    ],
    'insert-upload',
  );
}

const select = `
  SELECT u.id, u.owner_id, u.blob_sha256, b.storage_key, u.byte_size::float8 AS byte_size, u.detected_type, u.width,
    u.height, u.thumbhash, u.state, u.failure_code, u.job_id, u.created_at, j.state AS job_state, j.error AS job_error
  FROM uploads u JOIN blobs b ON b.sha256 = u.blob_sha256 LEFT JOIN jobs j ON j.id = u.job_id
  WHERE u.deleted_at IS NULL`;

/** Read an upload that is not deleted. */
export async function findUpload(tx: Tx, id: string): Promise<UploadRow | undefined> {
  const [row] = await tx.query<UploadRow>(`${select} AND u.id = $1`, [id], 'find-upload');
  return row;
}

/** Read the upload of one image by one owner. */
export async function findUploadOfBlob(tx: Tx, ownerId: string, sha256: string): Promise<UploadRow | undefined> {
  const [row] = await tx.query<UploadRow>(`${select} AND u.owner_id = $1 AND u.blob_sha256 = $2`, [ownerId, sha256]);
  return row;
}

/** Write down that all sizes of an upload are there. False when the upload is deleted: then nothing was written. */
export async function markUploadReady(tx: Tx, id: string, facts: UploadFacts): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE uploads SET state = 'ready', failure_code = NULL, width = $2, height = $3, frames = $4, thumbhash = $5
     WHERE id = $1 AND deleted_at IS NULL RETURNING id`,
    [id, facts.width, facts.height, facts.frames, facts.thumbhash],
  );
  return rows.length > 0;
}

/** Write down that an upload will not become ready, and why. */
export async function markUploadFailed(tx: Tx, id: string, code: string): Promise<void> {
  await tx.query(`UPDATE uploads SET state = 'failed', failure_code = $2 WHERE id = $1 AND state <> 'ready'`, [
    id,
    code,
  ]);
}
