import type { StepStatement, Tx } from '@jobwire/db';
import type { z } from 'zod';

import type { JobDefinition } from './define-job.ts';

/** Facts about the run that a handler may need. */
export interface RunningJob {
  id: string;
  ownerId: string | null;
  /** Counts from 1. */
  attempt: number;
  /** The attempt whose failure is the job's. It grows when the job is retried by hand. */
  maxAttempts: number;
}

/** What to do when it is unknown whether an earlier run of a `once` step took effect. */
export interface OnceOptions {
  onUncertain: 'rerun' | 'fail';
}

/** What a handler may do besides its work. */
export interface JobContext<Stage extends string = string> {
  readonly job: RunningJob;
  /**
   * Report how far the run is: percent = (stage index + fraction) / stages. It never goes back within an attempt, and at
   * most 4 reports a second are stored.
   *
   * @param fraction 0…1 of the stage
   */
  progress(stage: Stage, fraction?: number, detail?: string): void;
  /**
   * Commit database effects exactly once per job and key: the step is recorded in the same transaction, under the claim.
   * A later run does not call `work` and gets the stored value.
   *
   * @throws ClaimLost when another run has taken over
   */
  commit<Value extends JsonValue | void>(key: string, work: (tx: Tx) => Promise<Value>): Promise<Value>;
  /**
   * The same for effects that are one statement, in one round trip instead of three: for jobs that run often and wait for
   * little else.
   *
   * @returns false when the statement found nothing to change
   * @throws ClaimLost when another run has taken over
   */
  commitStatement(key: string, statement: StepStatement): Promise<boolean>;
  /**
   * Do an outside effect, recorded before (`started`) and after (`done`). It happens at least once: a run that finds
   * `started` without `done` follows `onUncertain`.
   *
   * @throws Permanent `UNCERTAIN_STEP` with `onUncertain: 'fail'`
   */
  once<Value extends JsonValue | void>(key: string, work: () => Promise<Value>, options: OnceOptions): Promise<Value>;
  /** Add a line to the job's events; visible to its owner. */
  log(message: string, facts?: Record<string, JsonValue>): void;
  /** Aborted on timeout, cancel, lost lock and shutdown; pass it to everything that waits. */
  readonly signal: AbortSignal;
}

/** What survives a trip through JSON. */
export type JsonValue = string | number | boolean | null | readonly JsonValue[] | { readonly [key: string]: JsonValue };

/** The logic of a job. Returns its result, throws anything to be retried, or throws a verdict. */
export type Handler<Definition extends JobDefinition, Ports> = (
  payload: z.output<Definition['payload']>,
  context: JobContext<Definition['stages'][number]>,
  ports: Ports,
) => Promise<z.input<Definition['result']>>;
