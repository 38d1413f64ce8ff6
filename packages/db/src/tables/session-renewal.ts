import type { Tx } from '../database.ts';
import { type NewSession, openAt, renewalGraceMs } from './sessions.ts';

/** A session whose cookie is to be renewed. */
export interface Renewal {
  familyHash: string;
  /** SHA-256 of the token that the browser sent. */
  tokenHash: string;
  /** SHA-256 of the token that is to replace it. */
  nextTokenHash: string;
  now: Date;
}

/**
 * What became of a renewal: `renewed` to the next token; `recent` when another tab renewed a moment ago, and nothing was
 * changed; `reused` when an old token came back, so that somebody else has a copy: the session is revoked; `ended` when
 * there is no such open session.
 */
export type RenewalOutcome =
  | { kind: 'renewed' | 'recent'; session: RenewedSession }
  | { kind: 'reused'; session: RenewedSession }
  | { kind: 'ended' };

/** The session of a renewal. */
export interface RenewedSession {
  id: string;
  user_id: string | null;
  expires_at: Date;
}

interface LockedSession extends RenewedSession {
  newest: boolean;
  recent: boolean;
}

/**
 * Renew a session in the caller's transaction. Its row is locked, so that of two tabs one renews and the other finds that
 * it was done.
 */
export async function renewSession(tx: Tx, renewal: Renewal): Promise<RenewalOutcome> {
  const locked = await lockSession(tx, renewal);
  if (!locked) return { kind: 'ended' };
  const { newest, recent, ...session } = locked;
  if (newest) {
    await tx.query(
      `UPDATE sessions SET previous_token_hash = token_hash, token_hash = $2, rotated_at = $3, last_used_at = $3
       WHERE id = $1`,
      [session.id, renewal.nextTokenHash, renewal.now],
    );
    return { kind: 'renewed', session };
  }
  if (recent) return { kind: 'recent', session };
  await tx.query('UPDATE sessions SET revoked_at = $2 WHERE id = $1', [session.id, renewal.now]);
  return { kind: 'reused', session };
}

async function lockSession(tx: Tx, { familyHash, tokenHash, now }: Renewal): Promise<LockedSession | undefined> {
  const [session] = await tx.query<LockedSession>(
    `SELECT session.id, session.user_id, session.expires_at, session.token_hash = $2 AS newest,
       session.previous_token_hash IS NOT DISTINCT FROM $2
         AND session.rotated_at > $3::timestamptz - ${renewalGraceMs} * interval '1 ms' AS recent
     FROM sessions session LEFT JOIN users ON users.id = session.user_id
     WHERE session.family_hash = $1 AND ${openAt('$3')}
     FOR UPDATE OF session`,
    [familyHash, tokenHash, now],
  );
  return session;
}

/** End the open session that a cookie belongs to; undefined when there is none. */
export async function revokeSessionBySecret(
  tx: Tx,
  { familyHash, tokenHash }: Pick<NewSession, 'familyHash' | 'tokenHash'>,
  now: Date,
): Promise<{ id: string; user_id: string | null } | undefined> {
  const [session] = await tx.query<{ id: string; user_id: string | null }>(
    `UPDATE sessions SET revoked_at = $3
     WHERE family_hash = $1 AND $2 IN (token_hash, previous_token_hash) AND revoked_at IS NULL AND expires_at > $3
     RETURNING id, user_id`,
    [familyHash, tokenHash, now],
  );
  return session;
}
