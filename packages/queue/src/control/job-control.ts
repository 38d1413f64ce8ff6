import type { Actor } from '@jobwire/db';

/** Why a queue is paused, and for how long. */
export interface PauseOptions {
  /** A stable code when the system pauses, e.g. `MAIL_CONFIG`. */
  reason?: string;
  /** Resumed by itself after so many milliseconds; without it an operator has to. */
  forMs?: number;
}

/** What people and the system may do to jobs and queues. Every change is in the record and in the audit log first. */
export interface JobControl {
  /**
   * Start a job again that failed, was cancelled or has expired: the same job, under the next dispatch number, with a
   * full set of attempts.
   *
   * @throws AppError NOT_FOUND (also when its type left the catalog), JOB_NOT_FINISHED (also for one that succeeded)
   */
  retry(jobId: string, actor: Actor): Promise<void>;
  /**
   * End a job: at once while it waits, otherwise by asking its handler within a second or so, which then has the
   * definition's `cancelGraceMs` (10 s). What the handler returns or decides meanwhile holds. Asking twice changes nothing.
   *
   * @throws AppError NOT_FOUND, JOB_FINISHED
   */
  cancel(jobId: string, actor: Actor): Promise<void>;
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
