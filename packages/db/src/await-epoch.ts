import { setTimeout as sleep } from 'node:timers/promises';

import type { Emit } from '@jobwire/runtime';

import type { Database } from './database.ts';
import { isUnavailable } from './failures.ts';
import { readEpoch } from './tables/channel-epoch.ts';

/** How long after a try that found no database the next one is made, in milliseconds. */
const nextTryMs = 500;

/** How the waiting is told of, and ended. */
export interface EpochWait {
  emit: Emit;
  /** True when the process stops: what the last try threw is thrown. */
  stopping(): boolean;
}

/**
 * Read the epoch when a process starts. A database that is not there yet is waited for: containers start side by side, and
 * a process that ends because it came first is started again and again.
 *
 * @throws what the database says of anything else, such as missing migrations
 */
export async function awaitEpoch(db: Database, { emit, stopping }: EpochWait): Promise<string> {
  for (let told = false; ; told = true) {
    try {
      return await readEpoch(db);
    } catch (error) {
      if (!isUnavailable(error) || stopping()) throw error;
      if (!told) emit('record.waiting', { error });
    }
    await sleep(nextTryMs);
  }
}
