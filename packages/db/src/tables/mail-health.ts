import type { Tx } from '../database.ts';

/** What failed, as far as it may concern all mails: our settings, the server's opinion of us, or the way to the server. */
export type MailFailure = 'config' | 'policy' | 'transient';

/** When failures of one kind hold all mail. */
export interface HoldRule {
  failure: MailFailure;
  /** So many in a row. */
  after: number;
  /** For so many milliseconds. */
  forMs: number;
}

/** Whether all mail is held after a failure. */
export interface MailHold {
  /** This failure began it: of all runs in all processes exactly one is told so. */
  begins: boolean;
  /** How long it lasts from now, in milliseconds; 0 when mail is not held. */
  remainingMs: number;
}

/**
 * Count a failure over all workers, and hold all mail when it is one too many in a row. After a hold the count goes on,
 * so that the next failure holds again and only a mail that is taken ends the row.
 */
export async function countMailFailure(tx: Tx, { failure, after, forMs }: HoldRule): Promise<MailHold> {
  const [row] = await tx.query<{ begins: boolean; remaining_ms: number }>(
    `WITH health AS (
       SELECT policy_failures + CASE $1 WHEN 'policy' THEN 1 ELSE 0 END AS policy,
         transient_failures + CASE $1 WHEN 'transient' THEN 1 ELSE 0 END AS transient,
         coalesce(held_until > now(), false) AS held
       FROM mail_health WHERE only_row FOR UPDATE
     ), due AS (
       SELECT policy, transient,
         NOT held AND CASE $1 WHEN 'policy' THEN policy >= $2 WHEN 'transient' THEN transient >= $2 ELSE true END AS begins
       FROM health
     )
     UPDATE mail_health SET policy_failures = due.policy, transient_failures = due.transient,
       held_until = CASE WHEN due.begins THEN now() + $3 * interval '1 ms' ELSE held_until END
     FROM due WHERE only_row
     RETURNING due.begins,
       greatest(0, coalesce(extract(epoch FROM held_until - now()) * 1000, 0))::float8 AS remaining_ms`,
    [failure, after, forMs],
    'count-mail-failure',
  );
  return { begins: row?.begins ?? false, remainingMs: row?.remaining_ms ?? 0 };
}
