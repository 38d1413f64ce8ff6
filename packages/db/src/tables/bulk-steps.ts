import type { Tx } from '../database.ts';
import type { Actor } from './audit-log.ts';
import type { BulkCounts, BulkVerb } from './bulk-actions.ts';
import type { JobState } from './jobs.ts';

/** A bulk action that is held, and its next job. */
export interface HeldBulkAction extends BulkCounts {
  action: BulkVerb;
  states: readonly JobState[];
  actor: Actor;
  /** Milliseconds until the rate lets the next job be acted on; 0 for now. */
  waitMs: number;
  /** Null: all have had their turn. */
  next: { jobId: string; state: JobState | null } | null;
}

interface HeldRow extends BulkCounts {
  action: BulkVerb;
  states: JobState[];
  actor_kind: Actor['kind'];
  actor_id: string | null;
  wait_ms: number;
  next_job: string | null;
}

/**
 * Hold a bulk action for the rest of the transaction and find its next job, which is held too. Whoever carries it out twice
 * takes turns here: no job is acted on twice. The job that carries it out is held too: who aborts it waits for the act that is
 * under way, and nothing is done after the abort.
 *
 * @param jobId the job that carries it out
 * @returns undefined when that job is not at work any more, or was asked to end
 */
export async function holdBulkAction(tx: Tx, id: string, jobId: string): Promise<HeldBulkAction | undefined> {
  const [row] = await tx.query<HeldRow>(
    `SELECT action.action, ARRAY(SELECT jsonb_array_elements_text(action.filter -> 'states')) AS states, action.actor_kind,
       action.actor_id, action.matched, action.done, action.skipped, action.failed,
       greatest(0, extract(epoch FROM action.next_at - clock_timestamp()) * 1000)::float8 AS wait_ms
     FROM bulk_actions action JOIN jobs job ON job.id = action.job_id
     WHERE action.id = $1 AND action.job_id = $2 AND job.state = 'running' AND job.cancel_requested_at IS NULL
     FOR UPDATE OF action FOR SHARE OF job`,
    [id, jobId],
    'hold-bulk-action',
  );
  if (!row) return undefined;
  const { action, states, actor_kind: kind, actor_id: actorId, wait_ms: waitMs, matched, done, skipped, failed } = row;
  const [item] = await tx.query<{ jobId: string }>(
    'SELECT job_id AS "jobId" FROM bulk_action_items WHERE action_id = $1 AND position = $2',
    [id, positionOf(row)],
    'next-bulk-item',
  );
  const next = item && waitMs === 0 ? { ...item, state: await holdState(tx, item.jobId) } : null;
  const counts = { matched, done, skipped, failed };
  return { ...counts, action, states, actor: { kind, id: actorId }, waitMs: item ? waitMs : 0, next };
}

async function holdState(tx: Tx, jobId: string): Promise<JobState | null> {
  const [job] = await tx.query<{ state: JobState }>('SELECT state FROM jobs WHERE id = $1 FOR UPDATE', [jobId]);
  return job?.state ?? null;
}

/** The item whose turn it is: those before it have an outcome each. */
function positionOf({ done, skipped, failed }: Omit<BulkCounts, 'matched'>): number {
  return done + skipped + failed + 1;
}

/** What became of one job of a bulk action. */
export interface BulkOutcome {
  outcome: 'done' | 'skipped' | 'failed';
  code: string | null;
}

/** Write down what became of the next job of a bulk action that is held, and when the one after may be acted on. */
export async function settleBulkItem(
  tx: Tx,
  id: string,
  held: Omit<BulkCounts, 'matched'>,
  { outcome, code }: BulkOutcome,
): Promise<void> {
  await tx.query(
    `WITH item AS (
       UPDATE bulk_action_items SET outcome = $3, code = $4 WHERE action_id = $1 AND position = $2
     )
     UPDATE bulk_actions SET
       done = done + ($3 = 'done')::int,
       skipped = skipped + ($3 = 'skipped')::int,
       failed = failed + ($3 = 'failed')::int,
       -- What was passed over costs nothing. A moment's delay is made up for by the next, and no more than one.
       next_at = CASE $3 WHEN 'skipped' THEN next_at
         ELSE greatest(next_at, clock_timestamp() - interval '1 s' / rate_per_second) + interval '1 s' / rate_per_second END
     WHERE id = $1`,
    [id, positionOf(held), outcome, code],
    'settle-bulk-item',
  );
}
