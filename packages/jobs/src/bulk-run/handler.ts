import { setTimeout as wait } from 'node:timers/promises';

import { type Handler, Retryable } from '@jobwire/queue/job';

import type { BulkPorts, BulkProgress } from '../ports/bulk.ts';
import type { bulkRun } from './job.ts';

/** How long a stopped action is waited for to be aborted: longer than a cancel takes to arrive, in milliseconds. */
const abortMs = 5_000;

/** Act on the jobs of a bulk action until all have had their turn. */
export const handle: Handler<typeof bulkRun, BulkPorts> = async (
  { actionId },
  { job, progress, signal },
  { bulkActions },
) => {
  for (;;) {
    signal.throwIfAborted();
    const step = await bulkActions.step(actionId, job.id);
    switch (step.kind) {
      case 'over':
        return step.counts;
      case 'wait':
        await wait(step.ms, undefined, { signal });
        break;
      case 'acted':
        progress('act', fractionOf(step.counts), `${step.counts.done} done`);
        break;
      case 'stopped':
        await wait(abortMs, undefined, { signal });
        throw new Retryable('BULK_STOPPED', 'The bulk action is gone, or another job carries it out');
    }
  }
};

function fractionOf({ matched, done, skipped, failed }: BulkProgress): number {
  return (done + skipped + failed) / Math.max(1, matched);
}
