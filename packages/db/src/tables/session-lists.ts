import type { Tx } from '../database.ts';
import { openAt } from './sessions.ts';

/** A session as its user sees it. */
export interface SessionRow {
  id: string;
  created_at: Date;
  /** Exact to a minute. */
  last_used_at: Date;
  expires_at: Date;
  user_agent: string | null;
}

/** The open sessions of a user, the one used last first. */
export async function listSessions(tx: Tx, userId: string, now: Date): Promise<SessionRow[]> {
  return tx.query<SessionRow>(
    `SELECT id, created_at, last_used_at, expires_at, user_agent FROM sessions
     WHERE user_id = $1 AND revoked_at IS NULL AND expires_at > $2 ORDER BY last_used_at DESC, id DESC`,
    [userId, now],
  );
}

/** End an open session of a user (or of the one-time admin link: `null`). False when there is no such session of theirs. */
export async function revokeSession(
  tx: Tx,
  { id, userId, now }: { id: string; userId: string | null; now: Date },
): Promise<boolean> {
  const rows = await tx.query(
    `UPDATE sessions SET revoked_at = $3
     WHERE id = $1 AND user_id IS NOT DISTINCT FROM $2 AND revoked_at IS NULL AND expires_at > $3 RETURNING id`,
    [id, userId, now],
  );
  return rows.length === 1;
}

/** What somebody came in with. */
export interface Credentials {
  sessionIds: readonly string[];
  keyIds: readonly string[];
}

/** Those of the given sessions and keys that are good no more: revoked, expired, deleted, or of a disabled user. */
export async function endedCredentials(tx: Tx, { sessionIds, keyIds }: Credentials, now: Date): Promise<string[]> {
  const rows = await tx.query<{ id: string }>(
    `SELECT held.id FROM unnest($1::uuid[]) held (id)
     WHERE NOT EXISTS (
       SELECT 1 FROM sessions session LEFT JOIN users ON users.id = session.user_id
       WHERE session.id = held.id AND ${openAt('$3')}
     )
     UNION ALL
     SELECT held.id FROM unnest($2::uuid[]) held (id)
     WHERE NOT EXISTS (
       SELECT 1 FROM api_keys key
       WHERE key.id = held.id AND key.revoked_at IS NULL AND (key.expires_at IS NULL OR key.expires_at > $3)
     )`,
    [sessionIds, keyIds, now],
    'ended-credentials',
  );
  return rows.map(({ id }) => id);
}
