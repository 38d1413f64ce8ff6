import type { Tx } from '../database.ts';
import type { ChannelLogEvent } from './channel-events.ts';
import { gatewayIsThere } from './gateways.ts';

/** A channel's newest events and how far it is. */
export interface NewestEvents {
  /** Number of the newest event of the channel. */
  seq: number;
  /** Oldest first. */
  events: ChannelLogEvent[];
}

/** Read a channel's number and its newest events, no older than so many hours, in one statement. */
export async function readNewestEvents(
  tx: Tx,
  channel: string,
  { limit, hours }: { limit: number; hours: number },
): Promise<NewestEvents> {
  const [row] = await tx.query<NewestEvents>(
    `SELECT coalesce((SELECT seq FROM channels WHERE name = $1), 0) AS seq,
       coalesce((SELECT jsonb_agg(to_jsonb(newest) ORDER BY newest.seq) FROM (
         SELECT seq, type, at, data FROM channel_events
         WHERE channel = $1 AND at > now() - $3::float8 * interval '1 h' ORDER BY seq DESC LIMIT $2) newest), '[]') AS events`,
    [channel, limit, hours],
    'read-newest-events',
  );
  if (!row) throw new Error('A statement without FROM gave no row');
  return { ...row, events: row.events.map((event) => ({ ...event, at: new Date(event.at).toISOString() })) };
}

/** Who hears something now, over all processes. */
export interface Audience {
  /** Sockets and streams that hear it. */
  sentTo: number;
  /** Sockets that are open. */
  online: number;
}

/**
 * Count who hears the broadcast, or a room, by what the processes last said of themselves.
 *
 * @param room null for the broadcast
 */
export async function countAudience(tx: Tx, room: string | null): Promise<Audience> {
  const [row] = await tx.query<Audience>(
    `SELECT coalesce(sum(sockets), 0)::int AS online,
       CASE WHEN $1::text IS NULL THEN coalesce(sum(listeners), 0)::int ELSE (
         SELECT coalesce(sum(connections), 0)::int FROM room_presence JOIN gateways ON gateways.id = gateway_id
         WHERE room = $1 AND ${gatewayIsThere}) END AS "sentTo"
     FROM gateways WHERE ${gatewayIsThere}`,
    [room],
  );
  return row ?? { sentTo: 0, online: 0 };
}

/** The newest event of a type in a channel. */
export interface LastEvent {
  data: Record<string, unknown>;
  /** How old it is, in milliseconds. */
  ageMs: number;
}

/** Find the newest event of a type in each of the channels, in one statement. Looks at the newest 100 events. */
export async function findLastEvents(
  tx: Tx,
  channels: readonly string[],
  type: string,
): Promise<Map<string, LastEvent>> {
  const rows = await tx.query<LastEvent & { name: string }>(
    `SELECT name, last.data, extract(epoch FROM now() - last.at)::float8 * 1000 AS "ageMs"
     FROM channels CROSS JOIN LATERAL (
       SELECT data, at FROM channel_events
       WHERE channel = name AND channel_events.seq > channels.seq - 100 AND type = $2
       ORDER BY channel_events.seq DESC LIMIT 1) last
     WHERE name = ANY($1)`,
    [channels, type],
    'find-last-events',
  );
  return new Map(rows.map(({ name, data, ageMs }) => [name, { data, ageMs }]));
}
