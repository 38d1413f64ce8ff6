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
}

/** How long the token before the newest stays good, in milliseconds: two tabs may renew at the same moment. */
export const renewalGraceMs = 30_000;

const openSession = (condition: string, now: string): string => `
  SELECT session.id, session.user_id, session.admin
  FROM sessions session LEFT JOIN users ON users.id = session.user_id
  WHERE ${condition} AND session.revoked_at IS NULL AND session.expires_at > ${now}
    AND users.status IS DISTINCT FROM 'disabled'`;

const byId = openSession('session.id = $1', '$2');
const bySecret = openSession(
  `session.family_hash = $1 AND (session.token_hash = $2
    OR session.previous_token_hash = $2 AND session.rotated_at > $3::timestamptz - ${renewalGraceMs} * interval '1 ms')`,
  '$3',
);

/** Find the open session that an access token names. */
export async function findSession(tx: Tx, id: string, now: Date): Promise<OpenSession | undefined> {
  const [session] = await tx.query<OpenSession>(byId, [id, now], 'find-session');
  return session;
}

/** Find the open session that a cookie belongs to, by the hashes of both its parts. */
export async function findSessionBySecret(
  tx: Tx,
  { familyHash, tokenHash }: Pick<NewSession, 'familyHash' | 'tokenHash'>,
  now: Date,
): Promise<OpenSession | undefined> {
  const [session] = await tx.query<OpenSession>(bySecret, [familyHash, tokenHash, now], 'find-session-by-secret');
  return session;
}
