import type { Tx } from '../database.ts';

/** Bytes that are about to be stored. */
export interface NewBlob {
  /** Of the bytes, in hex. */
  sha256: string;
  /** Where they would be stored. */
  storageKey: string;
  bytes: number;
}

/**
 * Write down bytes before they are stored, or that known bytes are wanted again. From now on the sweeper leaves them alone
 * for its grace period, so whoever refers to them by then finds them stored.
 *
 * @returns where to store them: equal bytes may have come another way before
 */
export async function keepBlob(tx: Tx, { sha256, storageKey, bytes }: NewBlob): Promise<string> {
  const [row] = await tx.query<{ storage_key: string }>(
    `INSERT INTO blobs (sha256, storage_key, byte_size) VALUES ($1, $2, $3)
     ON CONFLICT (sha256) DO UPDATE SET used_at = now() RETURNING storage_key`,
    [sha256, storageKey, bytes],
    'keep-blob',
  );
  return row?.storage_key ?? storageKey;
}

/** Which blobs to look at, in the order of their hashes. */
export interface BlobPage {
  /** The last hash of the page before; empty for the first page. */
  after: string;
  limit: number;
  /** How long nothing may have referred to a blob, in milliseconds. */
  graceMs: number;
}

/**
 * Look at a page of blobs and delete those that no upload and no file refers to, with uploads that were deleted long
 * enough ago. The blobs stay locked until the transaction ends: delete their files before that, then nobody who stores
 * the same bytes again can lose them.
 *
 * @returns the storage keys that nothing refers to any more, and the page's last hash; none when there is no further page
 */
export async function deleteUnusedBlobs(tx: Tx, page: BlobPage): Promise<{ keys: string[]; last?: string }> {
  const seen = await tx.query<{ sha256: string }>(
    'SELECT sha256 FROM blobs WHERE sha256 > $1 ORDER BY sha256 LIMIT $2',
    [page.after, page.limit],
  );
  const blobs = await lockUnused(
    tx,
    seen.map(({ sha256 }) => sha256),
    page.graceMs,
  );
  const keys = await deleteBlobs(tx, blobs);
  const last = seen.length === page.limit ? seen.at(-1)?.sha256 : undefined;
  return last === undefined ? { keys } : { keys, last };
}

/** A blob that somebody uses while we wait for its lock has a new `used_at`, and PostgreSQL compares again. */
async function lockUnused(tx: Tx, hashes: readonly string[], graceMs: number): Promise<string[]> {
  const rows = await tx.query<{ sha256: string }>(
    `SELECT b.sha256 FROM blobs b
     WHERE b.sha256 = ANY($1::text[]) AND b.used_at < now() - $2::float8 * interval '1 ms'
       AND NOT EXISTS (SELECT 1 FROM files f WHERE f.blob_sha256 = b.sha256)
       AND NOT EXISTS (
         SELECT 1 FROM uploads u WHERE u.blob_sha256 = b.sha256
           AND (u.deleted_at IS NULL OR u.deleted_at > now() - $2::float8 * interval '1 ms')
       )
     FOR UPDATE OF b SKIP LOCKED`,
    [hashes, graceMs],
  );
  return rows.map(({ sha256 }) => sha256);
}

async function deleteBlobs(tx: Tx, hashes: readonly string[]): Promise<string[]> {
  if (hashes.length === 0) return [];
  const sizes = await tx.query<{ storage_key: string }>(
    `SELECT DISTINCT d.storage_key FROM derivatives d JOIN uploads u ON u.id = d.upload_id
     WHERE u.blob_sha256 = ANY($1::text[])`,
    [hashes],
  );
  await tx.query('DELETE FROM uploads WHERE blob_sha256 = ANY($1::text[])', [hashes]);
  const blobs = await tx.query<{ storage_key: string }>(
    'DELETE FROM blobs WHERE sha256 = ANY($1::text[]) RETURNING storage_key',
    [hashes],
  );
  return [...sizes, ...blobs].map(({ storage_key }) => storage_key);
}
