import {
  type BulkCounts,
  type BulkOutcome,
  type Database,
  type HeldBulkAction,
  holdBulkAction,
  RecordUnavailable,
  settleBulkItem,
  type Tx,
} from '@jobwire/db';
import { AppError, asError, type Emit } from '@jobwire/runtime';

import { type AfterAct, createJobActs, type JobActs, type JobActsOptions } from './job-acts.ts';

/** What a step of a bulk action came to. */
export type BulkStep =
  /** One job has had its turn. */
  | { kind: 'acted'; counts: BulkCounts }
  /** The rate asks to wait. */
  | { kind: 'wait'; ms: number }
  /** All jobs have had their turn. */
  | { kind: 'over'; counts: BulkCounts }
  /** The asking job does not carry it out, or not any more. */
  | { kind: 'stopped' };

/** Carries bulk actions out, one job at a time. */
export interface BulkSteps {
  /**
   * Act on the next job. The act and the note that it was done are one transaction: whoever goes on after a crash goes on
   * with the next one.
   *
   * @param jobId the job that carries the action out
   */
  step(actionId: string, jobId: string): Promise<BulkStep>;
}

/** Make them. */
export function createBulkSteps(options: JobActsOptions & { db: Database }): BulkSteps {
  const { db, emit } = options;
  const acts = createJobActs(options);
  return {
    async step(actionId, jobId) {
      const { step, after } = await db.transaction((tx) => stepIn(tx, { acts, emit, actionId, jobId }));
      await after?.();
      return step;
    },
  };
}

interface Stepping {
  acts: JobActs;
  emit: Emit;
  actionId: string;
  jobId: string;
}

async function stepIn(tx: Tx, stepping: Stepping): Promise<{ step: BulkStep; after?: AfterAct | undefined }> {
  const { actionId, jobId } = stepping;
  const held = await holdBulkAction(tx, actionId, jobId);
  if (!held) return { step: { kind: 'stopped' } };
  const { matched, done, skipped, failed, waitMs, next } = held;
  if (waitMs > 0) return { step: { kind: 'wait', ms: waitMs } };
  const counts = { matched, done, skipped, failed };
  if (!next) return { step: { kind: 'over', counts } };
  const { after, ...outcome } = await outcomeOf(tx, stepping, held, next);
  await settleBulkItem(tx, actionId, held, outcome);
  counts[outcome.outcome] += 1;
  return { step: { kind: 'acted', counts }, after };
}

/** Act on one job; whatever is thrown becomes its outcome, and undoes nothing of the others. */
async function outcomeOf(
  tx: Tx,
  { acts, emit, actionId }: Stepping,
  held: HeldBulkAction,
  { jobId, state }: { jobId: string; state: string | null },
): Promise<BulkOutcome & { after?: AfterAct }> {
  if (state === null) return { outcome: 'skipped', code: 'NOT_FOUND' };
  if (!held.states.some((wanted) => wanted === state)) return { outcome: 'skipped', code: 'STATE_CHANGED' };
  await tx.query('SAVEPOINT act');
  try {
    const after = await act(tx, acts, held, jobId, actionId);
    return { outcome: 'done', code: null, after };
  } catch (error) {
    // The whole step is done again when the record is back.
    if (error instanceof RecordUnavailable) throw error;
    await tx.query('ROLLBACK TO SAVEPOINT act');
    if (error instanceof AppError) {
      return { outcome: error.code === 'INVALID_INPUT' ? 'failed' : 'skipped', code: error.code };
    }
    emit('bulk.failed', { bulkActionId: actionId, jobId, error: asError(error) });
    return { outcome: 'failed', code: 'INTERNAL' };
  }
}

async function act(
  tx: Tx,
  acts: JobActs,
  { action, actor }: HeldBulkAction,
  jobId: string,
  bulkActionId: string,
): Promise<AfterAct> {
  const options = { bulkActionId };
  switch (action) {
    case 'retry':
      return acts.retry(tx, jobId, actor, options);
    case 'cancel':
      return acts.cancel(tx, jobId, actor, options);
    case 'replay':
      return (await acts.replay(tx, jobId, actor, options)).after;
    case 'delete':
      return acts.remove(tx, jobId, actor, options);
  }
}
