import type { Tx } from '../database.ts';

/** What was done to a restored record. */
export interface FinishedRestore {
  /** The new one. */
  epoch: string;
  /** Unfinished jobs that will be delivered again. */
  jobs: number;
}

/**
 * How far the numbers of deliveries jump. The life that the backup does not know may have used the next ones, and an engine
 * that kept its memory would take a new delivery of such a number for the old one; nobody retries a job so often.
 */
const dispatchJump = 1_000;

/**
 * Make a restored record one that clients and engine do not mistake for the one that was lost: positions of before are not
 * continued, and every unfinished job is delivered anew, also those that ran. No process may use the record meanwhile.
 */
export async function finishRestore(tx: Tx): Promise<FinishedRestore> {
  const [row] = await tx.query<{ epoch: string }>(
    'UPDATE channel_epoch SET epoch = substr(md5(random()::text || clock_timestamp()::text), 1, 8) RETURNING epoch',
  );
  if (!row) throw new Error('The record has no epoch: is this a restored record?');
  const [counted] = await tx.query<{ jobs: number }>(
    `WITH again AS (
       UPDATE jobs SET dispatch = dispatch + $1, dispatched_at = NULL, dispatch_lease_until = NULL,
         probed_at = NULL, missing_since = NULL
       WHERE finished_at IS NULL RETURNING 1
     ) SELECT count(*)::int AS jobs FROM again`,
    [dispatchJump],
  );
  return { epoch: row.epoch, jobs: counted?.jobs ?? 0 };
}

/** Which of our processes are connected to this database now, by the names of their pools. */
export async function connectedProcesses(tx: Tx): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `SELECT DISTINCT application_name AS name FROM pg_stat_activity
     WHERE datname = current_database() AND application_name IN ('jobwire-api', 'jobwire-worker')`,
  );
  return rows.map(({ name }) => name);
}
