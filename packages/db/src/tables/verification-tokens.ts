import type { Tx } from '../database.ts';
import type { NewSession } from './sessions.ts';

/** A user as they see themselves. */
export interface UserRow {
  id: string;
  email_original: string;
  name: string | null;
  locale: string;
  verified_at: Date;
}

/** Whose link it is, and the session that it opens. */
export interface LinkUse {
  tokenHash: string;
  now: Date;
  session: NewSession;
}

/** Whether a link works: `open` does. */
export type LinkState = 'open' | 'used' | 'expired' | 'unknown';

/**
 * Use a link of a mail: the token is spent, its user verified and a session opened in one statement, so that of any
 * number of parallel calls exactly one gets the user. An address that was changed since does not count.
 *
 * @returns undefined when the link is not good; `linkState` tells why
 */
export async function useVerificationToken(tx: Tx, { tokenHash, now, session }: LinkUse): Promise<UserRow | undefined> {
  const [user] = await tx.query<UserRow>(
    `WITH spent AS (
       UPDATE verification_tokens SET used_at = $2
       WHERE token_hash = $1 AND purpose = 'verify-email' AND used_at IS NULL AND expires_at > $2
       RETURNING user_id, email_key
     ), verified AS (
       UPDATE users SET verified_at = coalesce(verified_at, $2), status = 'active'
       FROM spent WHERE users.id = spent.user_id AND users.email_key = spent.email_key AND users.status <> 'disabled'
       RETURNING users.id, email_original, name, locale, verified_at
     ), opened AS (
       INSERT INTO sessions (id, user_id, family_hash, token_hash, expires_at, user_agent)
       SELECT $3, id, $4, $5, $6, $7 FROM verified
     )
     SELECT * FROM verified`,
    [tokenHash, now, session.id, session.familyHash, session.tokenHash, session.expiresAt, session.userAgent],
  );
  return user;
}

/** Write the token of a one-time link that makes whoever has it an administrator. */
export async function insertAdminToken(tx: Tx, token: { hash: string; expiresAt: Date }): Promise<void> {
  await tx.query(`INSERT INTO verification_tokens (token_hash, purpose, expires_at) VALUES ($1, 'admin-link', $2)`, [
    token.hash,
    token.expiresAt,
  ]);
}

/**
 * Use an administrator's link: the token is spent and the session opened in one statement.
 *
 * @returns false when the link is not good; `linkState` tells why
 */
export async function useAdminToken(tx: Tx, { tokenHash, now, session }: LinkUse): Promise<boolean> {
  const rows = await tx.query(
    `WITH spent AS (
       UPDATE verification_tokens SET used_at = $2
       WHERE token_hash = $1 AND purpose = 'admin-link' AND used_at IS NULL AND expires_at > $2
       RETURNING token_hash
     )
     INSERT INTO sessions (id, family_hash, token_hash, admin, expires_at, user_agent)
     SELECT $3, $4, $5, true, $6, $7 FROM spent RETURNING id`,
    [tokenHash, now, session.id, session.familyHash, session.tokenHash, session.expiresAt, session.userAgent],
  );
  return rows.length === 1;
}

/** What a link is for. */
export type LinkPurpose = 'verify-email' | 'admin-link';

/** Tell whether a link could be used now, without using it. */
export async function linkState(tx: Tx, purpose: LinkPurpose, tokenHash: string, now: Date): Promise<LinkState> {
  const [row] = await tx.query<{ used_at: Date | null; expires_at: Date }>(
    'SELECT used_at, expires_at FROM verification_tokens WHERE token_hash = $1 AND purpose = $2',
    [tokenHash, purpose],
  );
  if (!row) return 'unknown';
  if (row.used_at) return 'used';
  return row.expires_at > now ? 'open' : 'expired';
}
