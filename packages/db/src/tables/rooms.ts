import type { Tx } from '../database.ts';
import type { ChannelLogEvent } from './channel-events.ts';
import { presentMembers, type RoomMember } from './room-presence.ts';

/** A room at one moment. */
export interface RoomState {
  /** Number of the newest event that the state contains. */
  seq: number;
  open: boolean;
  /** Members who are there, over all processes. */
  online: number;
  /** The first of them. */
  members: RoomMember[];
  /** The newest messages, oldest first. */
  messages: ChannelLogEvent[];
}

/** How much of a room is read. */
export interface RoomStateLimits {
  members: number;
  /** 0 reads none. */
  messages: number;
}

/** What is allowed to one caller; neither id: a program or a stranger, for whom only open rooms are. */
export interface RoomAccessQuestion {
  room: string;
  userId: string | null;
}

/** A room in a list. */
export interface RoomSummary {
  name: string;
  open: boolean;
  online: number;
  /** How many may enter when it is closed. */
  roster: number;
}

/**
 * Read a room, in one statement, so that state and number belong together. A room that nobody has set up is open.
 *
 * @param channel the room's channel
 */
export async function readRoomState(
  tx: Tx,
  room: string,
  channel: string,
  limits: RoomStateLimits,
): Promise<RoomState> {
  const [row] = await tx.query<RoomState>(
    `WITH present AS (${presentMembers('presence.room = $1')})
     SELECT coalesce((SELECT seq FROM channels WHERE name = $2), 0) AS seq,
       coalesce((SELECT open FROM rooms WHERE name = $1), true) AS open,
       (SELECT count(*)::int FROM present) AS online,
       (SELECT coalesce(json_agg(json_build_object('id', member_id, 'name', name, 'kind', kind)
            ORDER BY since, member_id), '[]')
        FROM (SELECT * FROM present ORDER BY since, member_id LIMIT $3) first) AS members,
       (SELECT coalesce(json_agg(json_build_object('seq', seq, 'type', type, 'at', at, 'data', data) ORDER BY seq), '[]')
        FROM (SELECT seq, type, at, data FROM channel_events
              WHERE channel = $2 AND type = 'room.message' ORDER BY seq DESC LIMIT $4) newest) AS messages`,
    [room, channel, limits.members, limits.messages],
    'read-room-state',
  );
  if (!row) throw new Error('The state was not read');
  // JSON has times as PostgreSQL writes them.
  return { ...row, messages: row.messages.map((event) => ({ ...event, at: new Date(event.at).toISOString() })) };
}

/** Which of these may not be in the room they name, in the order of the questions: true stands for "may not". */
export async function closedTo(tx: Tx, questions: readonly RoomAccessQuestion[]): Promise<boolean[]> {
  const rows = await tx.query<{ closed: boolean }>(
    `SELECT EXISTS (SELECT 1 FROM rooms WHERE rooms.name = asked.room AND NOT rooms.open)
       AND NOT EXISTS (SELECT 1 FROM room_members
         WHERE room_members.room = asked.room AND room_members.user_id = asked.user_id) AS closed
     FROM unnest($1::text[], $2::uuid[]) WITH ORDINALITY AS asked (room, user_id, place) ORDER BY place`,
    [questions.map(({ room }) => room), questions.map(({ userId }) => userId)],
    'rooms-closed-to',
  );
  return rows.map(({ closed }) => closed);
}

/** Who may enter a room while it is closed, in a stable order. */
export async function readRoster(tx: Tx, room: string): Promise<string[]> {
  const rows = await tx.query<{ user_id: string }>(
    'SELECT user_id FROM room_members WHERE room = $1 ORDER BY added_at, user_id',
    [room],
  );
  return rows.map(({ user_id }) => user_id);
}

/** Set a room up, or anew, and hold it for the rest of the transaction. Returns whether it was open before. */
export async function setRoom(tx: Tx, room: string, open: boolean): Promise<{ wasOpen: boolean }> {
  await tx.query('INSERT INTO rooms (name) VALUES ($1) ON CONFLICT (name) DO NOTHING', [room]);
  const [before] = await tx.query<{ open: boolean }>('SELECT open FROM rooms WHERE name = $1 FOR UPDATE', [room]);
  await tx.query('UPDATE rooms SET open = $2, changed_at = now() WHERE name = $1', [room, open]);
  return { wasOpen: before?.open ?? true };
}

/**
 * Replace the list of those who may enter a room that is held.
 *
 * @returns ids of the list that no user has; then nothing is to be kept
 */
export async function replaceRoster(tx: Tx, room: string, userIds: readonly string[]): Promise<string[]> {
  await tx.query('DELETE FROM room_members WHERE room = $1 AND user_id <> ALL($2::uuid[])', [room, userIds]);
  await tx.query(
    `INSERT INTO room_members (room, user_id)
     SELECT $1, users.id FROM users WHERE users.id = ANY($2::uuid[]) ON CONFLICT DO NOTHING`,
    [room, userIds],
  );
  const unknown = await tx.query<{ id: string }>(
    `SELECT id FROM unnest($2::uuid[]) given (id)
     WHERE NOT EXISTS (SELECT 1 FROM room_members WHERE room = $1 AND user_id = given.id)`,
    [room, userIds],
  );
  return unknown.map(({ id }) => id);
}

/** A page of the rooms that were set up or in which somebody is, ordered by name. */
export async function listRooms(tx: Tx, page: { after: string | null; limit: number }): Promise<RoomSummary[]> {
  return tx.query<RoomSummary>(
    `WITH present AS (
       SELECT room, count(*)::int AS online FROM (${presentMembers('true')}) each GROUP BY room
     ), named AS (
       SELECT name FROM (SELECT name FROM rooms UNION SELECT room FROM present) known
       WHERE name COLLATE "C" > coalesce($1, '') ORDER BY name COLLATE "C" LIMIT $2
     )
     SELECT named.name, coalesce(rooms.open, true) AS open, coalesce(present.online, 0) AS online,
       (SELECT count(*)::int FROM room_members WHERE room_members.room = named.name) AS roster
     FROM named LEFT JOIN rooms ON rooms.name = named.name LEFT JOIN present ON present.room = named.name
     ORDER BY named.name COLLATE "C"`,
    [page.after, page.limit],
  );
}
