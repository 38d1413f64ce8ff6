import type { Database } from '@jobwire/db';

import type { Engine } from '../engine.ts';
import { createChangeJob } from './change-job.ts';
import { createJobActs, type JobActsOptions } from './job-acts.ts';
import type { JobControl } from './job-control.ts';
import { createPauseQueues } from './pause-queues.ts';

/** What job control needs. */
export interface JobControlOptions extends JobActsOptions {
  db: Database;
  engine: Pick<Engine, 'names' | 'remove' | 'pause' | 'resume'>;
}

/**
 * Make the use cases by which people and the system act on jobs and queues. Each changes the record and the audit log in
 * one transaction, and only then rings and tells the engine, which may be away.
 */
export function createJobControl(options: JobControlOptions): JobControl {
  const { db } = options;
  const acts = createJobActs(options);

  return {
    ...createPauseQueues(options),
    ...createChangeJob(options),

    async retry(jobId, actor, retryOptions = {}) {
      const after = await db.transaction((tx) => acts.retry(tx, jobId, actor, retryOptions));
      await after();
    },

    async cancel(jobId, actor, cancelOptions = {}) {
      const after = await db.transaction((tx) => acts.cancel(tx, jobId, actor, cancelOptions));
      await after();
    },

    async replay(jobId, actor, replayOptions = {}) {
      const { job, after } = await db.transaction(async (tx) => {
        const replayed = await acts.replay(tx, jobId, actor, replayOptions);
        await replayOptions.alongside?.(tx, replayed.job);
        return replayed;
      });
      await after();
      return job;
    },
  };
}
