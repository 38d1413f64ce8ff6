import type { Tx } from '../database.ts';
import type { Actor } from './audit-log.ts';
import { type BulkMatch, matchStatement } from './bulk-filter.ts';
import type { JobState } from './jobs.ts';

/** What is done to each job. */
export type BulkVerb = 'retry' | 'replay' | 'cancel' | 'delete';

/** How far a bulk action is. */
export interface BulkCounts {
  /** Jobs that fitted when it was accepted. */
  matched: number;
  done: number;
  /** Jobs that were in another state by then, or gone. */
  skipped: number;
  failed: number;
}

/** A bulk action as it is shown. */
export interface BulkActionRow extends BulkCounts {
  id: string;
  job_id: string;
  /** Of the job that carries it out. */
  state: JobState;
  action: BulkVerb;
  /** As JSON: times are text. */
  filter: Readonly<Record<string, unknown>>;
  rate_per_second: number;
  created_at: Date;
  finished_at: Date | null;
}

/** A bulk action on its way into the record. */
export interface NewBulkAction extends BulkMatch {
  id: string;
  jobId: string;
  action: BulkVerb;
  ratePerSecond: number;
  actor: Actor;
}

/**
 * Write a bulk action with the jobs that fit now.
 *
 * @returns how many
 */
export async function insertBulkAction(tx: Tx, action: NewBulkAction): Promise<number> {
  const { id, jobId, action: verb, filter, ratePerSecond, actor } = action;
  await tx.query(
    `INSERT INTO bulk_actions (id, job_id, action, filter, rate_per_second, actor_kind, actor_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [id, jobId, verb, JSON.stringify(filter), ratePerSecond, actor.kind, actor.id],
  );
  const params: unknown[] = [id];
  const matching = matchStatement(action, params);
  const [row] = await tx.query<{ matched: number }>(
    `WITH matching AS MATERIALIZED (${matching}), items AS (
       INSERT INTO bulk_action_items (action_id, position, job_id)
       SELECT $1::uuid, row_number() OVER (ORDER BY id), id FROM matching
     )
     UPDATE bulk_actions SET matched = (SELECT count(*) FROM matching) WHERE id = $1 RETURNING matched`,
    params,
  );
  return row?.matched ?? 0;
}

const columns = `action.id, action.job_id, job.state, action.action, action.filter, action.rate_per_second, action.matched,
  action.done, action.skipped, action.failed, action.created_at, job.finished_at`;

/** Read one bulk action. */
export async function findBulkAction(tx: Tx, id: string): Promise<BulkActionRow | undefined> {
  const [row] = await tx.query<BulkActionRow>(
    `SELECT ${columns} FROM bulk_actions action JOIN jobs job ON job.id = action.job_id WHERE action.id = $1`,
    [id],
  );
  return row;
}

/** A page of bulk actions, the newest first. */
export async function listBulkActions(tx: Tx, after: string | null, limit: number): Promise<BulkActionRow[]> {
  return tx.query<BulkActionRow>(
    `SELECT ${columns} FROM bulk_actions action JOIN jobs job ON job.id = action.job_id
     WHERE $1::uuid IS NULL OR action.id < $1 ORDER BY action.id DESC LIMIT $2`,
    [after, limit],
  );
}

/** Why jobs were skipped or failed, by code, with how many. */
export async function bulkReasons(tx: Tx, id: string): Promise<Record<string, number>> {
  const rows = await tx.query<{ code: string; jobs: number }>(
    `SELECT code, count(*)::int AS jobs FROM bulk_action_items WHERE action_id = $1 AND code IS NOT NULL
     GROUP BY code ORDER BY code`,
    [id],
  );
  return Object.fromEntries(rows.map(({ code, jobs }) => [code, jobs]));
}
