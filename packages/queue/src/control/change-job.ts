import { changeJob, findJob, insertAuditEntry } from '@jobwire/db';
import { appError } from '@jobwire/runtime';

import type { Dispatcher } from '../dispatcher.ts';
import { ringFor } from '../doorbells.ts';
import type { EndCancelledOptions } from './end-cancelled.ts';
import type { JobControl } from './job-control.ts';
import { tryEngine } from './try-engine.ts';

/** What it needs. */
export interface ChangeJobOptions extends EndCancelledOptions {
  dispatcher: Pick<Dispatcher, 'wake'>;
}

/** Make the change of a job that has not begun. */
export function createChangeJob({ db, engine, dispatcher, bus, emit }: ChangeJobOptions): Pick<JobControl, 'change'> {
  return {
    async change(jobId, actor, change, expectedSeq) {
      const { job, changed } = await db.transaction(async (tx) => {
        const asked = await changeJob(tx, jobId, change, expectedSeq ?? null);
        const row = await findJob(tx, jobId);
        if (!row) throw appError('NOT_FOUND');
        if (!asked) throw appError(row.finished_at ? 'JOB_FINISHED' : 'JOB_STARTED');
        if (asked.events.length === 0) throw appError('PRECONDITION_FAILED');
        // Tags may name people; an account that is deleted leaves its lines in the audit log.
        const data = { ...change, ...(change.tags ? { tags: change.tags.length } : {}) };
        await insertAuditEntry(tx, { actor, action: 'job.changed', subject: jobId, data });
        return { job: row, changed: asked };
      });
      emit('job.changed', { job: job.name, jobId, by: actor.kind });
      ringFor(bus, [changed]);
      dispatcher.wake();
      // Under the number of before: the one of now is not the engine's yet. One that still counts stays.
      if (change.runAt || change.priority !== undefined) await tryEngine(emit, job.name, () => engine.remove(changed));
      return job;
    },
  };
}
