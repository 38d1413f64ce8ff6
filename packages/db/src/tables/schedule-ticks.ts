import type { Tx } from '../database.ts';
import type { JobFailure } from './jobs.ts';
import type { CatchUp, Overlap } from './schedules.ts';

/** A schedule whose time has come, held for the rest of the transaction. */
export interface DueSchedule {
  name: string;
  job: string;
  payload: unknown;
  cron: string;
  timeZone: string;
  overlap: Overlap;
  catchUp: CatchUp;
  nextRunAt: Date;
  /** The jobs that it started and that have not ended. */
  openJobs: string[];
  /** Why it did not run before. */
  error: JobFailure | null;
  /** The record's time. */
  now: Date;
}

/** How a tick went, as it is written down. */
export interface Tick {
  at: Date;
  outcome: 'started' | 'skipped' | 'failed';
  jobId: string | null;
}

/** What a schedule is after its ticks. */
export interface TickedSchedule {
  name: string;
  /** Null: it never ticks again. */
  nextRunAt: Date | null;
  /** The last tick that started a job; null when none did. */
  lastRun: { at: Date; jobId: string } | null;
  openJobs: readonly string[];
  error: JobFailure | null;
}

/** What there is to do. */
export interface ScheduleOutlook {
  /** Milliseconds until the first tick, not above 0 when one is due; null when there is none to come. */
  waitMs: number | null;
  /** A schedule is due whose job is unknown here, and nobody has said so yet. */
  unknown: boolean;
}

/** Look when the next schedule of these jobs is due. There are so few schedules that this is a look at all of them. */
export async function lookAtSchedules(tx: Tx, jobs: readonly string[], unknownCode: string): Promise<ScheduleOutlook> {
  const [row] = await tx.query<ScheduleOutlook>(
    `SELECT extract(epoch FROM min(next_run_at) FILTER (WHERE job = ANY($1)) - now())::float8 * 1000 AS "waitMs",
       coalesce(bool_or(next_run_at <= now() AND job <> ALL($1) AND error->>'code' IS DISTINCT FROM $2), false) AS unknown
     FROM schedules WHERE next_run_at IS NOT NULL`,
    [jobs, unknownCode],
    'look-at-schedules',
  );
  return row ?? { waitMs: null, unknown: false };
}

/**
 * Take schedules of these jobs whose time has come, those with an error last, so that they hold up nobody. What another
 * transaction holds, an operator's, is left for later.
 */
export async function takeDueSchedules(tx: Tx, jobs: readonly string[], limit: number): Promise<DueSchedule[]> {
  return tx.query<DueSchedule>(
    `SELECT name, job, payload, cron, time_zone AS "timeZone", overlap, catch_up AS "catchUp",
       next_run_at AS "nextRunAt", error, now() AS now,
       ARRAY(SELECT id::text FROM jobs WHERE id = ANY(open_jobs) AND finished_at IS NULL ORDER BY id) AS "openJobs"
     FROM schedules WHERE next_run_at <= now() AND job = ANY($1)
     ORDER BY error IS NOT NULL, next_run_at, name LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [jobs, limit],
  );
}

/**
 * Write a tick down before its job is made.
 *
 * @returns false when it was written down before: it must not count again
 */
export async function insertTick(tx: Tx, schedule: string, { at, outcome, jobId }: Tick): Promise<boolean> {
  const rows = await tx.query(
    `INSERT INTO schedule_ticks (schedule, tick_at, outcome, job_id) VALUES ($1, $2, $3, $4)
     ON CONFLICT DO NOTHING RETURNING 1`,
    [schedule, at, outcome, jobId],
  );
  return rows.length > 0;
}

/** Move a schedule on after its ticks, and forget ticks that are older than `keepMs`. */
export async function moveSchedule(
  tx: Tx,
  { name, nextRunAt, lastRun, openJobs, error }: TickedSchedule,
  keepMs: number,
): Promise<void> {
  await tx.query(
    `WITH old AS (
       DELETE FROM schedule_ticks WHERE schedule = $1 AND tick_at < now() - $7::float8 * interval '1 ms'
     )
     UPDATE schedules SET next_run_at = $2, last_run_at = coalesce($3, last_run_at), last_job_id = coalesce($4, last_job_id),
       open_jobs = $5::uuid[], error = $6 WHERE name = $1`,
    [name, nextRunAt, lastRun?.at ?? null, lastRun?.jobId ?? null, openJobs, error && JSON.stringify(error), keepMs],
  );
}

/** Say why a schedule could not be moved on; it stays due. */
export async function markScheduleFailed(tx: Tx, name: string, error: JobFailure): Promise<void> {
  await tx.query('UPDATE schedules SET error = $2 WHERE name = $1', [name, JSON.stringify(error)]);
}

/** Write down that an operator started a job of a schedule; its ticks stay as they are. */
export async function addScheduleRun(tx: Tx, name: string, jobId: string): Promise<void> {
  await tx.query(
    `UPDATE schedules SET last_run_at = now(), last_job_id = $2, open_jobs = open_jobs || $2::uuid WHERE name = $1`,
    [name, jobId],
  );
}

/**
 * Say of schedules that are due and whose jobs are unknown here why they wait. They are left alone otherwise: a process
 * of another version may know their jobs.
 *
 * @returns the names of those of which it had not been said
 */
export async function markUnknownJobs(tx: Tx, jobs: readonly string[], error: JobFailure): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `UPDATE schedules SET error = $2
     WHERE next_run_at <= now() AND job <> ALL($1) AND error->>'code' IS DISTINCT FROM $3 RETURNING name`,
    [jobs, JSON.stringify(error), error.code],
  );
  return rows.map(({ name }) => name);
}
