import type { Tx } from '../database.ts';

/** Somebody who asks to be let in, and the mail that follows. */
export interface SignInRequest {
  /** The address as people write it, with the domain as A-label. */
  email: string;
  /** What makes two spellings the same address. */
  emailKey: string;
  /** Language of the mail to an address without an account; others have chosen theirs. */
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
  /** No more mails to one address than this within an hour. */
  mailsPerHour: number;
}

/**
 * Mail and token in one statement. An address without an account takes the same path: its mail has the other template, and
 * no token row. A disabled user counts as none.
 *
 * The mail goes to the address on the user's row: to a server that tells cases apart, another spelling is another mailbox.
 */
const signIn = `
  WITH person AS (
    SELECT id, email_original, email_key, name, locale FROM users WHERE email_key = $2 AND status <> 'disabled'
  ), recent AS (
    SELECT count(*) AS mails FROM email_messages
    WHERE to_key = $2 AND created_at > now() - interval '1 hour' AND template LIKE 'sign-in%' AND status <> 'cancelled'
  ), mail AS (
    INSERT INTO email_messages (id, user_id, purpose, template, locale, to_address, to_key, to_name, message_id, job_id,
      status)
    SELECT $4, person.id, 'sign-in',
      CASE WHEN person.id IS NULL THEN 'sign-in-unknown' ELSE 'sign-in' END,
      coalesce(person.locale, $3),
      coalesce(split_part(person.email_original, '@', 1) || '@' || split_part(person.email_key, '@', 2), $1), $2,
      person.name, $5, $6, CASE WHEN recent.mails < $9 THEN 'queued' ELSE 'cancelled' END
    FROM recent LEFT JOIN person ON true
  )
  INSERT INTO verification_tokens (token_hash, user_id, purpose, email_key, email_message_id, expires_at)
  SELECT $7, id, 'sign-in', email_key, $4, $8 FROM person`;

/**
 * Write a request to sign in. Requests for one address come one after the other, so that parallel ones are counted too; a
 * mail beyond the limit is written as `cancelled`.
 *
 * Both statements are started at once, so that this fits into a pipeline.
 */
export async function insertSignIn(tx: Tx, request: SignInRequest): Promise<void> {
  const { email, emailKey, locale, mail, token, mailsPerHour } = request;
  await Promise.all([
    // An address without an account has no row to lock.
    tx.query(`SELECT pg_advisory_xact_lock(hashtextextended('sign-in ' || $1, 0))`, [emailKey], 'lock-sign-in'),
    tx.query(
      signIn,
      [email, emailKey, locale, mail.id, mail.messageId, mail.jobId, token.hash, token.expiresAt, mailsPerHour],
      'insert-sign-in',
    ),
  ]);
}
