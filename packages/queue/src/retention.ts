import {
  type ChannelRetention,
  type Database,
  deleteFinishedJobs,
  deleteOrphans,
  findChannelExcess,
  trimChannel,
  tryLead,
} from '@jobwire/db';
import { asError, type Emit } from '@jobwire/runtime';

import type { JobDefinition } from './job/index.ts';

/** Deletes what has been kept long enough. */
export interface Retention {
  start(): void;
  stop(): Promise<void>;
  /** One sweep over all job types; returns the number of deleted jobs. */
  sweep(): Promise<number>;
}

const intervalMs = 60_000;
/** Jobs deleted in one transaction; small, so that no lock is held long. */
const batchSize = 1_000;

/**
 * What is kept of a channel's log. A resume may be 300 events behind (`replayEvents` of the hub), and whoever was away
 * for a day finds what happened since, unless it was more than anybody reads.
 */
const channelRetention: ChannelRetention = { newest: 300, hours: 24, most: 10_000 };

/**
 * Make the retention: of finished jobs with their events, attempts and steps, per job type and state; of the logs of
 * channels; and of what else is kept for a time.
 */
export function createRetention(db: Database, definitions: readonly JobDefinition[], emit: Emit): Retention {
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<unknown> = Promise.resolve();

  const sweepType = async ({ name, retention }: JobDefinition): Promise<number> => {
    const { succeededMs, failedMs } = retention;
    let deleted = 0;
    for (let batch = batchSize; batch === batchSize; deleted += batch) {
      batch = await db.transaction(async (tx) =>
        (await tryLead(tx, 'retention'))
          ? deleteFinishedJobs(tx, { name, succeededMs, failedMs, limit: batchSize })
          : 0,
      );
    }
    return deleted;
  };

  const trimChannels = async (): Promise<void> => {
    for (const excess of await findChannelExcess(db, channelRetention)) {
      for (let keptFrom = excess.keptFrom; keptFrom <= excess.upTo;) {
        keptFrom = await trimChannel(db, { ...excess, keptFrom }, batchSize);
      }
    }
  };

  const sweep = async (): Promise<number> => {
    let deleted = 0;
    for (const definition of definitions) deleted += await sweepType(definition);
    let batch = batchSize;
    while (batch === batchSize) batch = await deleteOrphans(db, batchSize);
    await trimChannels();
    if (deleted > 0) emit('jobs.deleted', { jobs: deleted });
    return deleted;
  };

  return {
    sweep,
    start() {
      timer = setInterval(() => {
        underWay = sweep().catch((error: unknown) => emit('retention.failed', { error: asError(error) }));
      }, intervalMs);
    },
    async stop() {
      clearInterval(timer);
      await underWay;
    },
  };
}
