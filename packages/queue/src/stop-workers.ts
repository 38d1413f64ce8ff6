import { asError, type Emit } from '@jobwire/runtime';
import type { Worker } from 'bullmq';

import type { TransitionWriter } from './transition-writer.ts';
import { within } from './within.ts';

/** How long running jobs may take to end by themselves, and then to end when asked, in milliseconds. */
const graceMs = 15_000;
const abortMs = 4_000;
/** How long the engine may take to let go, in milliseconds; `close()` never ends without its server. */
const closeMs = 1_000;

/**
 * Stop workers: no new jobs, then time for those that run, then the abort signal, then leave. What is left behind loses
 * its lock and runs elsewhere.
 */
export async function stopWorkers(
  workers: readonly Worker[],
  writer: Pick<TransitionWriter, 'stop'>,
  emit: Emit,
): Promise<void> {
  const closed = Promise.allSettled(workers.map((worker) => worker.close()));
  emit('workers.draining', { graceMs });
  if (await within(graceMs, closed)) return;
  emit('workers.aborting', {});
  for (const worker of workers) worker.cancelAllJobs('shutdown');
  if (await within(abortMs, closed)) return;
  // Whatever still waits for a record that is away must stop waiting now.
  writer.stop();
  const forced = Promise.allSettled(workers.map((worker) => worker.close(true)));
  if (!(await within(closeMs, forced))) emit('workers.left', { error: asError('The engine did not let go') });
}
