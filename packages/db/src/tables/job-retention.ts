import type { Tx } from '../database.ts';
import type { ControlledJob } from './job-control.ts';
import type { JobState } from './jobs.ts';

/** Which finished jobs have been kept long enough. */
export interface RetentionRule {
  name: string;
  succeededMs: number;
  failedMs: number;
  limit: number;
}

/** What goes with the jobs of `old`; what is stored in the blobs is the sweeper's. */
const deleteBelongings = `
     events AS (DELETE FROM job_events WHERE job_id IN (SELECT id FROM old)),
     attempts AS (DELETE FROM job_attempts WHERE job_id IN (SELECT id FROM old)),
     steps AS (DELETE FROM job_steps WHERE job_id IN (SELECT id FROM old)),
     words AS (DELETE FROM job_words WHERE job_id IN (SELECT id FROM old)),
     files AS (DELETE FROM files WHERE job_id IN (SELECT id FROM old)),
     dedupes AS (DELETE FROM job_dedupes WHERE job_id IN (SELECT id FROM old))`;

/**
 * Delete finished jobs of one type with everything that belongs to them.
 *
 * @returns how many jobs; fewer than the limit means that these were the last
 */
export async function deleteFinishedJobs(
  tx: Tx,
  { name, succeededMs, failedMs, limit }: RetentionRule,
): Promise<number> {
  const rows = await tx.query(
    `WITH old AS (
       SELECT id FROM jobs
       WHERE name = $1 AND finished_at < now() - least($2::float8, $3::float8) * interval '1 ms'
         AND finished_at < now() - CASE WHEN state = 'succeeded' THEN $2::float8 ELSE $3::float8 END * interval '1 ms'
       ORDER BY finished_at LIMIT $4 FOR UPDATE SKIP LOCKED
     ), ${deleteBelongings}
     DELETE FROM jobs WHERE id IN (SELECT id FROM old) RETURNING 1`,
    [name, succeededMs, failedMs, limit],
  );
  return rows.length;
}

/**
 * Delete one job that has ended, with everything that belongs to it.
 *
 * @returns what it was; undefined when there is no such job, or it has not ended
 */
export async function deleteFinalJob(tx: Tx, id: string): Promise<ControlledJob | undefined> {
  const [row] = await tx.query<{ name: string; was: JobState; dispatch: number }>(
    `WITH old AS (
       SELECT id FROM jobs WHERE id = $1 AND finished_at IS NOT NULL FOR UPDATE
     ), ${deleteBelongings}
     DELETE FROM jobs WHERE id IN (SELECT id FROM old) RETURNING name, state AS was, dispatch`,
    [id],
  );
  return row && { id, ...row, events: [] };
}
