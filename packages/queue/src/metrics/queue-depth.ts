import { type QueueLoadRow, readQueueLoads, type Tx } from '@jobwire/db';

/** How old an answer may be, in milliseconds: several collectors may ask, and the record is for jobs. */
const leastAgeMs = 5_000;

/** An answer is kept for so many times what it took to find it, so that counting never takes much of the record's time. */
const agePerCost = 50;

/** Read how full the queues are, asking the record at most once for all who ask within some seconds. */
export function createQueueDepth(db: Tx): () => Promise<readonly QueueLoadRow[]> {
  let asked: Promise<readonly QueueLoadRow[]> | undefined;
  let goodUntil = 0;
  return () => {
    if (asked && performance.now() < goodUntil) return asked;
    const started = performance.now();
    goodUntil = Infinity;
    const asking = readQueueLoads(db).finally(() => {
      const cost = performance.now() - started;
      goodUntil = started + Math.max(leastAgeMs, agePerCost * cost);
    });
    asked = asking;
    return asking;
  };
}
