import type { Tx } from '../database.ts';
import { insertJobWords } from './job-words.ts';
import type { JobState, NewJob } from './jobs.ts';

const insert = `
  WITH job AS (
    INSERT INTO jobs (id, name, state, payload, owner_id, max_attempts, priority, run_at, seq, tags, expires_at,
      replay_of, trace_context)
    VALUES ($1, $2, $3, $4, $5, $6, $7, coalesce($8, now()), 1, $10, $11, $12, $13)
  )
  INSERT INTO job_events (job_id, seq, type, data) VALUES ($1, 1, 'job.' || $3, $9)`;

/**
 * Write an accepted job and its event 1 in the caller's transaction. It runs once that transaction commits, whatever
 * happens to the engine.
 */
export async function insertJob(tx: Tx, job: NewJob): Promise<void> {
  const inserted = tx.query(
    insert,
    [
      job.id,
      job.name,
      stateOf(job),
      JSON.stringify(job.payload),
      job.ownerId,
      job.maxAttempts,
      job.priority,
      job.runAt,
      JSON.stringify(dataOf(job)),
      job.tags,
      job.expiresAt,
      job.replayOf,
      job.traceContext ?? null,
    ],
    'insert-job',
  );
  // Not one after the other: in a pipeline nobody may wait for an answer.
  await Promise.all([inserted, insertJobWords(tx, [job])]);
}

const insertMany = `
  WITH input AS MATERIALIZED (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS input (id uuid, name text, state text, payload jsonb, owner_id uuid,
      max_attempts int, priority smallint, run_at timestamptz, tags text[], expires_at timestamptz, replay_of uuid,
      trace_context text, data jsonb)
  ), job AS (
    INSERT INTO jobs (id, name, state, payload, owner_id, max_attempts, priority, run_at, seq, tags, expires_at,
      replay_of, trace_context)
    SELECT id, name, state, payload, owner_id, max_attempts, priority, coalesce(run_at, now()), 1, tags, expires_at,
      replay_of, trace_context
    FROM input
  )
  INSERT INTO job_events (job_id, seq, type, data) SELECT id, 1, 'job.' || state, data FROM input`;

/** Write many accepted jobs and their first events in one statement, in the caller's transaction. */
export async function insertJobs(tx: Tx, jobs: readonly NewJob[]): Promise<void> {
  const rows = jobs.map((job) => ({
    id: job.id,
    name: job.name,
    state: stateOf(job),
    payload: job.payload,
    owner_id: job.ownerId,
    max_attempts: job.maxAttempts,
    priority: job.priority,
    run_at: job.runAt,
    tags: job.tags,
    expires_at: job.expiresAt,
    replay_of: job.replayOf,
    trace_context: job.traceContext ?? null,
    data: dataOf(job),
  }));
  const inserted = tx.query(insertMany, [JSON.stringify(rows)], 'insert-jobs');
  await Promise.all([inserted, insertJobWords(tx, jobs)]);
}

function stateOf({ runAt }: NewJob): JobState {
  return runAt ? 'scheduled' : 'queued';
}

/** What the first event says. */
function dataOf({ runAt, replayOf }: NewJob): Record<string, unknown> {
  return { ...(runAt ? { runAt: runAt.toISOString() } : {}), ...(replayOf === null ? {} : { replayOf }) };
}
