import type { Tx } from '../database.ts';
import type { JobEvent } from './job-events.ts';
import { expired } from './job-expiry.ts';
import type { JobFailure, JobProgress, JobState } from './jobs.ts';

/** An event on its way into the record; its number is assigned by the statement that stores it. */
export interface NewJobEvent {
  type: string;
  data: Record<string, unknown>;
}

/** An attempt that did not succeed, as operators see it. */
export interface FailedAttempt {
  outcome: string;
  error: { name: string; code: string; message: string; stack: string };
}

/**
 * One change of one job. `claim` and `close` are guarded by the dispatch number, the others by the claim token: whoever
 * has lost the job changes nothing.
 */
export interface Transition {
  id: string;
  kind: 'claim' | 'progress' | 'settle' | 'close';
  dispatch?: number;
  token?: string;
  worker?: string;
  progress?: JobProgress;
  /** The state that a settled or closed job is in. */
  state?: JobState;
  result?: unknown;
  error?: JobFailure;
  skipped?: string;
  /** Milliseconds until the next attempt. */
  delayMs?: number;
  /** The run does not count as an attempt, and the dispatcher delivers the job again. */
  handBack?: boolean;
  failedAttempt?: FailedAttempt;
  events: readonly NewJobEvent[];
}

/** What a transition did. */
export interface TransitionResult {
  id: string;
  name: string;
  payload: unknown;
  ownerId: string | null;
  attempt: number;
  maxAttempts: number;
  createdAt: Date;
  /** When it may start, or could. */
  runAt: Date;
  /** Where it comes from, as `traceparent`; told with a claim. */
  traceContext: string | null;
  /** Somebody has asked the job to end. */
  cancelRequested: boolean;
  /** The stored events with their numbers. */
  events: JobEvent[];
}

interface ChangedRow {
  id: string;
  name: string;
  payload: unknown;
  owner_id: string | null;
  attempt: number;
  max_attempts: number;
  created_at: Date;
  run_at: Date;
  trace_context: string | null;
  cancel_requested: boolean;
  seq: number;
  events: NewJobEvent[];
  at: Date;
}

const columns = `id uuid, kind text, dispatch int, token uuid, worker text, progress jsonb, state text, result jsonb,
  error jsonb, skipped text, "delayMs" float8, "handBack" boolean, "failedAttempt" jsonb, events jsonb`;

/**
 * All kinds in one statement, so that the claims, reports and verdicts of many jobs cost one round trip and one commit.
 * A claim of a running job is a stalled delivery: it adds `job.stalled` before `job.started`.
 */
