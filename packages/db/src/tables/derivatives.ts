import { uuidv7 } from '@jobwire/runtime';

import type { Tx } from '../database.ts';

/** One size of an image, as it was made and stored. */
export interface NewDerivative {
  preset: string;
  /** Stands for everything that shaped the bytes; a new recipe is a new row. */
  recipe: string;
  format: string;
  width: number;
  height: number;
  bytes: number;
  sha256: string;
  storageKey: string;
}

/** One size of an image, as the record has it. */
export interface DerivativeRow {
  preset: string;
  format: string;
  width: number;
  height: number;
  byte_size: number;
  sha256: string;
  storage_key: string;
}

/** Write the sizes of an upload; those that are there already stay. */
export async function insertDerivatives(
  tx: Tx,
  uploadId: string,
  derivatives: readonly NewDerivative[],
): Promise<void> {
  const rows = derivatives.map((derivative) => ({ id: uuidv7(), ...derivative }));
  await tx.query(
    `INSERT INTO derivatives (id, upload_id, preset, recipe_hash, format, width, height, byte_size, sha256, storage_key)
     SELECT id, $1, preset, recipe, format, width, height, bytes, sha256, "storageKey"
     FROM jsonb_to_recordset($2::jsonb) AS made (
       id uuid, preset text, recipe text, format text, width int, height int, bytes int, sha256 text, "storageKey" text
     )
     ON CONFLICT (upload_id, preset, recipe_hash) DO NOTHING`,
    [uploadId, JSON.stringify(rows)],
  );
}

const columns = 'preset, format, width, height, byte_size, sha256, storage_key';

/** The newest version of every size of an upload, smallest first. */
export async function listDerivatives(tx: Tx, uploadId: string): Promise<DerivativeRow[]> {
  return tx.query<DerivativeRow>(
    `SELECT ${columns} FROM (
       SELECT DISTINCT ON (preset) * FROM derivatives WHERE upload_id = $1 ORDER BY preset, id DESC
     ) newest ORDER BY width, height, preset`,
    [uploadId],
    'list-derivatives',
  );
}

/** The newest version of one size of an upload that is not deleted, with the upload's owner. */
export async function findDerivative(
  tx: Tx,
  uploadId: string,
  preset: string,
): Promise<(DerivativeRow & { owner_id: string | null }) | undefined> {
  const [row] = await tx.query<DerivativeRow & { owner_id: string | null }>(
    `SELECT d.preset, d.format, d.width, d.height, d.byte_size, d.sha256, d.storage_key, u.owner_id
     FROM derivatives d JOIN uploads u ON u.id = d.upload_id
     WHERE d.upload_id = $1 AND d.preset = $2 AND u.deleted_at IS NULL
     ORDER BY d.id DESC LIMIT 1`,
    [uploadId, preset],
    'find-derivative',
  );
  return row;
}
