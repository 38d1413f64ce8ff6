import {
  findIdempotencyKey,
  idempotencyConstraint,
  type IdempotencyKey,
  idempotencyLifetimeMs,
  insertIdempotencyKey,
  isUniqueViolation,
  type KeptAnswer,
  sqlState,
  type StoredAnswer,
  type Tx,
} from '@jobwire/db';
import { AppError, appError, errorCatalogue } from '@jobwire/runtime';

/** An answer, and whether it is the repetition of an earlier one. */
export interface Answer<Body> {
  status: number;
  body: Body;
  replayed: boolean;
  /** With a key: until when repetitions are answered with this. */
  repeatableUntil?: Date;
}

/** Stores the answer in the transaction that does the work; first in it, where the answer is already known. */
export type RecordAnswer = (tx: Tx, answer: StoredAnswer) => Promise<void>;

/**
 * Do a request's work once per key, and answer every repetition with the first answer. `work` must call `record` with its
 * answer inside its transaction: a repetition fails there, and nothing of it remains. Without a key it is just done.
 *
 * A concurrent repetition waits in PostgreSQL's unique index for the first. One that is refused because the caller has too
 * much already still gets the answer of the first, which is part of that.
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
    const answer = await work((tx, given) => insertIdempotencyKey(tx, key, given));
    return { ...answer, replayed: false, repeatableUntil: new Date(Date.now() + idempotencyLifetimeMs) };
  } catch (error) {
    if (sqlState(error) === lockNotAvailable) throw inProgress(error);
    const repeated = isUniqueViolation(error, idempotencyConstraint);
    if (!repeated && !isTooMuch(error)) throw error;
    const stored = await findIdempotencyKey(db, key);
    if (stored) return replay<Body>(key, stored);
    // Retention took it between the two statements: the caller may simply ask again.
    throw repeated ? inProgress(error) : error;
  }
}

/** PostgreSQL documentation, appendix A. */
const lockNotAvailable = '55P03';

function inProgress(cause: unknown): AppError {
  return appError('IDEMPOTENCY_IN_PROGRESS', { retryAfterSeconds: 1, cause });
}

/** Such a refusal is never stored: it may be over when the caller asks again. */
function isTooMuch(error: unknown): boolean {
  return error instanceof AppError && errorCatalogue[error.code].status === 429;
}

function replay<Body>(key: IdempotencyKey, stored: KeptAnswer): Answer<Body> {
  if (stored.fingerprint !== key.fingerprint) {
    throw appError('IDEMPOTENCY_CONFLICT', { detail: 'This Idempotency-Key was used with another body' });
  }
  const repeatableUntil = new Date(stored.at.getTime() + idempotencyLifetimeMs);
  // Written by `record` of the same route under the same fingerprint: it comes back as it went in.
  return { status: stored.status, body: stored.body as Body, replayed: true, repeatableUntil };
}
