import type { Tx } from '../database.ts';
import { type ControlledJob, type ControlledRow, toControlled } from './job-control.ts';

/**
 * What takes a job's time to be over: it never started before it. Read with the row of `jobs` named `job`; both columns
 * stay out of every index that a claim would have to change.
 */
export const expired = 'job.expires_at <= now() AND job.started_at IS NULL';

const expire = `
  WITH target AS MATERIALIZED (
    SELECT id, name, state AS was, dispatch FROM jobs job
    WHERE ${expired} AND expires_at IS NOT NULL AND finished_at IS NULL
    ORDER BY expires_at LIMIT $1 FOR UPDATE SKIP LOCKED
  ), changed AS (
    UPDATE jobs job SET
      state = 'expired', seq = job.seq + 1, finished_at = now(), dispatch_lease_until = NULL
    FROM target WHERE job.id = target.id
    RETURNING job.id, job.seq
  ), logged AS (
    INSERT INTO job_events (job_id, seq, type, at) SELECT id, seq, 'job.expired', now() FROM changed
  )
  SELECT target.*, changed.seq, 'job.expired' AS type, '{}'::jsonb AS data, now() AS at
  FROM target JOIN changed ON changed.id = target.id`;

/**
 * End jobs whose time is over before they have started.
 *
 * @returns those that ended, `limit` at most
 */
export async function expireJobs(tx: Tx, limit: number): Promise<ControlledJob[]> {
  const rows = await tx.query<ControlledRow>(expire, [limit], 'expire-jobs');
  return rows.map(toControlled);
}
