import type { Tx } from '../database.ts';
import { type ChannelLogEvent, type ChannelLogRow, channelLogEvent } from './channel-events.ts';
import type { RoomPerson } from './room-presence.ts';

/** A message of a room on its way into the record. */
export interface NewRoomMessage {
  room: string;
  /** Where it is stored: the room's channel, or those of its sender and its reader, the sender's first. */
  channels: readonly [string, ...string[]];
  from: RoomPerson;
  /** The only user who gets it; null for everybody in the room. */
  to: string | null;
  /** Any JSON that `jsonb` takes. */
  data: unknown;
  key: string;
  /** The connection that wants not to be told. */
  except: string | null;
  /** An operator: closed rooms are no obstacle. */
  everywhere: boolean;
}

/** What became of a message. `conflict`: its key was used for another one. */
export type RoomMessageOutcome =
  | { how: 'stored'; seq: number; events: { channel: string; event: ChannelLogEvent }[] }
  | { how: 'repeated'; seq: number }
  | { how: 'conflict' }
  | { how: 'refused' };

type Row = ChannelLogRow & { how: 'stored' | 'repeated' | 'conflict'; channel: string };

/**
 * Store a message if its sender may, in one statement: whether the room takes it is decided by what the record says at
 * that moment, and the name of its sender is the record's. Both channels of a message to one member are counted up in
 * the order of their names, so that two who write to each other do not wait for each other.
 */
const statement = `
  WITH settings AS (
    SELECT coalesce((SELECT open FROM rooms WHERE name = $1), true) AS open
  ), allowed AS (
    SELECT 1 FROM settings
    WHERE ($13 OR open OR EXISTS (SELECT 1 FROM room_members WHERE room = $1 AND user_id = $5::uuid))
      AND ($12::uuid IS NULL OR EXISTS (
        SELECT 1 FROM users WHERE users.id = $12::uuid AND users.status <> 'disabled'
          AND (open OR EXISTS (SELECT 1 FROM room_members WHERE room = $1 AND user_id = users.id))))
  ), message AS (
    SELECT jsonb_build_object(
        'from', jsonb_build_object('id', $4::text, 'kind', $8::text, 'name', coalesce($7::text,
          (SELECT name FROM users WHERE id = $5::uuid), (SELECT name FROM api_keys WHERE id = $6::uuid))),
        'data', $9::jsonb, 'key', $10::text)
      || CASE WHEN $12::uuid IS NULL THEN '{}' ELSE jsonb_build_object('room', $1::text, 'to', $12::uuid) END AS data
  ), known AS (
    SELECT seq, data FROM channel_events WHERE channel = ($2::text[])[1] AND author = $4 AND key = $10
  ), counters AS (
    INSERT INTO channels (name, seq)
    SELECT name, 1 FROM (SELECT DISTINCT name FROM unnest($2::text[]) given (name)) given
    WHERE EXISTS (SELECT 1 FROM allowed) AND NOT EXISTS (SELECT 1 FROM known) ORDER BY name
    ON CONFLICT (name) DO UPDATE SET seq = channels.seq + 1 RETURNING name, seq
  ), stored AS (
    INSERT INTO channel_events (channel, seq, type, data, author, key, except_conn)
    SELECT counters.name, counters.seq, $3, message.data, $4, $10, $11 FROM counters, message
    RETURNING channel, seq, type, at, data, except_conn
  )
  SELECT 'stored' AS how, channel, seq, type, at, data, except_conn FROM stored
  UNION ALL
  SELECT CASE WHEN known.data - 'from' = message.data - 'from' THEN 'repeated' ELSE 'conflict' END,
    ($2::text[])[1], known.seq, $3, now(), '{}', NULL
  FROM known, message WHERE EXISTS (SELECT 1 FROM allowed)`;

/**
 * Store a message of a room, or find that it was stored before.
 *
 * @throws what PostgreSQL says (23505 on `channel_events_key`) when a message with this key is being stored right now
 */
export async function storeRoomMessage(tx: Tx, message: NewRoomMessage): Promise<RoomMessageOutcome> {
  const { room, channels, from, to, data, key, except, everywhere } = message;
  const rows = await tx.query<Row>(
    statement,
    [
      room,
      channels,
      to === null ? 'room.message' : 'room.personal',
      from.id,
      from.userId,
      from.keyId,
      from.name,
      from.kind,
      JSON.stringify(data),
      key,
      except,
      to,
      everywhere,
    ],
    'store-room-message',
  );
  return outcomeOf(rows, channels[0]);
}

function outcomeOf(rows: readonly Row[], home: string): RoomMessageOutcome {
  const first = rows.find(({ channel }) => channel === home);
  if (!first) return { how: 'refused' };
  if (first.how === 'conflict') return { how: 'conflict' };
  if (first.how === 'repeated') return { how: 'repeated', seq: first.seq };
  const events = rows.map(({ how: _how, channel, ...row }) => ({ channel, event: channelLogEvent(row) }));
  return { how: 'stored', seq: first.seq, events };
}
