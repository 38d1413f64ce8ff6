import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { deliveryOf, type Engine } from '@jobwire/queue';

import type { BoardRecords, ShownRecord } from './board-records.ts';

/** What the library asks a queue for when it shows jobs. */
type BoardJob = NonNullable<Awaited<ReturnType<BullMQAdapter['getJob']>>>;

/** Jobs of a state on one page at most: a page is one query of the record. */
const longestPage = 100;

/**
 * The queues as the board shows them: what the engine knows of a delivery, completed by the record.
 *
 * @param readOnly the board offers no buttons
 */
export function boardQueues(
  engine: Pick<Engine, 'names' | 'queue'>,
  records: BoardRecords,
  readOnly: boolean,
): BullMQAdapter[] {
  return engine.names.map((name) => boardQueue(new BullMQAdapter(engine.queue(name), optionsOf(readOnly)), records));
}

/** A completed job is not started again: the record would refuse it. */
function optionsOf(readOnly: boolean): {
  readOnlyMode: boolean;
  allowRetries: boolean;
  allowCompletedRetries: boolean;
} {
  return { readOnlyMode: readOnly, allowRetries: !readOnly, allowCompletedRetries: false };
}

/** Put the record between an adapter and its queue, for the three questions whose answers are shown. */
function boardQueue(adapter: BullMQAdapter, records: BoardRecords): BullMQAdapter {
  const getJob = adapter.getJob.bind(adapter);
  const getJobs = adapter.getJobs.bind(adapter);
  return Object.assign(adapter, {
    async getJobs(...[statuses, start = 0, end = longestPage - 1]: Parameters<typeof getJobs>) {
      const jobs = await getJobs(statuses, start, Math.min(end, start + longestPage - 1));
      const shown = await records.of(jobs.map(({ id }) => id));
      return jobs.map((job) => complete(job, shown));
    },
    async getJob(id: string) {
      // The engine takes any text for an id, and PostgreSQL not any text.
      const job = deliveryOf(id) && (await getJob(id));
      return job && complete(job, await records.of([job.id]));
    },
    getJobLogs: (id: string) => records.logs(id),
  });
}

/** The library shows what `toJSON` gives. */
function complete(job: BoardJob, shown: ReadonlyMap<string, ShownRecord>): BoardJob {
  const record = shown.get(String(job.id));
  if (!record) return job;
  const known = job.toJSON();
  // The engine has completed a run that was cancelled; with a reason the board shows that it can be started again.
  const failedReason = record.failedReason || known.failedReason;
  return Object.assign(job, { toJSON: () => ({ ...known, ...record, failedReason }) });
}
