import type { Tx } from '../database.ts';
import { type ControlledJob, type ControlledRow, toControlled } from './job-control.ts';

/** What is to be different; what is left out stays. */
export interface JobChange {
  /** Now when it has passed. */
  runAt?: Date;
  priority?: number;
  /** Instead of all that it has. */
  tags?: readonly string[];
}

/**
 * A job that gets another time or priority is the dispatcher's again, under the next number; what the engine still holds
 * of it finds nothing. Its time to expire moves with its time to run.
 *
 * `greatest` leaves NULL out, so that `time` is NULL only together with `$3`.
 */
const change = `
  WITH target AS MATERIALIZED (
    SELECT id, name, state AS was, dispatch, seq AS before,
      CASE WHEN $3::timestamptz IS NOT NULL THEN greatest($3, now()) END AS time,
      $3::timestamptz IS NOT NULL OR $4::smallint IS NOT NULL AS moves
    FROM jobs WHERE id = $1 AND state IN ('scheduled', 'queued') FOR UPDATE
  ), changed AS (
    UPDATE jobs job SET
      seq = job.seq + 1,
      state = CASE WHEN target.time IS NULL THEN job.state WHEN target.time > now() THEN 'scheduled' ELSE 'queued' END,
      run_at = coalesce(target.time, job.run_at),
      expires_at = job.expires_at + coalesce(target.time - job.run_at, '0'),
      priority = coalesce($4, job.priority),
      tags = CASE WHEN $5::text[] IS NULL THEN job.tags ELSE nullif($5, '{}') END,
      dispatch = job.dispatch + target.moves::int,
      dispatched_at = CASE WHEN NOT target.moves THEN job.dispatched_at END,
      dispatch_lease_until = CASE WHEN NOT target.moves THEN job.dispatch_lease_until END,
      probed_at = CASE WHEN NOT target.moves THEN job.probed_at END,
      missing_since = CASE WHEN NOT target.moves THEN job.missing_since END
    FROM target WHERE job.id = target.id AND ($2::int IS NULL OR target.before = $2)
    RETURNING job.id, job.seq, 'job.' || job.state AS type, jsonb_strip_nulls(jsonb_build_object(
      'by', 'change', 'priority', $4, 'tags', $5::text[],
      'runAt', CASE WHEN job.state = 'scheduled' THEN to_char(job.run_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') END
    )) AS data
  ), logged AS (
    INSERT INTO job_events (job_id, seq, type, at, data) SELECT id, seq, type, now(), data FROM changed
  )
  SELECT target.id, target.name, target.was, target.dispatch, changed.seq, changed.type, changed.data, now() AS at
  FROM target LEFT JOIN changed ON changed.id = target.id`;

/**
 * Change a job that has not begun.
 *
 * @param expected the number of the newest event that the caller has seen; null changes the job as it is
 * @returns without events: another event came before; undefined: there is no such job, or it has begun
 */
export async function changeJob(
  tx: Tx,
  id: string,
  { runAt = null, priority = null, tags = null }: { [Key in keyof JobChange]?: JobChange[Key] | null },
  expected: number | null,
): Promise<ControlledJob | undefined> {
  const [row] = await tx.query<ControlledRow>(change, [id, expected, runAt, priority, tags]);
  return row && toControlled(row);
}
