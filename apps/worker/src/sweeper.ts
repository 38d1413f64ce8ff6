import { type Database, deleteIdleMailPaces, deleteUnusedBlobs, tryLead } from '@jobwire/db';
import { asError, type Emit } from '@jobwire/runtime';
import type { Storage } from '@jobwire/storage';

/** Deletes stored files that nothing refers to any more, and the lines of mail in which nobody waits. */
export interface Sweeper {
  /** Sweep now and every hour. */
  start(): void;
  /** No further sweep; a sweep under way ends after its batch. */
  stop(): Promise<void>;
  /** One sweep; returns how many stored files it deleted. Temporary files are not counted. */
  sweep(): Promise<number>;
}

/** What the sweeper needs. */
export interface SweeperOptions {
  db: Database;
  storage: Storage;
  emit: Emit;
  /** Blobs looked at in one transaction. */
  batchSize?: number;
}

const hourMs = 60 * 60 * 1_000;
/** Temporary files of processes that died are older than any run. */
const abandonedTempMs = hourMs;
/** Longer than any run may take between storing a file and writing down who refers to it. */
const graceMs = 24 * hourMs;

/** Make the sweeper. Many may run: one leads a batch, and the others skip theirs. */
export function createSweeper({ db, storage, emit, batchSize = 200 }: SweeperOptions): Sweeper {
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<unknown> = Promise.resolve();
  let stopping = false;

  const sweepBatch = (after: string): Promise<{ keys: string[]; last?: string }> =>
    db.transaction(async (tx) => {
      if (!(await tryLead(tx, 'sweep'))) return { keys: [] };
      const batch = await deleteUnusedBlobs(tx, { after, limit: batchSize, graceMs });
      // Before the commit: until then whoever wants to store the same bytes again waits, and stores them anew.
      await Promise.all(batch.keys.map((key) => storage.delete(key)));
      return batch;
    });

  const sweep = async (): Promise<number> => {
    await deleteIdleMailPaces(db);
    await storage.sweepTemp(abandonedTempMs);
    let deleted = 0;
    for (let after: string | undefined = ''; after !== undefined && !stopping;) {
      const { keys, last }: { keys: string[]; last?: string } = await sweepBatch(after);
      deleted += keys.length;
      after = last;
    }
    if (deleted > 0) emit('files.deleted', { files: deleted });
    return deleted;
  };

  const run = (): void => {
    underWay = sweep().catch((error: unknown) => emit('sweep.failed', { error: asError(error) }));
  };
  return {
    sweep,
    start() {
      run();
      timer = setInterval(run, hourMs);
    },
    async stop() {
      stopping = true;
      clearInterval(timer);
      await underWay;
    },
  };
}
