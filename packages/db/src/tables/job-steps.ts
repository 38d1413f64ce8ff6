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
