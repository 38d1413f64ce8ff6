import { cancelJob, type ControlledJob, type Database, findJob, insertAuditEntry, reopenJob } from '@jobwire/db';
import { appError, type Emit } from '@jobwire/runtime';

import type { Bus } from '../bus.ts';
import type { Dispatcher } from '../dispatcher.ts';
import { ringFor } from '../doorbells.ts';
import type { Engine } from '../engine.ts';
import type { JobDefinition } from '../job/index.ts';
import type { JobControl } from './job-control.ts';
import { createPauseQueues } from './pause-queues.ts';
import { tryEngine } from './try-engine.ts';

/** What job control needs. */
export interface JobControlOptions {
  db: Database;
  engine: Pick<Engine, 'names' | 'remove' | 'pause' | 'resume'>;
  dispatcher: Pick<Dispatcher, 'wake'>;
  bus: Pick<Bus, 'ring'>;
  definitions: readonly JobDefinition[];
  emit: Emit;
}

/**
 * Make the use cases by which people and the system act on jobs and queues. Each changes the record and the audit log in
 * one transaction, and only then rings and tells the engine, which may be away.
 */
export function createJobControl(options: JobControlOptions): JobControl {
  const { db, engine, dispatcher, bus, definitions, emit } = options;

  /** What the engine still holds of a job would only be delivered to be refused. */
  const forget = (job: ControlledJob): Promise<void> => tryEngine(emit, job.name, () => engine.remove(job));

  return {
    ...createPauseQueues(options),

    async retry(jobId, actor) {
      const job = await findJob(db, jobId);
      if (!job) throw appError('NOT_FOUND');
      const definition = definitions.find(({ name }) => name === job.name);
      if (!definition) throw appError('NOT_FOUND', { detail: `There is no job type "${job.name}" any more` });
      const reopened = await db.transaction(async (tx) => {
        const opened = await reopenJob(tx, jobId, definition.retry.attempts);
        if (!opened) throw appError('JOB_NOT_FINISHED', { detail: 'The job is at work or has succeeded' });
        await insertAuditEntry(tx, { actor, action: 'job.retried', subject: jobId, data: { was: opened.was } });
        return opened;
      });
      emit('job.retried', { job: reopened.name, jobId, was: reopened.was, by: actor.kind });
      ringFor(bus, [reopened]);
      dispatcher.wake();
      await forget(reopened);
    },

    async cancel(jobId, actor) {
      const cancelled = await db.transaction(async (tx) => {
        const asked = await cancelJob(tx, jobId);
        if (asked && asked.events.length > 0) {
          await insertAuditEntry(tx, { actor, action: 'job.cancelled', subject: jobId, data: { was: asked.was } });
        }
        return asked;
      });
      if (!cancelled) throw appError((await findJob(db, jobId)) ? 'JOB_FINISHED' : 'NOT_FOUND');
      ringFor(bus, [cancelled]);
      // Whoever runs it looks for the wish once a second, and says how it ended.
      if (cancelled.was === 'running') return;
      emit('job.cancelled', { job: cancelled.name, jobId, was: cancelled.was, by: actor.kind });
      await forget(cancelled);
    },
  };
}
