import type { Tx } from '../database.ts';

/** A session on its way into the record. The tokens themselves are stored nowhere. */
export interface NewSession {
  id: string;
  /** SHA-256 of the part of the cookie that stays. */
  familyHash: string;
  /** SHA-256 of the part that every renewal replaces. */
  tokenHash: string;
  expiresAt: Date;
  /** What the browser calls itself, for the list that its user sees. */
  userAgent: string | null;
}

/** A session that is open: neither revoked nor expired, and its user, if it has one, not disabled. */
export interface OpenSession {
  id: string;
  /** NULL for the session that an administrator's link opened. */
  user_id: string | null;
  admin: boolean;
  /** The user's address as accounts are compared. */
  email_key: string | null;
  /** NULL while the user's address is not verified. */
  verified_at: Date | null;
}

/** How long the token before the newest stays good, in milliseconds: two tabs may renew at the same moment. */
export const renewalGraceMs = 30_000;

/** The condition of an open session, `now` being a parameter; the tables are named `session` and `users`. */
export const openAt = (now: string): string =>
  `session.revoked_at IS NULL AND session.expires_at > ${now} AND users.status IS DISTINCT FROM 'disabled'`;

/** Finds one session and notes its use, at most once a minute: a row that changes with every request would be hot. */
const openSession = (condition: string): string => `
  WITH open AS (
    SELECT session.id, session.user_id, session.admin, session.last_used_at, users.email_key, users.verified_at
    FROM sessions session LEFT JOIN users ON users.id = session.user_id
    WHERE ${condition} AND ${openAt('$2')}
  ), used AS (
    UPDATE sessions SET last_used_at = $2 FROM open
    WHERE sessions.id = open.id AND open.last_used_at < $2::timestamptz - interval '1 minute'
  )
  SELECT id, user_id, admin, email_key, verified_at FROM open`;

const byId = openSession('session.id = $1');
const bySecret = openSession(
  `session.family_hash = $1 AND (session.token_hash = $3
    OR session.previous_token_hash = $3 AND session.rotated_at > $2::timestamptz - ${renewalGraceMs} * interval '1 ms')`,
);

/** Find the open session that an access token names, and note that it was used. */
export async function findSession(tx: Tx, id: string, now: Date): Promise<OpenSession | undefined> {
  const [session] = await tx.query<OpenSession>(byId, [id, now], 'find-session');
  return session;
}

/** Find the open session that a cookie belongs to, by the hashes of both its parts, and note that it was used. */
export async function findSessionBySecret(
  tx: Tx,
  { familyHash, tokenHash }: Pick<NewSession, 'familyHash' | 'tokenHash'>,
  now: Date,
): Promise<OpenSession | undefined> {
  const [session] = await tx.query<OpenSession>(bySecret, [familyHash, now, tokenHash], 'find-session-by-secret');
  return session;
}
