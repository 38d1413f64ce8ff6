import type { Tx } from '../database.ts';

/** Which notifications of a user: some, or all that were made until then; null is now. */
export type NotificationChoice = { ids: readonly string[] } | { until: Date | null };

/**
 * Mark notifications of a user as read that are not.
 *
 * @returns which those were
 */
export async function markNotificationsRead(
  tx: Tx,
  userId: string,
  choice: NotificationChoice,
  readAt: Date,
): Promise<string[]> {
  const [condition, value] =
    'ids' in choice
      ? ['id = ANY($3)', choice.ids]
      : // What a client knows of a time has no more digits than this.
        ["($3::timestamptz IS NULL OR date_trunc('milliseconds', created_at) <= $3)", choice.until];
  const rows = await tx.query<{ id: string }>(
    `UPDATE notifications SET read_at = $2 WHERE user_id = $1 AND read_at IS NULL AND ${condition} RETURNING id`,
    [userId, readAt, value],
  );
  return rows.map(({ id }) => id).toSorted();
}

/** Mark a user's notification as unread. False when it was, or when there is none. */
export async function markNotificationUnread(tx: Tx, userId: string, id: string): Promise<boolean> {
  const rows = await tx.query(
    'UPDATE notifications SET read_at = NULL WHERE user_id = $1 AND id = $2 AND read_at IS NOT NULL RETURNING 1',
    [userId, id],
  );
  return rows.length > 0;
}

/**
 * Note that a socket or stream of their users has these. One that somebody else is changing right now is read or taken
 * by that, and is left out: two who mark many must not wait for each other.
 */
export async function markNotificationsTaken(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE notifications SET taken_at = now() WHERE id = ANY(ARRAY(
       SELECT id FROM notifications WHERE id = ANY($1::uuid[]) AND taken_at IS NULL FOR UPDATE SKIP LOCKED))`,
    [ids],
    'mark-notifications-taken',
  );
}

/** A notification with what a mail about it needs. */
export interface NotificationToMail {
  title: string;
  body: string | null;
  link: string | null;
  read: boolean;
  taken: boolean;
  /** Whether its user has shown that the address is theirs. */
  verified: boolean;
  user: { id: string; address: string; key: string; name: string | null; locale: string };
}

/** Read a notification with its user. Undefined when it, or its user, is gone or disabled. */
export async function findNotificationToMail(tx: Tx, id: string): Promise<NotificationToMail | undefined> {
  const [row] = await tx.query<NotificationToMail>(
    `SELECT title, body, link, read_at IS NOT NULL AS read, taken_at IS NOT NULL AS taken,
       users.verified_at IS NOT NULL AS verified,
       jsonb_build_object('id', users.id, 'key', email_key, 'name', users.name, 'locale', locale,
         'address', split_part(email_original, '@', 1) || '@' || split_part(email_key, '@', 2)) AS user
     FROM notifications JOIN users ON users.id = user_id
     WHERE notifications.id = $1 AND users.status <> 'disabled'`,
    [id],
  );
  return row;
}
