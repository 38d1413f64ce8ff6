import { type Actor, type Database, eraseEndedJobs, eraseUser, type ErasedUser, insertAuditEntry } from '@jobwire/db';
import type { JobControl } from '@jobwire/queue';
import { AppError, appError, asError, type Emit } from '@jobwire/runtime';

import type { CredentialWatch } from '../auth/credential-watch.ts';
import { ownerScope } from '../idempotency/idempotency-key.ts';

/** What forgetting somebody needs. */
export interface DeleteAccountOptions {
  db: Database;
  credentials: Pick<CredentialWatch, 'end'>;
  control: Pick<JobControl, 'cancel'>;
  emit: Emit;
}

/**
 * Forget a user: their rows in one transaction, then their doors and what they have running. Whoever asks twice at once is
 * told the second time that nobody is signed in.
 *
 * @throws AppError UNAUTHENTICATED when there is no such user any more
 */
export async function deleteAccount(userId: string, options: DeleteAccountOptions): Promise<void> {
  const { db, credentials } = options;
  const actor: Actor = { kind: 'user', id: userId };
  const erased = await db.transaction(async (tx) => {
    const gone = await eraseUser(tx, { userId, scope: ownerScope(userId) });
    if (!gone) throw appError('UNAUTHENTICATED');
    await insertAuditEntry(tx, { actor, action: 'user.deleted', subject: userId });
    return gone;
  });
  credentials.end(erased.sessionIds);
  await cancelJobs(erased, actor, options);
}

/**
 * End what still waits or runs, and empty what ended by that. The account is gone whether or not this works: a job that is
 * not cancelled finds no payload, or a cancelled mail, and ends by itself.
 */
async function cancelJobs(
  { unfinishedJobs }: ErasedUser,
  actor: Actor,
  { db, control, emit }: DeleteAccountOptions,
): Promise<void> {
  try {
    for (const jobId of unfinishedJobs) await control.cancel(jobId, actor).catch(unlessOver);
    await eraseEndedJobs(db, unfinishedJobs);
  } catch (error) {
    emit('cancellation.failed', { jobs: unfinishedJobs.length, error: asError(error) });
  }
}

/** A job may end, or be deleted, while we ask. */
function unlessOver(error: unknown): void {
  if (error instanceof AppError && (error.code === 'JOB_FINISHED' || error.code === 'NOT_FOUND')) return;
  throw error;
}
