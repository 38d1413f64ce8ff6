import type { Database } from '@jobwire/db';

/**
 * Let the time come for everything that waits for it: backoffs, the second copy of a mail, pauses, the pace of mails.
 * The clocks are moved in the record, because nobody waits for six hours in a test.
 */
export async function skipWaits(db: Database): Promise<void> {
  await db.query('UPDATE email_messages SET not_before = now() WHERE not_before > now()');
  await db.query(
    `UPDATE mail_paces SET next_at = now(), backlog_at = now() WHERE greatest(next_at, backlog_at) > now()`,
  );
  await db.query('UPDATE mail_health SET held_until = now() WHERE held_until > now()');
  await db.query('UPDATE queue_settings SET paused_until = now() WHERE paused_until > now()');
  // Also what the engine holds until its time: the dispatcher delivers it anew, and the old delivery does nothing.
  await db.query(
    `UPDATE jobs SET run_at = now(), next_attempt_at = now(), dispatched_at = NULL, dispatch_lease_until = NULL
     WHERE state = 'retrying' AND claim_token IS NULL AND greatest(run_at, next_attempt_at) > now()`,
  );
}

/** Forget what all mails share, so that what one test did to it does not concern the next. */
export async function restoreHealth(db: Database): Promise<void> {
  await db.query('UPDATE mail_health SET policy_failures = 0, transient_failures = 0, held_until = NULL');
}

/** Deliver a job once more, although the engine has it: as after a loss of the engine's memory, or by two dispatchers. */
export async function deliverAgain(db: Database, jobId: string): Promise<void> {
  await db.query('UPDATE jobs SET run_at = now(), dispatched_at = NULL, dispatch_lease_until = NULL WHERE id = $1', [
    jobId,
  ]);
}
