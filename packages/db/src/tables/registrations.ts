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
  };
  token: {
    id: string;
    /** SHA-256 of the token, never the token. */
    hash: string;
    expiresAt: Date;
  };
  /** No second mail to one address within this time, in milliseconds. */
  mailPauseMs: number;
}

/**
 * The user. A known address is locked, not changed, so that parallel registrations of it come one after the other; only
 * the first one after the pause becomes its newest mail.
 */
const upsertUser = `
  INSERT INTO users (id, email_original, email_key, name, locale, last_mail_id, last_mail_at)
  VALUES ($1, $2, $3, $4, $5, $6, now())
  ON CONFLICT (email_key) DO UPDATE SET last_mail_id = EXCLUDED.last_mail_id, last_mail_at = now()
    WHERE users.last_mail_at IS NULL OR users.last_mail_at <= now() - $7 * interval '1 ms'`;

/**
 * The mail and its token. It goes to the address on the user's row: to a server that tells cases apart, another spelling
 * is another mailbox. A verified user is greeted by their own name, because a stranger could have typed anything.
 */
const insertMail = `
  WITH person AS (
    SELECT * FROM users WHERE email_key = $2
  ), mail AS (
    INSERT INTO email_messages (id, user_id, purpose, template, locale, to_address, to_key, to_name, message_id, status)
    SELECT $1, person.id, 'verify-email',
      CASE WHEN verified_at IS NULL THEN 'welcome' ELSE 'already-registered' END,
      CASE WHEN verified_at IS NULL THEN $4 ELSE person.locale END,
      split_part(email_original, '@', 1) || '@' || split_part(email_key, '@', 2), email_key,
      CASE WHEN verified_at IS NULL THEN $3 ELSE person.name END,
      $5, CASE WHEN last_mail_id = $1 THEN 'queued' ELSE 'cancelled' END
    FROM person
  )
  INSERT INTO verification_tokens (id, user_id, purpose, email_key, token_hash, email_message_id, expires_at)
  SELECT $6, person.id, 'verify-email', email_key, $7, $1, $8 FROM person`;

/**
 * Write a registration: two statements, the second after the first, on one connection (`Database.pipeline`). Known and
 * unknown addresses cost the same. A mail that comes too soon after the last is written as `cancelled`.
 */
export async function insertRegistration(tx: Tx, registration: Registration): Promise<void> {
  const { userId, email, emailKey, name, locale, mail, token, mailPauseMs } = registration;
  await Promise.all([
    tx.query(upsertUser, [userId, email, emailKey, name, locale, mail.id, mailPauseMs], 'upsert-user'),
    tx.query(
      insertMail,
      [mail.id, emailKey, name, locale, mail.messageId, token.id, token.hash, token.expiresAt],
      'insert-registration-mail',
    ),
  ]);
}
