import type { Tx } from '../database.ts';

/** Somebody who typed an address, and the mail that follows. */
export interface Registration {
  /** The id of the user row, if the address turns out to be new. */
  userId: string;
  /** The address as people write it, with the domain as A-label. */
  email: string;
  /** What makes two spellings the same address. */
  emailKey: string;
  name: string | null;
  locale: string;
  mail: {
    id: string;
    messageId: string;
    /** The job that sends it. */
    jobId: string;
  };
  token: {
    /** SHA-256 of the token, never the token. */
    hash: string;
    expiresAt: Date;
  };
  /** No second mail to one address within this time, in milliseconds. */
  mailPauseMs: number;
}

/**
 * User, mail and token in one statement. A known address is locked by its update, so that parallel registrations of it
 * come one after the other, and only the first one after the pause becomes its newest mail.
 *
 * The mail goes to the address on the user's row: to a server that tells cases apart, another spelling is another mailbox.
 * A verified user is greeted by their own name, because a stranger could have typed anything.
 */
const register = `
  WITH person AS (
    INSERT INTO users (id, email_original, email_key, name, locale, last_mail_id, last_mail_at)
    VALUES ($1, $2, $3, $4, $5, $6, now())
    ON CONFLICT (email_key) DO UPDATE SET
      last_mail_id = CASE WHEN users.last_mail_at > now() - $10 * interval '1 ms' THEN users.last_mail_id ELSE $6 END,
      last_mail_at = CASE WHEN users.last_mail_at > now() - $10 * interval '1 ms' THEN users.last_mail_at ELSE now() END
    RETURNING id, email_original, email_key, name, locale, verified_at, last_mail_id
  ), mail AS (
    INSERT INTO email_messages (id, user_id, purpose, template, locale, to_address, to_key, to_name, message_id, status,
      job_id)
    SELECT $6, id, 'verify-email',
      CASE WHEN verified_at IS NULL THEN 'welcome' ELSE 'already-registered' END,
      CASE WHEN verified_at IS NULL THEN $5 ELSE locale END,
      split_part(email_original, '@', 1) || '@' || split_part(email_key, '@', 2), email_key,
      CASE WHEN verified_at IS NULL THEN $4 ELSE name END,
      $7, CASE WHEN last_mail_id = $6 THEN 'queued' ELSE 'cancelled' END, $11
    FROM person
  )
  INSERT INTO verification_tokens (token_hash, user_id, purpose, email_key, email_message_id, expires_at)
  SELECT $8, id, 'verify-email', email_key, $6, $9 FROM person`;

/**
 * Write a registration. Known and unknown addresses cost the same. A mail that comes too soon after the last is written
 * as `cancelled`.
 */
export async function insertRegistration(tx: Tx, registration: Registration): Promise<void> {
  const { userId, email, emailKey, name, locale, mail, token, mailPauseMs } = registration;
  await tx.query(
    register,
    [
      userId,
      email,
      emailKey,
      name,
      locale,
      mail.id,
      mail.messageId,
      token.hash,
      token.expiresAt,
      mailPauseMs,
      mail.jobId,
    ],
    'insert-registration',
  );
}
