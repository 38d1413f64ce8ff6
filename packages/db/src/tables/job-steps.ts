import type { Tx } from '../database.ts';

/** What the record knows of a step. */
export type JobStep = { state: 'started' } | { state: 'done'; value: unknown };

/**
 * Hold a job for the rest of the transaction, if the claim is still ours: no other run can take it before the commit.
 *
 * @returns false when another run has taken over
 */
export async function holdClaim(tx: Tx, jobId: string, token: string): Promise<boolean> {
  const rows = await tx.query(
    'SELECT 1 FROM jobs WHERE id = $1 AND claim_token = $2 FOR NO KEY UPDATE',
    [jobId, token],
    'hold-claim',
  );
  return rows.length === 1;
}

/** Read a step of a job; undefined when no run came this far. */
export async function findStep(tx: Tx, jobId: string, key: string): Promise<JobStep | undefined> {
  const [row] = await tx.query<{ state: 'started' | 'done'; value: unknown }>(
    'SELECT state, value FROM job_steps WHERE job_id = $1 AND key = $2',
    [jobId, key],
    'find-step',
  );
  if (!row) return undefined;
  return row.state === 'done' ? { state: 'done', value: row.value } : { state: 'started' };
}

/** Record that a step begins. */
export async function startStep(tx: Tx, jobId: string, key: string, attempt: number): Promise<void> {
  await tx.query(
    `INSERT INTO job_steps (job_id, key, state, attempt) VALUES ($1, $2, 'started', $3)
     ON CONFLICT (job_id, key) DO UPDATE SET attempt = EXCLUDED.attempt, started_at = now() WHERE job_steps.state = 'started'`,
    [jobId, key, attempt],
    'start-step',
  );
}

/** Record that a step took effect, with the value that later runs get instead of doing it again. */
export async function finishStep(tx: Tx, jobId: string, key: string, attempt: number, value: unknown): Promise<void> {
  await tx.query(
    `INSERT INTO job_steps (job_id, key, state, value, attempt, done_at) VALUES ($1, $2, 'done', $3, $4, now())
     ON CONFLICT (job_id, key) DO UPDATE SET state = 'done', value = EXCLUDED.value, done_at = now()`,
    [jobId, key, JSON.stringify(value ?? null), attempt],
    'finish-step',
  );
}

/** Which step of which run. */
export interface OwnStep {
  jobId: string;
  /** The run's claim. */
  token: string;
  key: string;
  attempt: number;
}

/** What the record says to a run that wants to do a step now; `done` carries the value of the run that did it before. */
export type OpenedStep = { state: 'lost' } | { state: 'ours' } | { state: 'done'; value: unknown };

const open = `
  WITH held AS (
    SELECT id FROM jobs WHERE id = $1 AND claim_token = $2 FOR NO KEY UPDATE
  ), known AS (
    SELECT value FROM job_steps WHERE job_id = $1 AND key = $3 AND state = 'done'
  ), made AS (
    INSERT INTO job_steps (job_id, key, state, attempt, done_at) SELECT id, $3, 'done', $4, now() FROM held
    ON CONFLICT (job_id, key) DO UPDATE SET state = 'done', attempt = EXCLUDED.attempt, done_at = now()
      WHERE job_steps.state = 'started'
    RETURNING key
  )
  SELECT EXISTS (SELECT 1 FROM made) AS ours, known.value FROM held LEFT JOIN known ON true`;

/**
 * Hold a job for the rest of the transaction and record one of its steps as done, if the claim is still ours and no run
 * has done it: all that every step needs, in one statement.
 */
export async function openStep(tx: Tx, { jobId, token, key, attempt }: OwnStep): Promise<OpenedStep> {
  const [row] = await tx.query<{ ours: boolean; value: unknown }>(open, [jobId, token, key, attempt], 'open-step');
  if (!row) return { state: 'lost' };
  if (row.ours) return { state: 'ours' };
  if (row.value !== null) return { state: 'done', value: row.value };
  // No value, or a step of this very run that was done while this one waited for the row, after the statement had begun.
  const step = await findStep(tx, jobId, key);
  return { state: 'done', value: step?.state === 'done' ? step.value : null };
}

/** Store what a step gave, for later runs. */
export async function storeStepValue(tx: Tx, jobId: string, key: string, value: unknown): Promise<void> {
  await tx.query(
    'UPDATE job_steps SET value = $3 WHERE job_id = $1 AND key = $2',
    [jobId, key, JSON.stringify(value)],
    'store-step-value',
  );
}

/** Effects that need no answer of the record between them: statements that read `FROM step`, a row while the run may act. */
export interface StepStatement {
  /** Prepared under this name: one name, one text. */
  name: string;
  /** Each changes rows; the first one's rows are counted. */
  sql: readonly [string, ...string[]];
  params: readonly unknown[];
}

/** What became of a step of one statement; `changed` are the rows of its first effect. */
export type StatementStep = { state: 'lost' } | { state: 'done' } | { state: 'ours'; changed: number };

/**
 * Hold a job, record one of its steps as done and do it, all in one statement: one round trip instead of a transaction of
 * three. Nothing happens when another run has taken over, or when a run has done the step.
 */
export async function commitStatementStep(
  tx: Tx,
  { jobId, token, key, attempt }: OwnStep,
  { name, sql, params }: StepStatement,
): Promise<StatementStep> {
  const [job, claim, step, count] = [1, 2, 3, 4].map((own) => `$${params.length + own}`);
  const effects = sql.map((effect, index) => `, effect_${index} AS (${effect} RETURNING 1)`).join('');
  const [row] = await tx.query<{ ours: boolean; changed: number }>(
    `WITH held AS (
       SELECT id FROM jobs WHERE id = ${job} AND claim_token = ${claim} FOR NO KEY UPDATE
     ), step AS (
       INSERT INTO job_steps (job_id, key, state, attempt, done_at) SELECT id, ${step}, 'done', ${count}, now() FROM held
       ON CONFLICT (job_id, key) DO NOTHING RETURNING job_id
     )${effects}
     SELECT EXISTS (SELECT 1 FROM step) AS ours, (SELECT count(*)::int FROM effect_0) AS changed FROM held`,
    [...params, jobId, token, key, attempt],
    name,
  );
  if (!row) return { state: 'lost' };
  return row.ours ? { state: 'ours', changed: row.changed } : { state: 'done' };
}
