import type { Tx } from '../database.ts';
import type { JobFailure, JobProgress, JobState } from './jobs.ts';

/** A job as a dashboard shows it, whose engine knows nothing but its id. */
export interface BoardJob {
  id: string;
  name: string;
  state: JobState;
  /** The newest delivery; earlier ones do nothing any more. */
  dispatch: number;
  owner_id: string | null;
  attempt: number;
  max_attempts: number;
  /** The number of the newest event. */
  seq: number;
  payload: unknown;
  progress: JobProgress | null;
  result: unknown;
  error: JobFailure | null;
  skipped: string | null;
  /** Stacks of the newest failed attempts, the newest last. */
  stacks: string[];
}

/** How many failed attempts of a job are shown. */
const shownAttempts = 5;

/** Read the jobs of a dashboard's page in one query. Ids without a row are left out. */
export async function readBoardJobs(tx: Tx, ids: readonly string[]): Promise<Map<string, BoardJob>> {
  const rows = await tx.query<BoardJob>(
    `SELECT job.id, name, state, dispatch, owner_id, job.attempt, max_attempts, job.seq, payload, progress, result,
       job.error, skipped, coalesce(failed.stacks, '{}') AS stacks
     FROM jobs job
     LEFT JOIN LATERAL (
       SELECT array_agg(newest.error->>'stack' ORDER BY newest.seq) AS stacks
       FROM (
         SELECT seq, error FROM job_attempts WHERE job_id = job.id AND error->>'stack' IS NOT NULL
         ORDER BY seq DESC LIMIT ${shownAttempts}
       ) newest
     ) failed ON true
     WHERE job.id = ANY($1::uuid[])`,
    [ids],
    'read-board-jobs',
  );
  return new Map(rows.map((row) => [row.id, row]));
}
