import type { Tx } from '../database.ts';

/** How many unfinished jobs of a name are in a state. */
export interface QueueLoadRow {
  name: string;
  state: 'scheduled' | 'queued' | 'running' | 'retrying';
  jobs: number;
  /** How long the oldest has been due, or has been running, in seconds. */
  oldestSeconds: number;
  /** Who runs them; empty for states without runs. */
  workers: string[];
}

/**
 * Count the unfinished jobs by name and state. It reads each of them once, over the two partial indexes of unfinished jobs,
 * so ask it seldom.
 */
export async function readQueueLoads(tx: Tx): Promise<QueueLoadRow[]> {
  return tx.query<QueueLoadRow>(
    `WITH unfinished AS (
       SELECT name, state, run_at, next_attempt_at, started_at, worker FROM jobs
       WHERE dispatched_at IS NULL AND finished_at IS NULL
       UNION ALL
       SELECT name, state, run_at, next_attempt_at, started_at, worker FROM jobs
       WHERE dispatched_at IS NOT NULL AND finished_at IS NULL
     )
     SELECT name, state, count(*)::int AS jobs,
       greatest(0, extract(epoch FROM now() - min(
         CASE state WHEN 'running' THEN started_at WHEN 'retrying' THEN coalesce(next_attempt_at, run_at) ELSE run_at END
       )))::float8 AS "oldestSeconds",
       coalesce(array_agg(DISTINCT worker ORDER BY worker) FILTER (WHERE state = 'running' AND worker IS NOT NULL), '{}') AS workers
     FROM unfinished GROUP BY name, state ORDER BY name, state`,
    [],
    'read-queue-loads',
  );
}
