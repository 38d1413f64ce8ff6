import type { Tx } from '../database.ts';

/** An address that does not exist, as a mail server said. */
export interface HardBounce {
  /** What makes two spellings the same address. */
  emailKey: string;
  reply: string | null;
  emailMessageId: string;
  /** Forgotten after so many milliseconds: addresses are given out again. */
  forMs: number;
}

/** Let no mail go to an address that bounced. What an operator has decided about it stays. */
export async function suppressBounced(tx: Tx, { emailKey, reply, emailMessageId, forMs }: HardBounce): Promise<void> {
  await tx.query(
    `INSERT INTO suppressions (email_key, reason, reply, email_message_id, expires_at)
     VALUES ($1, 'hard_bounce', $2, $3, now() + $4 * interval '1 ms')
     ON CONFLICT (email_key) DO UPDATE SET reply = EXCLUDED.reply, email_message_id = EXCLUDED.email_message_id,
       created_at = now(), expires_at = EXCLUDED.expires_at
     WHERE suppressions.reason = 'hard_bounce'`,
    [emailKey, reply, emailMessageId, forMs],
    'suppress-bounced',
  );
}

/** Forget that an address bounced: somebody reads it, or nobody knows it any more. What an operator decided stays. */
export async function forgetBounce(tx: Tx, emailKey: string): Promise<void> {
  await tx.query(`DELETE FROM suppressions WHERE email_key = $1 AND reason = 'hard_bounce'`, [emailKey]);
}
