import type { Tx } from '../database.ts';
import { idempotencyLifetimeMs } from './idempotency-keys.ts';

/**
 * Rows that have been kept long enough, by table. Answers of idempotency keys are promised for 24 h. Links and sessions
 * stay a week after their end, so that whoever comes late is told why. Mails stay as long as the jobs that failed, which
 * is 30 days; one whose job still tries stays with it. A bulk action goes with the job that carried it out. Notifications that were read stay
 * for 90 days, others for a year. The audit log covers a year and a month.
 */
const kept: readonly [table: string, over: string][] = [
  ['idempotency_keys', `created_at < now() - ${idempotencyLifetimeMs} * interval '1 ms'`],
  ['verification_tokens', "expires_at < now() - interval '7 days'"],
  ['sessions', "least(expires_at, revoked_at) < now() - interval '7 days'"],
  ['api_keys', "least(expires_at, revoked_at) < now() - interval '90 days'"],
  [
    'email_messages',
    `created_at < now() - interval '30 days' AND (
      status IN ('sent', 'uncertain_final', 'failed', 'suppressed', 'cancelled')
      OR NOT EXISTS (SELECT 1 FROM jobs WHERE jobs.id = email_messages.job_id)
    )`,
  ],
  ['suppressions', 'expires_at < now()'],
  [
    'bulk_actions',
    "created_at < now() - interval '1 h' AND NOT EXISTS (SELECT 1 FROM jobs WHERE jobs.id = bulk_actions.job_id)",
  ],
  [
    'notifications',
    `created_at < now() - interval '90 days' AND (read_at IS NOT NULL OR created_at < now() - interval '1 year')`,
  ],
  ['audit_log', "at < now() - interval '400 days'"],
];

/**
 * Delete a batch of what nobody needs any more from each table that is not about jobs.
 *
 * @param limit rows of one table at most, so that no lock is held long
 * @returns the most rows that went from one table; fewer than the limit means that these were the last
 */
export async function deleteOrphans(tx: Tx, limit: number): Promise<number> {
  let most = 0;
  for (const [table, over] of kept) {
    const rows = await tx.query(
      `DELETE FROM ${table} WHERE ctid = ANY(ARRAY(SELECT ctid FROM ${table} WHERE ${over} LIMIT $1)) RETURNING 1`,
      [limit],
    );
    most = Math.max(most, rows.length);
  }
  return most;
}
