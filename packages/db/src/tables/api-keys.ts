import type { Tx } from '../database.ts';

/** A key on its way into the record. The key itself is stored nowhere. */
export interface NewApiKey {
  id: string;
  /** For people: which program it is for. */
  name: string;
  /** SHA-256 of the key. */
  tokenHash: string;
  /** Names of jobs that it may start and see; `*` stands for any characters. */
  jobs: readonly string[];
  /** Null: good until it is revoked. */
  expiresAt: Date | null;
}

/** A key as operators see it. */
export interface ApiKeyRow {
  id: string;
  name: string;
  jobs: string[];
  created_at: Date;
  /** Exact to a minute; null before the first use. */
  last_used_at: Date | null;
  expires_at: Date | null;
  revoked_at: Date | null;
}

/** Write a key. */
export async function insertApiKey(tx: Tx, { id, name, tokenHash, jobs, expiresAt }: NewApiKey): Promise<void> {
  await tx.query('INSERT INTO api_keys (id, name, token_hash, jobs, expires_at) VALUES ($1, $2, $3, $4, $5)', [
    id,
    name,
    tokenHash,
    jobs,
    expiresAt,
  ]);
}

/** Every key that is known, oldest first. */
export async function listApiKeys(tx: Tx): Promise<ApiKeyRow[]> {
  return tx.query<ApiKeyRow>(
    'SELECT id, name, jobs, created_at, last_used_at, expires_at, revoked_at FROM api_keys ORDER BY id',
  );
}

/** End a key. False when there is none, or when it was revoked before. */
export async function revokeApiKey(tx: Tx, id: string, now: Date): Promise<boolean> {
  const rows = await tx.query('UPDATE api_keys SET revoked_at = $2 WHERE id = $1 AND revoked_at IS NULL RETURNING id', [
    id,
    now,
  ]);
  return rows.length === 1;
}

/** Find the key that is good now by its hash, and note its use, at most once a minute. */
export async function findApiKey(
  tx: Tx,
  tokenHash: string,
  now: Date,
): Promise<{ id: string; jobs: string[] } | undefined> {
  const [key] = await tx.query<{ id: string; jobs: string[] }>(
    `WITH good AS (
       SELECT id, jobs, last_used_at FROM api_keys
       WHERE token_hash = $1 AND revoked_at IS NULL AND (expires_at IS NULL OR expires_at > $2)
     ), used AS (
       UPDATE api_keys SET last_used_at = $2 FROM good
       WHERE api_keys.id = good.id
         AND (good.last_used_at IS NULL OR good.last_used_at < $2::timestamptz - interval '1 minute')
     )
     SELECT id, jobs FROM good`,
    [tokenHash, now],
    'find-api-key',
  );
  return key;
}
