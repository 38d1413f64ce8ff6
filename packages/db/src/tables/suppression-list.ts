import type { Tx } from '../database.ts';

/** An address that no mail goes to, as administrators see it. */
export interface SuppressionRow {
  email_key: string;
  reason: 'hard_bounce' | 'manual';
  /** What the server said. */
  reply: string | null;
  created_at: Date;
  /** Null: never. */
  expires_at: Date | null;
}

/** Which part of the list. */
export interface SuppressionPage {
  /** Addresses behind this one, in the order of the list; null begins. */
  after: string | null;
  /** Rows at most. */
  limit: number;
  now: Date;
}

/** Read a page of the addresses that are suppressed now, ordered by address. */
export async function listSuppressions(tx: Tx, { after, limit, now }: SuppressionPage): Promise<SuppressionRow[]> {
  return tx.query<SuppressionRow>(
    `SELECT email_key, reason, reply, created_at, expires_at FROM suppressions
     WHERE email_key > coalesce($1, '') AND (expires_at IS NULL OR expires_at > $2)
     ORDER BY email_key LIMIT $3`,
    [after, now, limit],
  );
}

/** Let mails go to an address again. False when it was not suppressed. */
export async function deleteSuppression(tx: Tx, emailKey: string): Promise<boolean> {
  const rows = await tx.query('DELETE FROM suppressions WHERE email_key = $1 RETURNING email_key', [emailKey]);
  return rows.length > 0;
}
