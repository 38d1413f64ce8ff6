import type { Actor, JobChange, JobRow, NewJob, Tx } from '@jobwire/db';

/** Why a queue is paused, and for how long. */
export interface PauseOptions {
  /** A stable code when the system pauses, e.g. `MAIL_CONFIG`. */
  reason?: string;
  /** Resumed by itself after so many milliseconds; without it an operator has to. */
  forMs?: number;
}

/** What is said with a change of a job. */
export interface ActOptions {
  /** Why; shown in the job's event and in the audit log. */
  reason?: string;
  /** The bulk action that it is a part of; in the audit log. */
  bulkActionId?: string;
}

/** How a job begins again. */
export interface RetryOptions extends ActOptions {
  /** Give it a full set of attempts (default); otherwise those that it has left, and one at least. */
  resetAttempts?: boolean;
}

/** How a job is done once more, by another job. */
export interface ReplayOptions extends ActOptions {
  /** Instead of the payload of the job. Left out, the same. */
  payload?: unknown;
  /** `traceparent` of the request that it is made for. */
  traceContext?: string;
  /** Done in the same transaction, with the new job. */
  alongside?: (tx: Tx, job: NewJob) => Promise<void>;
}

/** What people and the system may do to jobs and queues. Every change is in the record and in the audit log first. */
export interface JobControl {
  /**
   * Start a job again that failed, was cancelled or has expired: the same job, under the next dispatch number, with a
   * full set of attempts.
   *
   * @throws AppError NOT_FOUND (also when its type left the catalog), JOB_NOT_FINISHED (also for one that succeeded)
   */
  retry(jobId: string, actor: Actor, options?: RetryOptions): Promise<void>;
  /**
   * End a job: at once while it waits, otherwise by asking its handler within a second or so, which then has the
   * definition's `cancelGraceMs` (10 s). What the handler returns or decides meanwhile holds. Asking twice changes nothing.
   *
   * @throws AppError NOT_FOUND, JOB_FINISHED
   */
  cancel(jobId: string, actor: Actor, options?: ActOptions): Promise<void>;
  /**
   * Start a new job with a job's payload, name, owner, priority and tags, whatever became of that job. It is a job like
   * any other: nothing that the first one committed counts for it.
   *
   * @returns the new job
   * @throws AppError NOT_FOUND (also when its type left the catalog), INVALID_INPUT when the payload does not fit the
   * definition of today
   */
  replay(jobId: string, actor: Actor, options?: ReplayOptions): Promise<NewJob>;
  /**
   * Give a job another time, priority or tags before it begins. It is delivered anew where that needs it.
   *
   * @param expectedSeq change it only if this is still its newest event
   * @returns the job as it is then
   * @throws AppError NOT_FOUND, JOB_STARTED, JOB_FINISHED, PRECONDITION_FAILED
   */
  change(jobId: string, actor: Actor, change: JobChange, expectedSeq?: number): Promise<JobRow>;
  /**
   * Let no worker take jobs of these queues. Jobs are still accepted. What the system pauses for a time never shortens
   * another pause, and renewing it is no news for the audit log.
   *
   * @throws AppError NOT_FOUND for a name that is not in the catalog
   */
  pause(queues: readonly string[], actor: Actor, options?: PauseOptions): Promise<void>;
  /**
   * Let workers take jobs of these queues again, whoever paused them; the system ends only what was paused for a time.
   *
   * @throws AppError NOT_FOUND for a name that is not in the catalog
   */
  resume(queues: readonly string[], actor: Actor): Promise<void>;
}
