import type { Tx } from '../database.ts';

/** A session that is open: neither revoked nor expired, and its user, if it has one, not disabled. */
export interface OpenSession {
  id: string;
  /** NULL for the session that an administrator's link opened. */
  user_id: string | null;
  admin: boolean;
}

const openSession = (column: 'id' | 'token_hash'): string => `
  SELECT session.id, session.user_id, session.admin
  FROM sessions session LEFT JOIN users ON users.id = session.user_id
  WHERE session.${column} = $1 AND session.revoked_at IS NULL AND session.expires_at > $2
    AND users.status IS DISTINCT FROM 'disabled'`;

const byId = openSession('id');
const byToken = openSession('token_hash');

/** Find the open session that an access token names. */
export async function findSession(tx: Tx, id: string, now: Date): Promise<OpenSession | undefined> {
  const [session] = await tx.query<OpenSession>(byId, [id, now], 'find-session');
  return session;
}

/** Find the open session that a cookie belongs to. */
export async function findSessionByToken(tx: Tx, tokenHash: string, now: Date): Promise<OpenSession | undefined> {
  const [session] = await tx.query<OpenSession>(byToken, [tokenHash, now], 'find-session-by-token');
  return session;
}
