import type { Tx } from '../database.ts';
import type { JobState } from './jobs.ts';

/** Jobs of one queue in one state that is not final. */
export interface OpenJobsRow {
  name: string;
  state: Exclude<JobState, 'succeeded' | 'failed' | 'cancelled' | 'expired'>;
  jobs: number;
  /** When the job that waits longest could have begun. */
  oldest: Date;
  /** Workers whose runs are under way; empty for states without runs. */
  workers: string[];
}

/** What every queue has that is not over, as the record knows it: it needs no engine. */
export async function readOpenJobs(tx: Tx): Promise<OpenJobsRow[]> {
  return tx.query<OpenJobsRow>(
    `SELECT name, state, count(*)::int AS jobs, min(greatest(run_at, next_attempt_at)) AS oldest,
       coalesce(array_agg(DISTINCT worker ORDER BY worker) FILTER (WHERE state = 'running' AND worker IS NOT NULL), '{}') AS workers
     FROM jobs WHERE outcome IS NULL GROUP BY name, state`,
    [],
    'read-open-jobs',
  );
}
