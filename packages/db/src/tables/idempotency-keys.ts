import type { Tx } from '../database.ts';

/** The constraint that a repeated key violates. */
export const idempotencyConstraint = 'idempotency_keys_pkey';

/** How long an answer is kept for repetitions, in milliseconds; retention deletes it after that. */
export const idempotencyLifetimeMs = 24 * 60 * 60 * 1_000;

/** Which request a key stands for. */
export interface IdempotencyKey {
  /** Who the key belongs to and on which route: the same key of somebody else is another key. */
  scope: string;
  key: string;
  /** SHA-256 of what was asked. */
  fingerprint: string;
}

/** An answer as it went out. */
export interface StoredAnswer {
  status: number;
  body: unknown;
}

/**
 * Store the answer to a request in the transaction that did its work. A concurrent repeat waits here until that
 * transaction ends.
 *
 * @throws a unique violation of `idempotencyConstraint` when the request was answered before
 */
export async function insertIdempotencyKey(
  tx: Tx,
  { scope, key, fingerprint }: IdempotencyKey,
  { status, body }: StoredAnswer,
): Promise<void> {
  await tx.query(
    'INSERT INTO idempotency_keys (scope, key, fingerprint, status, body) VALUES ($1, $2, $3, $4, $5)',
    [scope, key, fingerprint, status, JSON.stringify(body)],
    'insert-idempotency-key',
  );
}

/** An answer of the record. */
export interface KeptAnswer extends StoredAnswer {
  fingerprint: string;
  at: Date;
}

/** Read what a key was answered with. */
export async function findIdempotencyKey(
  tx: Tx,
  { scope, key }: Pick<IdempotencyKey, 'scope' | 'key'>,
): Promise<KeptAnswer | undefined> {
  const [row] = await tx.query<KeptAnswer>(
    'SELECT fingerprint, status, body, created_at AS at FROM idempotency_keys WHERE scope = $1 AND key = $2',
    [scope, key],
  );
  return row;
}
