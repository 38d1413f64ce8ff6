import { countFinishedJobs, type Database } from '@jobwire/db';
import type { Ports } from '@jobwire/jobs';

/** Make the port that reports read the record through. */
export function createReports(db: Database): Ports['reports'] {
  return { finishedOn: (day, ownerId) => countFinishedJobs(db, day, ownerId) };
}
