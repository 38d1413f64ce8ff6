import type { Tx } from '../database.ts';

/** A file that a job made, on its way into the record. Its blob is there already. */
export interface NewFile {
  /** Used when the job has no file of this name yet. */
  id: string;
  jobId: string;
  name: string;
  /** Media type. */
  type: string;
  sha256: string;
}

/** A file that a job made, as the record has it. */
export interface FileRow {
  id: string;
  job_id: string;
  name: string;
  type: string;
  sha256: string;
  byte_size: number;
  storage_key: string;
}

/**
 * Write down a file of a job. A job has one file per name: the same name again replaces what the file holds.
 *
 * @returns the file's id, which stays the same for the same job and name
 * @throws a violation of the foreign key when the blob is gone
 */
export async function saveFile(tx: Tx, file: NewFile): Promise<string> {
  const [row] = await tx.query<{ id: string }>(
    `INSERT INTO files (id, job_id, name, type, blob_sha256) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (job_id, name) DO UPDATE SET type = excluded.type, blob_sha256 = excluded.blob_sha256
     RETURNING id`,
    [file.id, file.jobId, file.name, file.type, file.sha256],
    'save-file',
  );
  return row?.id ?? file.id;
}

/** Read a file with where its bytes are. */
export async function findFile(tx: Tx, id: string): Promise<FileRow | undefined> {
  const [row] = await tx.query<FileRow>(
    `SELECT f.id, f.job_id, f.name, f.type, b.sha256, b.byte_size::float8 AS byte_size, b.storage_key
     FROM files f JOIN blobs b ON b.sha256 = f.blob_sha256 WHERE f.id = $1`,
    [id],
    'find-file',
  );
  return row;
}
