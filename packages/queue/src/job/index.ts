export {
  type Access,
  type Backoff,
  defineJob,
  jobDefaults,
  type JobDefinition,
  type JobOptions,
  lastPriority,
  type Retention,
  type RetryPolicy,
  type StartRequest,
  type Timeout,
} from './define-job.ts';
export type { JobSchedule } from './job-schedule.ts';
export type { Handler, JobContext, JsonValue, OnceOptions, RunningJob } from './handler.ts';
export { Permanent, Retryable, RetryAfter, Skip } from './verdicts.ts';
