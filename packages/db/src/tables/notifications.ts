import type { Tx } from '../database.ts';

/** Something that a user should know, as they see it. */
export interface NotificationRow {
  id: string;
  title: string;
  body: string | null;
  link: string | null;
  data: Record<string, unknown> | null;
  created_at: Date;
  /** Null until it was read. */
  read_at: Date | null;
}

const columns = 'id, title, body, link, data, created_at, read_at';

/** A notification on its way into the record. */
export interface NewNotification {
  id: string;
  userId: string;
  title: string;
  body: string | null;
  link: string | null;
  data: Record<string, unknown> | null;
}

/** Write a notification. @throws what PostgreSQL says (23503) when there is no such user */
export async function insertNotification(tx: Tx, given: NewNotification): Promise<NotificationRow> {
  const { id, userId, title, body, link, data } = given;
  const [row] = await tx.query<NotificationRow>(
    `INSERT INTO notifications (id, user_id, title, body, link, data) VALUES ($1, $2, $3, $4, $5, $6)
     RETURNING ${columns}`,
    [id, userId, title, body, link, data === null ? null : JSON.stringify(data)],
    'insert-notification',
  );
  if (!row) throw new Error('The notification was not stored');
  return row;
}

/** How many notifications a user has not read. */
export async function countUnread(tx: Tx, userId: string): Promise<number> {
  const [row] = await tx.query<{ unread: number }>(
    'SELECT count(*)::int AS unread FROM notifications WHERE user_id = $1 AND read_at IS NULL',
    [userId],
    'count-unread-notifications',
  );
  return row?.unread ?? 0;
}

/** Which notifications of a user. */
export interface NotificationPage {
  userId: string;
  unreadOnly: boolean;
  /** Id of the one that the page follows. */
  after: string | undefined;
  /** Rows at most. */
  limit: number;
}

/** Read a page of a user's notifications, the newest first. */
export async function listNotifications(
  tx: Tx,
  { userId, unreadOnly, after, limit }: NotificationPage,
): Promise<NotificationRow[]> {
  return tx.query<NotificationRow>(
    `SELECT ${columns} FROM notifications
     WHERE user_id = $1 AND ($2::uuid IS NULL OR id < $2) ${unreadOnly ? 'AND read_at IS NULL' : ''}
     ORDER BY id DESC LIMIT $3`,
    [userId, after, limit],
  );
}

/** Read a user's notification. */
export async function findNotification(tx: Tx, userId: string, id: string): Promise<NotificationRow | undefined> {
  const [row] = await tx.query<NotificationRow>(`SELECT ${columns} FROM notifications WHERE id = $2 AND user_id = $1`, [
    userId,
    id,
  ]);
  return row;
}

/** A user's notifications and how far their channel is. */
export interface InboxState {
  /** Number of the newest event of the channel. */
  seq: number;
  unread: number;
  /** The newest first. */
  newest: NotificationRow[];
}

/**
 * Read unread count, newest notifications and the channel's number in one statement.
 *
 * @param channel the whole name of the user's channel
 * @returns undefined when there is no such user, or no longer
 */
export async function readInbox(
  tx: Tx,
  userId: string,
  channel: string,
  limit: number,
): Promise<InboxState | undefined> {
  const [row] = await tx.query<{ seq: number; unread: number; newest: (NotificationRow & Times)[] }>(
    `SELECT coalesce((SELECT seq FROM channels WHERE name = $2), 0) AS seq,
       (SELECT count(*)::int FROM notifications WHERE user_id = users.id AND read_at IS NULL) AS unread,
       coalesce((SELECT jsonb_agg(to_jsonb(newest) ORDER BY newest.id DESC) FROM (
         SELECT ${columns} FROM notifications WHERE user_id = users.id ORDER BY id DESC LIMIT $3) AS newest), '[]') AS newest
     FROM users WHERE users.id = $1 AND users.status <> 'disabled'`,
    [userId, channel, limit],
    'read-inbox',
  );
  return row && { ...row, newest: row.newest.map(withDates) };
}

/** Times as they come out of JSON. */
interface Times {
  created_at: string | Date;
  read_at: string | Date | null;
}

function withDates(row: NotificationRow & Times): NotificationRow {
  return { ...row, created_at: new Date(row.created_at), read_at: row.read_at === null ? null : new Date(row.read_at) };
}
