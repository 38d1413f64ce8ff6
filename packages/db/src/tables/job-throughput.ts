import type { Database } from '../database.ts';
import { searchTimeoutMs } from './job-lists.ts';
import { statsRows } from './job-stats.ts';

/** How long a step of a throughput is, in milliseconds: short enough to see a change, long enough for few rows. */
export const throughputStepMs = 10_000;

/** How many jobs of one kind ended in one way within one step. */
export interface FinishedCount {
  /** The beginning of the step. */
  at: Date;
  name: string;
  state: 'succeeded' | 'failed' | 'cancelled' | 'expired';
  /** Of the error, for jobs that failed. */
  code: string | null;
  count: number;
}

/** How many jobs ended, step by step. */
export interface Throughput {
  /** The first step that is counted completely. */
  from: Date;
  /** The oldest first; steps in which nothing ended are left out. */
  finished: FinishedCount[];
}

/**
 * Count what ended since the step of `since` began, by step, name, state and error code: the newest 100,000 jobs at most,
 * found by one walk of an index.
 *
 * @throws RecordUnavailable with code 57014 after `searchTimeoutMs`
 */
export async function readThroughput(db: Database, since: Date): Promise<Throughput> {
  const from = new Date(Math.floor(since.getTime() / throughputStepMs) * throughputStepMs);
  let rows: FinishedCount[] = [];
  await db.pipeline(async (tx) => {
    const limited = tx.query(`SET LOCAL statement_timeout = ${searchTimeoutMs}`);
    const counted = tx.query<FinishedCount>(
      `SELECT date_bin('${throughputStepMs} ms', finished_at, 'epoch') AS at, name, state,
         CASE state WHEN 'failed' THEN error ->> 'code' END AS code, count(*)::int AS count
       FROM (
         SELECT name, state, error, finished_at FROM jobs
         WHERE finished_at >= $1 ORDER BY finished_at DESC LIMIT ${statsRows}
       ) newest
       GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4`,
      [from],
    );
    [, rows] = await Promise.all([limited, counted]);
  });
  const complete = rows.reduce((sum, { count }) => sum + count, 0) < statsRows;
  const [oldest] = rows;
  if (complete || !oldest) return { from, finished: rows };
  // The oldest step may have lost some to the limit.
  return {
    from: new Date(oldest.at.getTime() + throughputStepMs),
    finished: rows.filter(({ at }) => at > oldest.at),
  };
}
