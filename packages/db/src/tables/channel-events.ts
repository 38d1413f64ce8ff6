import type { Tx } from '../database.ts';

/** One numbered thing that happened in a channel. Immutable. */
export interface ChannelLogEvent {
  seq: number;
  type: string;
  /** ISO 8601, UTC. */
  at: string;
  data: Record<string, unknown>;
  /** The connection that is not told of it. */
  except?: string;
}

/** What is to be written into a channel's log. */
export interface NewChannelEvent {
  channel: string;
  type: string;
  data: Record<string, unknown>;
  /** Whose key it is, and the key: the pair can be written once per channel. */
  author?: string;
  key?: string;
  /** The connection that wants not to be told. */
  except?: string;
}

/** An event as its table has it. */
export interface ChannelLogRow {
  seq: number;
  type: string;
  at: Date;
  data: Record<string, unknown>;
  except_conn: string | null;
}

/**
 * Write one event and give it the channel's next number, in one statement: whoever writes into the same channel waits for
 * the commit, which is what makes the numbers gap-free and ordered.
 *
 * @throws what PostgreSQL says (23505 on `channel_events_key`) when the author's key was used in this channel before
 */
export async function appendChannelEvent(tx: Tx, event: NewChannelEvent): Promise<ChannelLogEvent> {
  const { channel, type, data, author = null, key = null, except = null } = event;
  const [row] = await tx.query<ChannelLogRow>(
    `WITH counter AS (
       INSERT INTO channels (name, seq) VALUES ($1, 1)
       ON CONFLICT (name) DO UPDATE SET seq = channels.seq + 1 RETURNING seq)
     INSERT INTO channel_events (channel, seq, type, data, author, key, except_conn)
     SELECT $1, counter.seq, $2, $3::jsonb, $4, $5, $6 FROM counter
     RETURNING seq, type, at, data, except_conn`,
    [channel, type, JSON.stringify(data), author, key, except],
    'append-channel-event',
  );
  if (!row) throw new Error('The event was not stored');
  return channelLogEvent(row);
}

/**
 * Hold a channel for the rest of the transaction: whoever else writes into it waits, so that what an event says of its
 * moment (e.g. a count) is true in the order of the log.
 */
export async function holdChannel(tx: Tx, channel: string): Promise<void> {
  await tx.query(
    'INSERT INTO channels (name, seq) VALUES ($1, 0) ON CONFLICT (name) DO UPDATE SET seq = channels.seq',
    [channel],
    'hold-channel',
  );
}

/** The event that this author wrote into the channel under this key, if there is one. */
export async function findChannelEventByKey(
  tx: Tx,
  channel: string,
  author: string,
  key: string,
): Promise<ChannelLogEvent | undefined> {
  const [row] = await tx.query<ChannelLogRow>(
    'SELECT seq, type, at, data, except_conn FROM channel_events WHERE channel = $1 AND author = $2 AND key = $3',
    [channel, author, key],
  );
  return row && channelLogEvent(row);
}

/**
 * Read a channel's events with a number above `after`, oldest first.
 *
 * @param limit rows at most
 */
export async function readChannelEvents(
  tx: Tx,
  channel: string,
  after: number,
  limit: number,
): Promise<ChannelLogEvent[]> {
  const rows = await tx.query<ChannelLogRow>(
    'SELECT seq, type, at, data, except_conn FROM channel_events WHERE channel = $1 AND seq > $2 ORDER BY seq LIMIT $3',
    [channel, after, limit],
    'read-channel-events',
  );
  return rows.map(channelLogEvent);
}

/** The newest number of each channel in which something happened, in one statement. */
export async function channelPositions(tx: Tx, channels: readonly string[]): Promise<Map<string, number>> {
  const rows = await tx.query<{ name: string; seq: number }>('SELECT name, seq FROM channels WHERE name = ANY($1)', [
    channels,
  ]);
  return new Map(rows.map(({ name, seq }) => [name, seq]));
}

/** An event as its readers know it. */
export function channelLogEvent({ at, except_conn, ...event }: ChannelLogRow): ChannelLogEvent {
  return { ...event, at: at.toISOString(), ...(except_conn === null ? {} : { except: except_conn }) };
}
