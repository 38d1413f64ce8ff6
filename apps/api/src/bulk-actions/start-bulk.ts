import {
  type Database,
  findBulkAction,
  findJobs,
  type IdempotencyKey,
  insertAuditEntry,
  insertBulkAction,
  insertJob,
  matchJobs,
} from '@jobwire/db';
import { bulkRun } from '@jobwire/jobs';
import { newJob } from '@jobwire/queue';
import { appError, type Emit, uuidv7 } from '@jobwire/runtime';
import type { z } from 'zod';

import { type AdminCaller, actorOf } from '../auth/caller.ts';
import { type Answer, answerOnce } from '../idempotency/answer-once.ts';
import { jobView } from '../jobs/job-view.ts';
import type { BulkInput } from './bulk-body.ts';
import { type BulkView, bulkView, type dryRunSchema } from './bulk-view.ts';

/** What starting a bulk action needs. */
export interface StartBulkOptions {
  db: Database;
  dispatcher: { wake(): void };
  emit: Emit;
}

/** Jobs that a dry run shows. */
const sampleSize = 10;

/** Say what a bulk action would act on, and change nothing. */
export async function tryBulk(db: Database, { filter, limit }: BulkInput): Promise<z.output<typeof dryRunSchema>> {
  const ids = await matchJobs(db, { filter, except: bulkRun.name, limit: limit + 1 });
  const matched = Math.min(ids.length, limit);
  const shown = ids.slice(0, Math.min(sampleSize, matched));
  const rows = await findJobs(db, shown);
  return {
    dryRun: true,
    matched,
    more: ids.length > limit,
    sample: shown.flatMap((id) => [rows.get(id)].flatMap((row) => (row ? [jobView(row)] : []))),
  };
}

/** Accept a bulk action: with the jobs that fit now, and with the job that carries it out. */
export async function startBulk(
  { db, dispatcher, emit }: StartBulkOptions,
  caller: AdminCaller,
  { action, filter, limit, ratePerSecond }: BulkInput,
  key: IdempotencyKey | undefined,
): Promise<Answer<BulkView>> {
  const answer = await answerOnce(db, key, (record) =>
    db.transaction(async (tx) => {
      const id = uuidv7();
      const actor = actorOf(caller);
      // Nobody's: who is no operator any more must not start it again as its owner.
      const job = newJob(bulkRun, { actionId: id });
      const match = { filter, except: bulkRun.name, limit };
      const matched = await insertBulkAction(tx, { id, jobId: job.id, action, ratePerSecond, actor, ...match });
      await insertJob(tx, job);
      const data = { action, filter, limit, ratePerSecond, matched };
      await insertAuditEntry(tx, { actor, action: 'bulk.started', subject: id, data });
      const row = await findBulkAction(tx, id);
      if (!row) throw appError('INTERNAL');
      const accepted = { status: 202, body: bulkView(row) };
      await record(tx, accepted);
      return accepted;
    }),
  );
  if (!answer.replayed) {
    const { id: bulkActionId, counts } = answer.body;
    emit('bulk.started', { bulkActionId, action, matched: counts.matched, by: caller.kind });
    dispatcher.wake();
  }
  return answer;
}
