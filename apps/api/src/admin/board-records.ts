import { type BoardJob, type JobEvent, readBoardJobs, readJobEvents, type Tx } from '@jobwire/db';
import { deliveryOf } from '@jobwire/queue';

import { shownOf, shownText } from './board-words.ts';

/** What the board shows of a delivery instead of what the engine knows, which is an id. */
export interface ShownRecord {
  /** The record's view of the job. */
  data: Record<string, unknown>;
  /** `{progress, stage, detail?}`: the board draws the member `progress`, in percent. */
  progress: object;
  returnvalue: unknown;
  /** Why the job did not succeed; empty while it may, and when it did. */
  failedReason: string;
  stacktrace: string[];
}

/** Reads records for the board. */
export interface BoardRecords {
  /** The records of deliveries by the engine's id, in one query. What has left the record is left out. */
  of(engineIds: readonly (string | undefined)[]): Promise<Map<string, ShownRecord>>;
  /** The newest events of a delivery's job, one line each, oldest first. */
  logs(engineId: string): Promise<string[]>;
}

/** Lines of a job's log at most. */
const shownEvents = 500;

/** Make the reader. */
export function createBoardRecords(db: Tx): BoardRecords {
  return {
    async of(engineIds) {
      const deliveries = engineIds.flatMap((engineId) => {
        const delivery = deliveryOf(engineId);
        return delivery ? [{ ...delivery, engineId: String(engineId) }] : [];
      });
      if (deliveries.length === 0) return new Map();
      const jobs = await readBoardJobs(db, [...new Set(deliveries.map(({ id }) => id))]);
      return new Map(
        deliveries.flatMap(({ engineId, id, dispatch }) => {
          const job = jobs.get(id);
          return job ? [[engineId, show(job, dispatch)]] : [];
        }),
      );
    },
    async logs(engineId) {
      const delivery = deliveryOf(engineId);
      const job = delivery && (await readBoardJobs(db, [delivery.id])).get(delivery.id);
      if (!job) return [];
      return (await readJobEvents(db, job.id, Math.max(0, job.seq - shownEvents), shownEvents)).map(lineOf);
    },
  };
}

function show(job: BoardJob, dispatch: number): ShownRecord {
  return {
    data: {
      job: {
        id: job.id,
        state: job.state,
        attempt: job.attempt,
        maxAttempts: job.max_attempts,
        owner: job.owner_id,
        // What is pressed on an outdated delivery is refused; this says why.
        ...(dispatch === job.dispatch ? {} : { outdated: `delivery ${dispatch} of ${job.dispatch}` }),
        ...(job.skipped === null ? {} : { skipped: shownText(job.skipped) }),
        ...(job.error ? { error: shownOf(job.error) } : {}),
      },
      payload: shownOf(job.payload),
    },
    progress: job.progress ? progressOf(job.progress) : {},
    returnvalue: shownOf(job.result),
    failedReason: reasonOf(job),
    // With a stack the board takes a job for failed, also one that succeeded later.
    stacktrace: job.state === 'succeeded' ? [] : job.stacks.map(shownText),
  };
}

function reasonOf({ state, error }: BoardJob): string {
  if (error) return shownText(`${error.code}: ${error.message}`);
  return state === 'cancelled' || state === 'expired' ? state : '';
}

function progressOf({ percent, stage, detail }: NonNullable<BoardJob['progress']>): object {
  return { progress: percent, stage, ...(detail === undefined ? {} : { detail: shownText(detail) }) };
}

function lineOf({ seq, at, type, data }: JobEvent): string {
  const facts = Object.keys(data).length === 0 ? '' : ` ${JSON.stringify(shownOf(data))}`;
  return `${at} #${seq} ${type}${facts}`;
}
