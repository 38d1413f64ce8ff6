import type { Transition } from '@jobwire/db';

/**
 * The transition that closes a job whose workers kept dying: the engine gave up (its stall limit) without calling us.
 * The job ends failed and can be started again.
 */
export function workerLost(id: string, dispatch: number): Transition {
  const error = { code: 'WORKER_LOST', message: 'The worker was lost too often while it ran this job' };
  return {
    id,
    dispatch,
    kind: 'close',
    state: 'failed',
    error,
    failedAttempt: { outcome: 'lost', error: { name: 'WorkerLost', ...error, stack: error.message } },
    events: [{ type: 'job.failed', data: { error } }],
  };
}
