import type { Tx } from '../database.ts';
import { gatewayIsThere } from './gateways.ts';

/** Somebody who can be in a room. */
export interface RoomPerson {
  /** Id of the user or key; of a stranger, one that lasts as long as the connection. */
  id: string;
  kind: 'user' | 'admin' | 'key' | 'anonymous';
  /** Whose name the record knows; null for everybody else. */
  userId: string | null;
  keyId: string | null;
  /** What a stranger calls themselves; null for everybody else. */
  name: string | null;
}

/** Somebody in a room, as others see them. */
export interface RoomMember {
  id: string;
  name: string | null;
  kind: RoomPerson['kind'];
}

/** Through how many connections of one process somebody is in a room. */
export interface PresenceEntry {
  room: string;
  person: RoomPerson;
  /** 0: they have left. */
  connections: number;
}

/** Somebody whom a reading found. */
export interface PresentMember extends RoomMember {
  /** How long they have been there, in milliseconds. */
  forMs: number;
}

/**
 * The members of the rooms that `condition` chooses, each once, through however many processes they are there. Who came
 * first is listed first by `since`.
 */
export const presentMembers = (condition: string): string => `
  SELECT DISTINCT ON (presence.room, presence.member_id)
    presence.room, presence.member_id, presence.name, presence.kind, presence.since
  FROM room_presence presence JOIN gateways ON gateways.id = presence.gateway_id
  WHERE ${condition} AND ${gatewayIsThere}
  ORDER BY presence.room, presence.member_id, presence.since`;

/**
 * Write who is in which rooms through a process, in one statement however many they are.
 *
 * @throws what PostgreSQL says (23503) when the process is not known: it has to say that it is there first
 */
export async function writePresence(tx: Tx, gatewayId: string, entries: readonly PresenceEntry[]): Promise<void> {
  await tx.query(
    `WITH given AS (
       SELECT * FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::uuid[], $7::uuid[], $8::int[])
         AS given (room, member_id, kind, name, user_id, key_id, connections)
     ), left_rooms AS (
       DELETE FROM room_presence presence USING given
       WHERE presence.gateway_id = $1 AND presence.room = given.room AND presence.member_id = given.member_id
         AND given.connections = 0)
     INSERT INTO room_presence (room, member_id, gateway_id, kind, name, connections)
     SELECT given.room, given.member_id, $1, given.kind, coalesce(given.name, users.name, api_keys.name), connections
     FROM given LEFT JOIN users ON users.id = given.user_id LEFT JOIN api_keys ON api_keys.id = given.key_id
     WHERE connections > 0
     ON CONFLICT (room, member_id, gateway_id)
       DO UPDATE SET connections = EXCLUDED.connections, name = EXCLUDED.name, kind = EXCLUDED.kind`,
    [
      gatewayId,
      entries.map(({ room }) => room),
      entries.map(({ person }) => person.id),
      entries.map(({ person }) => person.kind),
      entries.map(({ person }) => person.name),
      entries.map(({ person }) => person.userId),
      entries.map(({ person }) => person.keyId),
      entries.map(({ connections }) => connections),
    ],
    'write-presence',
  );
}

/** Read who is in each of the rooms, over all processes, in one statement. A room in which nobody is has no entry. */
export async function readPresence(tx: Tx, rooms: readonly string[]): Promise<Map<string, PresentMember[]>> {
  const rows = await tx.query<{ room: string; id: string; name: string | null; kind: RoomPerson['kind']; ms: number }>(
    `SELECT room, member_id AS id, name, kind, extract(epoch FROM now() - since)::float8 * 1000 AS ms
     FROM (${presentMembers('presence.room = ANY($1)')}) present ORDER BY since, member_id`,
    [rooms],
    'read-presence',
  );
  const found = new Map<string, PresentMember[]>();
  for (const { room, ms: forMs, ...member } of rows) {
    const members = found.get(room) ?? [];
    members.push({ ...member, forMs });
    found.set(room, members);
  }
  return found;
}
