import { cancelWaitingJobs, type Database } from '@jobwire/db';
import type { Emit } from '@jobwire/runtime';

import type { Bus } from '../bus.ts';
import { ringFor } from '../doorbells.ts';
import type { Engine } from '../engine.ts';
import { tryEngine } from './try-engine.ts';

/** What is needed to end them. */
export interface EndCancelledOptions {
  db: Database;
  engine: Pick<Engine, 'remove'>;
  bus: Pick<Bus, 'ring'>;
  emit: Emit;
}

/** Jobs that are ended in one statement. */
const batchSize = 500;

/**
 * Make the look for jobs that were asked to end while they ran and wait now: their worker died, handed them back, or
 * failed a moment before. Without it they would end when they are delivered next, which may be in an hour.
 */
export function createEndCancelled({ db, engine, bus, emit }: EndCancelledOptions): () => Promise<void> {
  return async () => {
    const ended = await cancelWaitingJobs(db, batchSize);
    ringFor(bus, ended);
    for (const job of ended) {
      emit('job.cancelled', { job: job.name, jobId: job.id, was: job.was });
      await tryEngine(emit, job.name, () => engine.remove(job));
    }
  };
}
