export { createDatabase, type Database, type DatabaseOptions, type Tx } from './database.ts';
export { isUnavailable, isUniqueViolation, sqlState } from './failures.ts';
export { migrate } from './migrate.ts';
export { readEpoch } from './tables/channel-epoch.ts';
export { firstJobEvent, isFinalEvent, type JobEvent, readJobEvents } from './tables/job-events.ts';
export {
  finalStates,
  findJob,
  insertJob,
  type JobFailure,
  jobPositions,
  type JobProgress,
  type JobRow,
  type JobState,
  type NewJob,
} from './tables/jobs.ts';
