import { expireJobs } from '@jobwire/db';

import { ringFor } from '../doorbells.ts';
import type { EndCancelledOptions } from './end-cancelled.ts';
import { tryEngine } from './try-engine.ts';

/** Jobs that are ended in one statement. */
const batchSize = 500;

/**
 * Make the look for jobs whose time is over before they have started. It is the one place that ends them: dispatcher and
 * claim only leave them alone, so that exactly one event says it, also while queues are paused or the engine is away.
 */
export function createEndExpired({ db, engine, bus, emit }: EndCancelledOptions): () => Promise<void> {
  return async () => {
    for (let ended = batchSize; ended === batchSize;) {
      const jobs = await expireJobs(db, batchSize);
      ended = jobs.length;
      ringFor(bus, jobs);
      for (const job of jobs) emit('job.expired', { job: job.name, jobId: job.id, was: job.was });
      // What the engine still holds would only be delivered to be refused.
      await Promise.all(jobs.map((job) => tryEngine(emit, job.name, () => engine.remove(job))));
    }
  };
}
