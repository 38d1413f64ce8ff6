import type { Tx } from '../database.ts';
import type { JobFailure, JobState } from './jobs.ts';

/** What a tick does while an earlier job of its schedule has not ended. */
export type Overlap = 'skip' | 'queue' | 'cancel-previous';

/** Which ticks are made up for that nobody was there to take. */
export type CatchUp = 'none' | 'last' | 'all';

/** What somebody chooses of a schedule. */
export interface ScheduleSettings {
  job: string;
  payload: unknown;
  cron: string;
  timeZone: string;
  overlap: Overlap;
  catchUp: CatchUp;
  enabled: boolean;
}

/** A schedule as the record has it. */
export interface ScheduleRow extends ScheduleSettings {
  name: string;
  /** What an operator has edited, the code leaves alone. */
  origin: 'code' | 'operator';
  /** Counts the edits. */
  version: number;
  /** Null while it is switched off. */
  nextRunAt: Date | null;
  lastRunAt: Date | null;
  lastJobId: string | null;
  /** The state of the last job; null when there was none or it is kept no longer. */
  lastJobState: JobState | null;
  /** Why it does not run. */
  error: JobFailure | null;
  createdAt: Date;
  updatedAt: Date;
}

/** Columns and, for a schedule, the state of its last job. */
const select = `
  SELECT schedule.name, schedule.job, schedule.payload, schedule.cron, time_zone AS "timeZone", overlap,
    catch_up AS "catchUp", enabled, origin, version, next_run_at AS "nextRunAt", last_run_at AS "lastRunAt",
    last_job_id AS "lastJobId", job.state AS "lastJobState", schedule.error, schedule.created_at AS "createdAt",
    updated_at AS "updatedAt"
  FROM schedules schedule LEFT JOIN jobs job ON job.id = last_job_id`;

/** Every schedule, by name. There are so few that nobody needs pages. */
export async function listSchedules(tx: Tx): Promise<ScheduleRow[]> {
  return tx.query<ScheduleRow>(`${select} ORDER BY schedule.name`);
}

/** Read one schedule. */
export async function findSchedule(tx: Tx, name: string): Promise<ScheduleRow | undefined> {
  const [row] = await tx.query<ScheduleRow>(`${select} WHERE schedule.name = $1`, [name]);
  return row;
}

/** Read one schedule and hold it for the rest of the transaction. */
export async function lockSchedule(tx: Tx, name: string): Promise<ScheduleRow | undefined> {
  const [row] = await tx.query<ScheduleRow>(`${select} WHERE schedule.name = $1 FOR UPDATE OF schedule`, [name]);
  return row;
}

/** A schedule on its way into the record. */
export interface NewSchedule extends ScheduleSettings {
  name: string;
  origin: ScheduleRow['origin'];
  nextRunAt: Date | null;
}

const insert = `INSERT INTO schedules
  (name, job, payload, cron, time_zone, overlap, catch_up, enabled, origin, next_run_at)
  SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10 WHERE (SELECT count(*) FROM schedules) < $11
  ON CONFLICT (name) DO NOTHING RETURNING 1`;

const update = `UPDATE schedules SET job = $2, payload = $3, cron = $4, time_zone = $5, overlap = $6, catch_up = $7,
  enabled = $8, origin = $9, next_run_at = $10, error = NULL, version = version + 1, updated_at = now() WHERE name = $1`;

/**
 * Write a new schedule.
 *
 * @param most how many there may be
 * @returns false when there are as many already, or one of this name
 */
export async function insertSchedule(tx: Tx, schedule: NewSchedule, most: number): Promise<boolean> {
  return (await tx.query(insert, [...valuesOf(schedule), most])).length > 0;
}

/** Change a schedule that is held. Its error is forgotten: the next tick tells anew. */
export async function updateSchedule(tx: Tx, schedule: NewSchedule): Promise<void> {
  await tx.query(update, valuesOf(schedule));
}

function valuesOf(schedule: NewSchedule): unknown[] {
  const { name, job, payload, cron, timeZone, overlap, catchUp, enabled, origin, nextRunAt } = schedule;
  return [name, job, JSON.stringify(payload), cron, timeZone, overlap, catchUp, enabled, origin, nextRunAt];
}

/** Delete a schedule. Its jobs go on. */
export async function deleteSchedule(tx: Tx, name: string): Promise<boolean> {
  return (await tx.query('DELETE FROM schedules WHERE name = $1 RETURNING 1', [name])).length > 0;
}

/**
 * Delete what the code has put in and does not want any more: schedules of these jobs that are not in the list. Those of
 * unknown jobs stay, because another process may know them.
 *
 * @returns the names
 */
export async function deleteForgottenSchedules(
  tx: Tx,
  jobs: readonly string[],
  wanted: readonly string[],
): Promise<string[]> {
  const rows = await tx.query<{ name: string }>(
    `DELETE FROM schedules WHERE origin = 'code' AND job = ANY($1) AND name <> ALL($2) RETURNING name`,
    [jobs, wanted],
  );
  return rows.map(({ name }) => name);
}
