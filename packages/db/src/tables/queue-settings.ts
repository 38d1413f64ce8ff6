import type { Tx } from '../database.ts';

/** What the record says about a whole queue. */
export interface QueueSettings {
  name: string;
  paused: boolean;
  /** A stable code when the system paused it, e.g. `MAIL_CONFIG`; what an operator gave otherwise. */
  reason: string | null;
  /** Resumed by itself then; null waits for an operator. */
  pausedUntil: Date | null;
  changedAt: Date;
}

const columns = 'name, paused, reason, paused_until AS "pausedUntil", changed_at AS "changedAt"';

/** All queues that were ever paused, by name; the others are not paused. */
export async function listQueueSettings(tx: Tx): Promise<QueueSettings[]> {
  return tx.query<QueueSettings>(`SELECT ${columns} FROM queue_settings ORDER BY name`, [], 'list-queue-settings');
}

/** Read the settings of these queues, made where there are none, and hold them for the rest of the transaction. */
export async function lockQueueSettings(tx: Tx, names: readonly string[]): Promise<QueueSettings[]> {
  // Always in the order of names: two who hold several queues must not wait for each other.
  await tx.query(
    'INSERT INTO queue_settings (name) SELECT name FROM unnest($1::text[]) AS name ORDER BY name ON CONFLICT DO NOTHING',
    [names],
  );
  return tx.query<QueueSettings>(
    `SELECT ${columns} FROM queue_settings WHERE name = ANY($1) ORDER BY name FOR UPDATE`,
    [names],
  );
}

/** A pause on its way into the record. */
export interface NewPause {
  reason: string | null;
  /** Milliseconds until the queue is resumed by itself; null waits for an operator. */
  forMs: number | null;
  /** Never end a pause earlier that lasts longer already. */
  extend: boolean;
}

/** Pause queues whose settings are held. */
export async function pauseQueues(
  tx: Tx,
  names: readonly string[],
  { reason, forMs, extend }: NewPause,
): Promise<void> {
  await tx.query(
    `UPDATE queue_settings SET
       paused = true,
       reason = $2,
       paused_until = greatest(now() + $3::float8 * interval '1 ms', CASE WHEN $4 AND paused THEN paused_until END),
       changed_at = now()
     WHERE name = ANY($1)`,
    [names, reason, forMs, extend],
  );
}

/** Resume queues. */
export async function resumeQueues(tx: Tx, names: readonly string[]): Promise<void> {
  await tx.query(
    `UPDATE queue_settings SET paused = false, reason = NULL, paused_until = NULL, changed_at = now()
     WHERE name = ANY($1)`,
    [names],
  );
}

/**
 * Resume the queues whose pause was for a time that has passed.
 *
 * @returns their names
 */
export async function resumeDueQueues(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `UPDATE queue_settings SET paused = false, reason = NULL, paused_until = NULL, changed_at = now()
     WHERE paused AND paused_until <= now() RETURNING name`,
    [],
    'resume-due-queues',
  );
  return rows.map(({ name }) => name);
}
