import type { Tx } from '../database.ts';
import type { JobEvent } from './job-events.ts';
import { expired } from './job-expiry.ts';

/** A job that is about to be handed to the engine. */
export interface Dispatch {
  id: string;
  name: string;
  /** The number of this delivery; the engine's id is `<id>-<dispatch>`. */
  dispatch: number;
  priority: number;
  attemptsLeft: number;
  /** Milliseconds that are left of a backoff; 0 to start at once. */
  delayMs: number;
  /** How long ago its time had come when it was taken, in milliseconds. */
  lateMs: number;
  /** Where it comes from, as `traceparent`, when that was traced. */
  traceContext?: string;
  /** Events of this step: a scheduled job that is queued now. */
  events: JobEvent[];
}

/** How long a dispatcher may take between taking a row and marking it, in seconds; then another takes it. */
const leaseSeconds = 5;

const take = `
  WITH due AS (
    SELECT id, state FROM jobs job
    WHERE dispatched_at IS NULL AND finished_at IS NULL AND run_at <= now() AND name = ANY($2)
      AND (dispatch_lease_until IS NULL OR dispatch_lease_until < now()) AND (${expired}) IS NOT TRUE
    ORDER BY run_at, id
    LIMIT $1
    FOR UPDATE SKIP LOCKED
  ), taken AS (
    UPDATE jobs job SET
      dispatch = job.dispatch + 1,
      dispatch_lease_until = now() + interval '${leaseSeconds} s',
      state = CASE WHEN job.state = 'scheduled' THEN 'queued' ELSE job.state END,
      seq = CASE WHEN job.state = 'scheduled' THEN job.seq + 1 ELSE job.seq END
    FROM due WHERE due.id = job.id
    RETURNING job.id, job.name, job.dispatch, job.priority, job.seq, job.trace_context, due.state AS was,
      greatest(1, job.max_attempts - job.attempt) AS attempts_left,
      greatest(0, extract(epoch FROM job.next_attempt_at - now()) * 1000)::int AS delay_ms,
      (extract(epoch FROM now() - job.run_at) * 1000)::float8 AS late_ms
  ), queued AS (
    INSERT INTO job_events (job_id, seq, type, at) SELECT id, seq, 'job.queued', now() FROM taken WHERE was = 'scheduled'
  )
  SELECT *, now() AS at FROM taken`;

interface TakenRow {
  id: string;
  name: string;
  dispatch: number;
  priority: number;
  seq: number;
  was: string;
  attempts_left: number;
  delay_ms: number | null;
  late_ms: number;
  trace_context: string | null;
  at: Date;
}

/**
 * Take due rows for dispatching: each gets the next dispatch number and a lease. Rows that another dispatcher is taking
 * are passed over.
 *
 * @param names the jobs that this process knows: those of a newer version wait for a newer process
 */
export async function takeDueJobs(tx: Tx, names: readonly string[], limit: number): Promise<Dispatch[]> {
  const rows = await tx.query<TakenRow>(take, [limit, names], 'take-due-jobs');
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    dispatch: row.dispatch,
    priority: row.priority,
    attemptsLeft: row.attempts_left,
    delayMs: row.delay_ms ?? 0,
    lateMs: row.late_ms,
    ...(row.trace_context === null ? {} : { traceContext: row.trace_context }),
    events: row.was === 'scheduled' ? [{ seq: row.seq, type: 'job.queued', at: row.at.toISOString(), data: {} }] : [],
  }));
}

/**
 * Mark taken rows as dispatched. A row that was claimed meanwhile has marked itself, and one that was handed back has
 * lost its lease: both stay as they are.
 */
export async function markDispatched(tx: Tx, dispatches: readonly Pick<Dispatch, 'id' | 'dispatch'>[]): Promise<void> {
  await tx.query(
    `UPDATE jobs SET dispatched_at = now(), missing_since = NULL
     FROM unnest($1::uuid[], $2::int[]) AS taken (id, dispatch)
     WHERE jobs.id = taken.id AND jobs.dispatch = taken.dispatch
       AND jobs.dispatched_at IS NULL AND jobs.dispatch_lease_until IS NOT NULL AND jobs.finished_at IS NULL`,
    [dispatches.map(({ id }) => id), dispatches.map(({ dispatch }) => dispatch)],
    'mark-dispatched',
  );
}

/** Give taken rows back at once, because the engine did not take them. */
export async function releaseDispatches(
  tx: Tx,
  dispatches: readonly Pick<Dispatch, 'id' | 'dispatch'>[],
): Promise<void> {
  await tx.query(
    `UPDATE jobs SET dispatch_lease_until = NULL
     FROM unnest($1::uuid[], $2::int[]) AS taken (id, dispatch)
     WHERE jobs.id = taken.id AND jobs.dispatch = taken.dispatch AND jobs.dispatched_at IS NULL`,
    [dispatches.map(({ id }) => id), dispatches.map(({ dispatch }) => dispatch)],
  );
}
