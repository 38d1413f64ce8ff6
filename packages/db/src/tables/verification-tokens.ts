import type { Tx } from '../database.ts';
import type { NewSession } from './sessions.ts';
import { userColumns, type UserRow } from './users.ts';

/** Whose link it is, and the session that it opens. */
export interface LinkUse {
  tokenHash: string;
  now: Date;
  session: NewSession;
}

/** Whether a link works: `open` does. */
export type LinkState = 'open' | 'used' | 'expired';

/**
 * Use a link of a mail: the token is spent, its user verified and signed in, and a session opened in one statement, so
 * that of any number of parallel calls exactly one gets the user. An address that was changed since does not count.
 *
 * @returns undefined when the link is not good; `findLink` tells why
 */
export async function useVerificationToken(tx: Tx, { tokenHash, now, session }: LinkUse): Promise<UserRow | undefined> {
  const [user] = await tx.query<UserRow>(
    `WITH spent AS (
       UPDATE verification_tokens SET used_at = $2
       WHERE token_hash = $1 AND purpose IN ('verify-email', 'sign-in') AND used_at IS NULL AND expires_at > $2
       RETURNING user_id, email_key
     ), verified AS (
       UPDATE users SET verified_at = coalesce(verified_at, $2), status = 'active', last_sign_in_at = $2,
         sign_in_count = sign_in_count + 1
       FROM spent WHERE users.id = spent.user_id AND users.email_key = spent.email_key AND users.status <> 'disabled'
       RETURNING ${userColumns}
     ), opened AS (
       INSERT INTO sessions (id, user_id, family_hash, token_hash, created_at, rotated_at, last_used_at, expires_at,
         user_agent)
       SELECT $3, id, $4, $5, $2, $2, $2, $6, $7 FROM verified
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
 * @returns false when the link is not good; `findLink` tells why
 */
export async function useAdminToken(tx: Tx, { tokenHash, now, session }: LinkUse): Promise<boolean> {
  const rows = await tx.query(
    `WITH spent AS (
       UPDATE verification_tokens SET used_at = $2
       WHERE token_hash = $1 AND purpose = 'admin-link' AND used_at IS NULL AND expires_at > $2
       RETURNING token_hash
     )
     INSERT INTO sessions (id, family_hash, token_hash, admin, created_at, rotated_at, last_used_at, expires_at, user_agent)
     SELECT $3, $4, $5, true, $2, $2, $2, $6, $7 FROM spent RETURNING id`,
    [tokenHash, now, session.id, session.familyHash, session.tokenHash, session.expiresAt, session.userAgent],
  );
  return rows.length === 1;
}

/** What a link is for: those of mails verify and sign in, that of an administrator opens the administrators' pages. */
export type LinkPurpose = 'verify-email' | 'sign-in' | 'admin-link';

/** Tell what a link is for and whether it could be used now, without using it. Undefined when there is no such link. */
export async function findLink(
  tx: Tx,
  purposes: readonly LinkPurpose[],
  tokenHash: string,
  now: Date,
): Promise<{ purpose: LinkPurpose; state: LinkState } | undefined> {
  const [row] = await tx.query<{ purpose: LinkPurpose; used_at: Date | null; expires_at: Date }>(
    'SELECT purpose, used_at, expires_at FROM verification_tokens WHERE token_hash = $1 AND purpose = ANY($2)',
    [tokenHash, purposes],
  );
  if (!row) return undefined;
  if (row.used_at) return { purpose: row.purpose, state: 'used' };
  return { purpose: row.purpose, state: row.expires_at > now ? 'open' : 'expired' };
}
