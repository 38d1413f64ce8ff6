import {
  findIdempotencyKey,
  idempotencyConstraint,
  type IdempotencyKey,
  insertIdempotencyKey,
  isUniqueViolation,
  sqlState,
  type StoredAnswer,
  type Tx,
} from '@jobwire/db';
import { appError } from '@jobwire/runtime';

/** An answer, and whether it is the repetition of an earlier one. */
export interface Answer<Body> {
  status: number;
  body: Body;
  replayed: boolean;
}

/** Stores the answer in the transaction that does the work; first in it, where the answer is already known. */
export type RecordAnswer = (tx: Tx, answer: StoredAnswer) => Promise<void>;

/**
 * Do a request's work once per key, and answer every repetition with the first answer. `work` must call `record` with its
 * answer inside its transaction: a repetition fails there, and nothing of it remains. Without a key it is just done.
 *
 * A concurrent repetition waits in PostgreSQL's unique index for the first.
 *
 * @throws AppError IDEMPOTENCY_CONFLICT when the key was used for another request
 * @throws AppError IDEMPOTENCY_IN_PROGRESS when the first did not end within the lock timeout
 */
export async function answerOnce<Body>(
  db: Tx,
  key: IdempotencyKey | undefined,
  work: (record: RecordAnswer) => Promise<{ status: number; body: Body }>,
): Promise<Answer<Body>> {
  if (!key) return { ...(await work(async () => undefined)), replayed: false };
  try {
    return { ...(await work((tx, answer) => insertIdempotencyKey(tx, key, answer))), replayed: false };
  } catch (error) {
    if (sqlState(error) === lockNotAvailable) {
      throw appError('IDEMPOTENCY_IN_PROGRESS', { retryAfterSeconds: 1, cause: error });
    }
    if (!isUniqueViolation(error, idempotencyConstraint)) throw error;
    return replay<Body>(db, key, error);
  }
}

/** PostgreSQL documentation, appendix A. */
const lockNotAvailable = '55P03';

async function replay<Body>(db: Tx, key: IdempotencyKey, cause: unknown): Promise<Answer<Body>> {
  const stored = await findIdempotencyKey(db, key);
  // Retention took it between the two statements: the caller may simply ask again.
  if (!stored) throw appError('IDEMPOTENCY_IN_PROGRESS', { retryAfterSeconds: 1, cause });
  if (stored.fingerprint !== key.fingerprint) {
    throw appError('IDEMPOTENCY_CONFLICT', { detail: 'This Idempotency-Key was used with another body' });
  }
  // Written by `record` of the same route under the same fingerprint: it comes back as it went in.
  return { status: stored.status, body: stored.body as Body, replayed: true };
}
