import type { Tx } from '../database.ts';
import { disownJobs, eraseEndedJobs } from './job-erasure.ts';
import { forgetBounce } from './suppressions.ts';

/** Who is to be forgotten. */
export interface Erasure {
  userId: string;
  /** What the scopes of their idempotency keys begin with. */
  scope: string;
}

/** What is left to do once a user is gone. */
export interface ErasedUser {
  /** Their jobs, and those of mails that were not sent yet, that have not ended. */
  unfinishedJobs: string[];
  /** The sessions that ended with them. */
  sessionIds: string[];
}

/**
 * Forget a user, in the caller's transaction. What stays says nothing about a person: jobs without owner and content, mails
 * without address, uploads without owner until the sweeper takes them with their bytes.
 *
 * Links go first and the user's row last, in the order in which the use of a link locks them.
 *
 * @returns undefined when there is no such user
 */
export async function eraseUser(tx: Tx, { userId, scope }: Erasure): Promise<ErasedUser | undefined> {
  await tx.query('DELETE FROM verification_tokens WHERE user_id = $1', [userId]);
  const [user] = await tx.query<{ email_key: string }>('SELECT email_key FROM users WHERE id = $1 FOR UPDATE', [
    userId,
  ]);
  if (!user) return undefined;
  const jobs = await disownJobs(tx, userId);
  await eraseEndedJobs(tx, jobs.ids);
  const unsent = await eraseMails(tx, userId, user.email_key);
  await eraseUploads(tx, userId);
  await forgetBounce(tx, user.email_key);
  await eraseChannel(tx, `user:${userId}`);
  await eraseMessages(tx, userId);
  await tx.query(`DELETE FROM idempotency_keys WHERE starts_with(scope, $1 || ' ')`, [scope]);
  const sessions = await tx.query<{ id: string }>('DELETE FROM sessions WHERE user_id = $1 RETURNING id', [userId]);
  // Their notifications and memberships go with the row.
  await tx.query('DELETE FROM users WHERE id = $1', [userId]);
  return { unfinishedJobs: [...jobs.unfinished, ...unsent], sessionIds: sessions.map(({ id }) => id) };
}

/**
 * Erase who the mails went to, also those that told an address that it has no account yet. What was not sent is
 * cancelled, and a mail that is being sent right now gets no second copy.
 *
 * @returns the jobs of the cancelled mails
 */
async function eraseMails(tx: Tx, userId: string, emailKey: string): Promise<string[]> {
  const cancelled = await tx.query<{ job_id: string }>(
    `WITH theirs AS (
       SELECT id, status IN ('queued', 'sending', 'retry_wait', 'uncertain') AS unsent FROM email_messages
       WHERE user_id = $1 OR (user_id IS NULL AND purpose = 'sign-in' AND to_key = $2)
       ORDER BY id FOR UPDATE
     ), erased AS (
       UPDATE email_messages mail SET to_address = '', to_key = '', to_name = NULL, last_reply = NULL,
         status = CASE WHEN theirs.unsent THEN 'cancelled' ELSE mail.status END
       FROM theirs WHERE mail.id = theirs.id
       RETURNING mail.job_id, theirs.unsent
     )
     SELECT job_id FROM erased WHERE unsent AND job_id IS NOT NULL`,
    [userId, emailKey],
  );
  return cancelled.map(({ job_id }) => job_id);
}

/** Delete what a user was told. Their id does not come back, so neither does the channel. */
async function eraseChannel(tx: Tx, channel: string): Promise<void> {
  await tx.query('WITH gone AS (DELETE FROM channels WHERE name = $1) DELETE FROM channel_events WHERE channel = $1', [
    channel,
  ]);
}

/** Erase name and words of what a user wrote in rooms. The events stay: a log without gaps is what others rely on. */
async function eraseMessages(tx: Tx, userId: string): Promise<void> {
  await tx.query(
    `UPDATE channel_events SET data = data || jsonb_build_object('from', data -> 'from' || '{"name": null}', 'data', NULL)
     WHERE author = $1 AND data ? 'from'`,
    [userId],
  );
}

/**
 * Delete the uploads. The rows of their sizes stay, because they alone say where the sweeper finds the bytes; nobody can
 * reach them through a deleted upload.
 */
async function eraseUploads(tx: Tx, userId: string): Promise<void> {
  await tx.query(
    `UPDATE uploads SET owner_id = NULL, display_name = NULL, thumbhash = NULL, deleted_at = coalesce(deleted_at, now())
     WHERE owner_id = $1`,
    [userId],
  );
}
