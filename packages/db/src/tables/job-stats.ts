import type { Database } from '../database.ts';
import { searchTimeoutMs } from './job-lists.ts';
import type { JobState } from './jobs.ts';

/** How many jobs of one kind are in one state. */
export interface JobCount {
  name: string;
  state: JobState;
  count: number;
}

/** How many jobs there are. */
export interface JobStats {
  /** All that have not ended. */
  open: JobCount[];
  /** Those that ended since `since`. */
  finished: JobCount[];
  /** The beginning of the window, or later when more ended in it than are counted. */
  since: Date;
  /** False when `since` is later than the beginning of the window. */
  complete: boolean;
}

/** Jobs that ended this long ago are counted, in milliseconds: a day, as dashboards show it. */
export const statsWindowMs = 86_400_000;

/** Ended jobs that are counted at most, the newest: as many take about a tenth of a second. */
export const statsRows = 100_000;

interface CountRow extends Omit<JobCount, 'state'> {
  state: JobState;
  oldest: Date;
}

const open = (owner: string): string =>
  `SELECT name, state, count(*)::int AS count FROM jobs WHERE outcome IS NULL ${owner} GROUP BY name, state ORDER BY name, state`;

const finished = (owner: string): string => `
  SELECT name, state, count(*)::int AS count, min(finished_at) AS oldest FROM (
    SELECT name, state, finished_at FROM jobs
    WHERE finished_at >= $1 ${owner} ORDER BY finished_at DESC LIMIT ${statsRows}
  ) newest
  GROUP BY name, state ORDER BY name, state`;

/**
 * Count jobs by name and state: those that have not ended exactly, those that have within a window that ends now.
 *
 * @param ownerId only jobs of this owner
 * @throws RecordUnavailable with code 57014 after `searchTimeoutMs`
 */
export async function countJobs(db: Database, now: Date, ownerId?: string): Promise<JobStats> {
  const from = new Date(now.getTime() - statsWindowMs);
  let openRows: JobCount[] = [];
  let rows: CountRow[] = [];
  await db.pipeline(async (tx) => {
    const limited = tx.query(`SET LOCAL statement_timeout = ${searchTimeoutMs}`);
    const opened =
      ownerId === undefined ? tx.query<JobCount>(open('')) : tx.query<JobCount>(open('AND owner_id = $1'), [ownerId]);
    const ended =
      ownerId === undefined
        ? tx.query<CountRow>(finished(''), [from])
        : tx.query<CountRow>(finished('AND owner_id = $2'), [from, ownerId]);
    [, openRows, rows] = await Promise.all([limited, opened, ended]);
  });
  const complete = rows.reduce((sum, { count }) => sum + count, 0) < statsRows;
  const oldest = Math.min(...rows.map((row) => row.oldest.getTime()));
  return {
    open: openRows,
    finished: rows.map(({ name, state, count }) => ({ name, state, count })),
    since: complete ? from : new Date(oldest),
    complete,
  };
}
