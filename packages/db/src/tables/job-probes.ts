import type { Tx } from '../database.ts';

/** A dispatched job that the engine should know. */
export interface DispatchedJob {
  id: string;
  name: string;
  dispatch: number;
  state: 'queued' | 'running' | 'retrying';
}

/**
 * Become the one who reconciles for this transaction; false when another process is.
 *
 * @param topic names the lock; each topic has its own
 */
export async function tryLead(tx: Tx, topic: string): Promise<boolean> {
  const [row] = await tx.query<{ led: boolean }>(
    "SELECT pg_try_advisory_xact_lock(hashtext('jobwire'), hashtext($1)) AS led",
    [topic],
  );
  return row?.led ?? false;
}

/** Read the dispatched jobs that were not looked at for the longest time, and stamp them as looked at. */
export async function takeProbes(tx: Tx, limit: number): Promise<DispatchedJob[]> {
  return tx.query<DispatchedJob>(
    `UPDATE jobs SET probed_at = now() WHERE id IN (
       SELECT id FROM jobs WHERE dispatched_at < now() - interval '5 s' AND finished_at IS NULL
       ORDER BY coalesce(probed_at, dispatched_at) LIMIT $1 FOR UPDATE SKIP LOCKED
     ) RETURNING id, name, dispatch, state`,
    [limit],
  );
}

/**
 * Deliver jobs again that the engine does not know. A running one must be missing for `runningAfterSeconds` first, because
 * its handler may still be at work.
 *
 * @returns how many will be delivered again
 */
export async function dispatchMissing(
  tx: Tx,
  missing: readonly DispatchedJob[],
  runningAfterSeconds: number,
): Promise<number> {
  const rows = await tx.query<{ again: boolean }>(
    `UPDATE jobs SET
       missing_since = coalesce(missing_since, now()),
       dispatched_at = CASE WHEN jobs.state <> 'running' OR missing_since < now() - $4 * interval '1 s'
         THEN NULL ELSE dispatched_at END,
       dispatch_lease_until = NULL
     FROM unnest($1::uuid[], $2::int[], $3::text[]) AS missing (id, dispatch, state)
     WHERE jobs.id = missing.id AND jobs.dispatch = missing.dispatch AND jobs.state = missing.state
       AND jobs.finished_at IS NULL AND jobs.dispatched_at IS NOT NULL
     RETURNING jobs.dispatched_at IS NULL AS again`,
    [
      missing.map(({ id }) => id),
      missing.map(({ dispatch }) => dispatch),
      missing.map(({ state }) => state),
      runningAfterSeconds,
    ],
  );
  return rows.filter(({ again }) => again).length;
}

/** Forget that these jobs were missing: the engine knows them. */
export async function clearMissing(tx: Tx, found: readonly DispatchedJob[]): Promise<void> {
  await tx.query('UPDATE jobs SET missing_since = NULL WHERE id = ANY($1::uuid[]) AND missing_since IS NOT NULL', [
    found.map(({ id }) => id),
  ]);
}

/**
 * The engine has lost its memory: deliver every waiting job again. Running ones are found by the probes.
 *
 * @returns how many in this batch; fewer than `limit` means that it was the last
 */
export async function dispatchAllAgain(tx: Tx, dispatchedBefore: Date, limit: number): Promise<number> {
  const rows = await tx.query(
    `UPDATE jobs SET dispatched_at = NULL, dispatch_lease_until = NULL WHERE id IN (
       SELECT id FROM jobs WHERE dispatched_at <= $1 AND finished_at IS NULL AND state IN ('queued', 'retrying')
       ORDER BY dispatched_at LIMIT $2 FOR UPDATE SKIP LOCKED
     ) RETURNING 1`,
    [dispatchedBefore, limit],
  );
  return rows.length;
}

/** How many jobs of a name wait in the engine since longer than `seconds`. */
export async function countStuck(tx: Tx, name: string, seconds: number): Promise<number> {
  const [row] = await tx.query<{ stuck: number }>(
    `SELECT count(*)::int AS stuck FROM jobs
     WHERE dispatched_at < now() - $2 * interval '1 s' AND finished_at IS NULL AND name = $1 AND state = 'queued'`,
    [name, seconds],
  );
  return row?.stuck ?? 0;
}

/** The record's own time: dispatch times are compared with it, never with a process's clock. */
export async function recordTime(tx: Tx): Promise<Date> {
  const [row] = await tx.query<{ now: Date }>('SELECT clock_timestamp() AS now');
  if (!row) throw new Error('The record did not answer');
  return row.now;
}