const statement = (locking: 'SKIP LOCKED' | ''): string => `
  WITH input AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS input (${columns})
  ), target AS MATERIALIZED (
    SELECT job.id,
      CASE WHEN input.kind = 'claim' AND job.state = 'running'
        THEN jsonb_build_array(jsonb_build_object('type', 'job.stalled', 'data', jsonb_build_object('attempt', job.attempt)))
        ELSE '[]'::jsonb END
      || CASE WHEN input.kind = 'claim'
        THEN jsonb_build_array(jsonb_build_object('type', 'job.started', 'data', jsonb_build_object('attempt', job.attempt + 1)))
        ELSE input.events END AS events
    FROM jobs job JOIN input ON input.id = job.id
    WHERE job.finished_at IS NULL AND (${expired}) IS NOT TRUE
      AND CASE input.kind
        WHEN 'claim' THEN job.dispatch = input.dispatch
        -- A job that was handed back is the dispatcher's again, whatever the engine thinks of the old delivery.
        WHEN 'close' THEN job.dispatch = input.dispatch AND job.dispatched_at IS NOT NULL
        ELSE job.claim_token = input.token END
    ORDER BY job.id
    FOR UPDATE OF job ${locking}
  ), changed AS (
    UPDATE jobs job SET
      seq = job.seq + jsonb_array_length(target.events),
      state = CASE input.kind WHEN 'claim' THEN 'running' WHEN 'progress' THEN job.state ELSE input.state END,
      claim_token = CASE input.kind WHEN 'claim' THEN input.token WHEN 'progress' THEN job.claim_token END,
      attempt = job.attempt + CASE WHEN input.kind = 'claim' THEN 1 WHEN input."handBack" THEN -1 ELSE 0 END,
      worker = coalesce(input.worker, job.worker),
      progress = CASE WHEN input.kind = 'claim' THEN NULL ELSE coalesce(input.progress, job.progress) END,
      result = coalesce(input.result, job.result),
      error = CASE WHEN input.kind IN ('settle', 'close') THEN input.error ELSE job.error END,
      skipped = coalesce(input.skipped, job.skipped),
      started_at = CASE WHEN input.kind = 'claim' THEN coalesce(job.started_at, now()) ELSE job.started_at END,
      next_attempt_at = CASE input.kind WHEN 'claim' THEN NULL WHEN 'progress' THEN job.next_attempt_at
        ELSE now() + input."delayMs" * interval '1 ms' END,
      run_at = CASE WHEN input."handBack" THEN now() + input."delayMs" * interval '1 ms' ELSE job.run_at END,
      dispatched_at = CASE WHEN input."handBack" THEN NULL WHEN input.kind = 'claim' THEN coalesce(job.dispatched_at, now())
        ELSE job.dispatched_at END,
      dispatch_lease_until = CASE WHEN input."handBack" THEN NULL ELSE job.dispatch_lease_until END,
      missing_since = CASE WHEN input.kind = 'claim' THEN NULL ELSE job.missing_since END,
      finished_at = CASE WHEN input.kind IN ('settle', 'close')
        AND input.state IN ('succeeded', 'failed', 'cancelled', 'expired') THEN now() END
    FROM target JOIN input ON input.id = target.id
    WHERE job.id = target.id
    RETURNING job.id, job.name, CASE WHEN input.kind = 'claim' THEN job.payload END AS payload, job.owner_id, job.attempt,
      job.max_attempts, job.created_at, job.run_at, CASE WHEN input.kind = 'claim' THEN job.trace_context END AS trace_context, job.cancel_requested_at IS NOT NULL AS cancel_requested, job.seq, target.events, input."failedAttempt" AS tried,
      job.attempt + CASE WHEN input."handBack" THEN 1 ELSE 0 END AS tried_attempt, job.worker
  ), logged AS (
    INSERT INTO job_events (job_id, seq, type, at, data)
    SELECT changed.id, changed.seq - jsonb_array_length(changed.events) + event.position, event.value ->> 'type', now(),
      event.value -> 'data'
    FROM changed, jsonb_array_elements(changed.events) WITH ORDINALITY AS event (value, position)
  ), tried AS (
    INSERT INTO job_attempts (job_id, seq, attempt, outcome, error, worker)
    SELECT id, seq, tried_attempt, tried ->> 'outcome', tried -> 'error', worker
    FROM changed WHERE tried IS NOT NULL AND jsonb_typeof(tried) = 'object'
  )
  SELECT id, name, payload, owner_id, attempt, max_attempts, created_at, run_at, trace_context, cancel_requested, seq, events, now() AS at FROM changed`;

const batch = statement('SKIP LOCKED');
const single = statement('');

/**
 * Write the transitions of several jobs in one statement. Rows that somebody else has locked and transitions whose guard
 * does not hold are missing from the answer: write those singly to tell the two apart.
 *
 * @param transitions at most one per job
 */
export async function writeTransitions(tx: Tx, transitions: readonly Transition[]): Promise<TransitionResult[]> {
  const rows = await tx.query<ChangedRow>(batch, [toJson(transitions)], 'write-transitions');
  return rows.map(toResult);
}

/** Write one transition, waiting for the row's lock. Undefined: its guard does not hold. */
export async function writeTransition(tx: Tx, transition: Transition): Promise<TransitionResult | undefined> {
  const [row] = await tx.query<ChangedRow>(single, [toJson([transition])], 'write-transition');
  return row && toResult(row);
}

/** PostgreSQL's jsonb holds no NUL (error 22P05), and one in a handler's text would sink the whole batch. */
function toJson(value: unknown): string {
  const json = JSON.stringify(value);
  if (!json.includes('\\u0000')) return json;
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'string' ? item.replaceAll('\0', '') : item));
}

function toResult(row: ChangedRow): TransitionResult {
  const first = row.seq - row.events.length + 1;
  const at = row.at.toISOString();
  return {
    id: row.id,
    name: row.name,
    payload: row.payload,
    ownerId: row.owner_id,
    attempt: row.attempt,
    maxAttempts: row.max_attempts,
    createdAt: row.created_at,
    runAt: row.run_at,
    traceContext: row.trace_context,
    cancelRequested: row.cancel_requested,
    events: row.events.map(({ type, data }, index) => ({ seq: first + index, type, at, data })),
  };
}
