export {
  type Access,
  type Backoff,
  defineJob,
  jobDefaults,
  type JobDefinition,
  type JobOptions,
  type Retention,
  type RetryPolicy,
  type Timeout,
} from './define-job.ts';
export type { Handler, JobContext, JsonValue, OnceOptions, RunningJob } from './handler.ts';
export { Permanent, Retryable, RetryAfter, Skip } from './verdicts.ts';
