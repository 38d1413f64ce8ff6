import type { Tx } from '../database.ts';

/** What is kept of every channel's log: the newest events, and those of the last hours up to so many. */
export interface ChannelRetention {
  /** Kept however old they are: what a resume may ask for. */
  newest: number;
  hours: number;
  /** Kept however young the others are. */
  most: number;
}

/** A beginning of a channel's log that is not needed any more. */
export interface ChannelExcess {
  name: string;
  keptFrom: number;
  /** Number of the last event that may go. */
  upTo: number;
}

/** Find the channels that keep more than they should. */
export async function findChannelExcess(tx: Tx, { newest, hours, most }: ChannelRetention): Promise<ChannelExcess[]> {
  return tx.query<ChannelExcess>(
    `SELECT name, kept_from AS "keptFrom", up_to AS "upTo" FROM (
       SELECT name, kept_from, greatest(seq - $3::int, coalesce((
         SELECT seq FROM channel_events
         WHERE channel = name AND channel_events.seq <= channels.seq - $1::int
           AND channel_events.seq >= kept_from AND at < now() - $2::float8 * interval '1 h'
         ORDER BY channel_events.seq DESC LIMIT 1), 0)) AS up_to
       FROM channels WHERE seq - kept_from >= $1::int) AS long
     WHERE up_to >= kept_from`,
    [newest, hours, most],
  );
}

/**
 * Delete the beginning of a channel's log, so many events at most. A log never gets a hole: what is left begins later.
 *
 * @returns from which number on it is kept now
 */
export async function trimChannel(tx: Tx, { name, keptFrom, upTo }: ChannelExcess, limit: number): Promise<number> {
  const from = Math.min(upTo, keptFrom + limit - 1) + 1;
  await tx.query(
    `WITH gone AS (DELETE FROM channel_events WHERE channel = $1 AND seq < $2)
     UPDATE channels SET kept_from = $2 WHERE name = $1 AND kept_from < $2`,
    [name, from],
  );
  return from;
}
