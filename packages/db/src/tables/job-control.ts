import type { Tx } from '../database.ts';
import type { JobEvent } from './job-events.ts';
import type { JobState } from './jobs.ts';

/** What a change by hand did to a job. */
export interface ControlledJob {
  id: string;
  name: string;
  /** The state that the job was in before. */
  was: JobState;
  /** The dispatch number before: what the engine may still hold of the job is called `<id>-<dispatch>`. */
  dispatch: number;
  /** The stored events with their numbers; none when nothing was left to do. */
  events: JobEvent[];
}

/** The same as the statements answer it. */
export interface ControlledRow {
  id: string;
  name: string;
  was: JobState;
  dispatch: number;
  /** NULL: the job was left as it is. */
  seq: number | null;
  type: string;
  data: Record<string, unknown>;
  at: Date;
}

/**
 * End jobs that wait, and ask those that run to end. A job that runs and was asked before is in the answer unchanged.
 */
const cancel = (target: string): string => `
  WITH target AS MATERIALIZED (${target}), changed AS (
    UPDATE jobs job SET
      seq = job.seq + 1,
      cancel_requested_at = coalesce(job.cancel_requested_at, now()),
      state = CASE job.state WHEN 'running' THEN 'running' ELSE 'cancelled' END,
      finished_at = CASE job.state WHEN 'running' THEN NULL ELSE now() END,
      next_attempt_at = NULL,
      error = CASE job.state WHEN 'running' THEN job.error END,
      dispatch_lease_until = CASE job.state WHEN 'running' THEN job.dispatch_lease_until END
    FROM target
    WHERE job.id = target.id AND (target.was <> 'running' OR target.cancel_requested_at IS NULL)
    RETURNING job.id, job.seq, CASE target.was WHEN 'running' THEN 'job.cancel_requested' ELSE 'job.cancelled' END AS type
  ), logged AS (
    INSERT INTO job_events (job_id, seq, type, at, data) SELECT id, seq, type, now(), $2 FROM changed
  )
  SELECT target.id, target.name, target.was, target.dispatch, changed.seq, changed.type, $2::jsonb AS data, now() AS at
  FROM target LEFT JOIN changed ON changed.id = target.id`;

const targetColumns = 'id, name, state AS was, dispatch, cancel_requested_at';

const cancelOne = cancel(`SELECT ${targetColumns} FROM jobs WHERE id = $1 AND finished_at IS NULL FOR UPDATE`);

const cancelWaiting = cancel(`
  SELECT ${targetColumns} FROM jobs
  WHERE cancel_requested_at IS NOT NULL AND finished_at IS NULL AND state <> 'running'
  ORDER BY id LIMIT $1 FOR UPDATE SKIP LOCKED`);

/**
 * Cancel a job: it ends at once while it waits; while it runs, the wish is written down for whoever runs it.
 *
 * @param facts what the event says, e.g. a reason
 * @returns undefined when there is no such job or it has ended
 */
export async function cancelJob(
  tx: Tx,
  id: string,
  facts: Readonly<Record<string, unknown>> = {},
): Promise<ControlledJob | undefined> {
  const [row] = await tx.query<ControlledRow>(cancelOne, [id, JSON.stringify(facts)]);
  return row && toControlled(row);
}

/**
 * End jobs that were asked to end while they ran and wait now, because their worker died, handed them back, or failed
 * before it learnt of the wish.
 *
 * @returns those that ended, `limit` at most
 */
export async function cancelWaitingJobs(tx: Tx, limit: number): Promise<ControlledJob[]> {
  const rows = await tx.query<ControlledRow>(cancelWaiting, [limit, '{}'], 'cancel-waiting-jobs');
  return rows.map(toControlled);
}

/** Of the runs with these claim tokens: those whose job was asked to end. */
export async function findCancelRequests(tx: Tx, tokens: readonly string[]): Promise<string[]> {
  const rows = await tx.query<{ claim_token: string }>(
    `SELECT claim_token FROM jobs
     WHERE cancel_requested_at IS NOT NULL AND finished_at IS NULL AND claim_token = ANY($1::uuid[])`,
    [tokens],
    'find-cancel-requests',
  );
  return rows.map((row) => row.claim_token);
}

/**
 * The dispatch number moves here already, not only when the dispatcher takes the row: what the engine still holds of the
 * last life must not find a job that waits under its number.
 */
const reopen = `
  WITH target AS MATERIALIZED (
    SELECT id, state AS was, dispatch FROM jobs
    WHERE id = $1 AND state IN ('failed', 'cancelled', 'expired') FOR UPDATE
  ), changed AS (
    UPDATE jobs job SET
      state = 'queued', seq = job.seq + 1, dispatch = job.dispatch + 1, max_attempts = job.attempt + coalesce($2::int, greatest(1, job.max_attempts - job.attempt)),
      run_at = now(), next_attempt_at = NULL, finished_at = NULL, cancel_requested_at = NULL, expires_at = NULL,
      progress = NULL, result = NULL, error = NULL, skipped = NULL,
      dispatched_at = NULL, dispatch_lease_until = NULL, probed_at = NULL, missing_since = NULL, claim_token = NULL
    FROM target WHERE job.id = target.id
    RETURNING job.id, job.name, target.was, target.dispatch, job.seq
  ), logged AS (
    INSERT INTO job_events (job_id, seq, type, at, data) SELECT id, seq, 'job.queued', now(), $3 FROM changed
  )
  SELECT *, 'job.queued' AS type, $3::jsonb AS data, now() AS at FROM changed`;

/**
 * Open a job again that ended without success. Its steps stay done, its attempts go on counting.
 *
 * @param attempts how many more it gets; null gives those that it has left, and one at least
 * @returns undefined when there is no such job, it succeeded, or it has not ended
 */
export async function reopenJob(tx: Tx, id: string, attempts: number | null): Promise<ControlledJob | undefined> {
  const [row] = await tx.query<ControlledRow>(reopen, [id, attempts, JSON.stringify({ by: 'retry' })]);
  return row && toControlled(row);
}

/** Read a changed row. */
export function toControlled({ id, name, was, dispatch, seq, type, data, at }: ControlledRow): ControlledJob {
  return { id, name, was, dispatch, events: seq === null ? [] : [{ seq, type, at: at.toISOString(), data }] };
}
