import { dispatchAllAgain, recordTime, tryLead } from '@jobwire/db';
import { asError } from '@jobwire/runtime';

import type { Bus } from './bus.ts';
import { createPauseAgreement } from './control/agree-on-pauses.ts';
import { createEndCancelled } from './control/end-cancelled.ts';
import { createEndExpired } from './control/end-expired.ts';
import type { Engine } from './engine.ts';
import { createProbe, type ProbeOptions } from './probe.ts';

/** Keeps the engine true to the record. */
export interface Reconciler {
  start(): void;
  stop(): Promise<void>;
  /** One look at the engine's memory and its pauses; for tests and for those who cannot wait. */
  checkMemory(): Promise<void>;
  /** One comparison of the oldest dispatched jobs with the engine. */
  probe(): Promise<void>;
  /** End the waiting jobs that were asked to end while they ran. */
  endCancelled(): Promise<void>;
  /** End the jobs whose time is over before they have started. */
  endExpired(): Promise<void>;
}

/** What the reconciler needs. */
export interface ReconcilerOptions extends ProbeOptions {
  engine: Pick<
    Engine,
    'names' | 'ready' | 'memory' | 'remember' | 'states' | 'pause' | 'resume' | 'isPaused' | 'remove'
  >;
  bus: Pick<Bus, 'ring'>;
}

/**
 * How often the engine's memory, pauses, cancelled and expired jobs are looked at, and the oldest jobs are compared, in
 * milliseconds.
 */
const memoryCheckMs = 5_000;
const probeMs = 30_000;
/** Rows that are given back to the dispatcher in one statement. */
const batchSize = 1_000;

/** Make the reconciler. Every process that dispatches may run one: an advisory lock lets one work at a time. */
export function createReconciler(options: ReconcilerOptions): Reconciler {
  const { db, engine, dispatcher, emit } = options;
  const probe = createProbe(options);
  const pauses = createPauseAgreement(options);
  const endCancelled = createEndCancelled(options);
  const endExpired = createEndExpired(options);
  const timers = new Set<NodeJS.Timeout>();
  const underWay = new Set<Promise<void>>();

  const checkMemory = async (): Promise<void> => {
    await pauses.resumeDue();
    if (!engine.ready()) return;
    const memory = await engine.memory();
    // Before anything is delivered again: an engine that forgot its jobs has forgotten its pauses too.
    await pauses.agree();
    if (memory === 'lost') await rebuild();
    // A restart or failover may have dropped the newest writes: compare now, not in half a minute.
    if (memory === 'restarted') await probe();
  };

  const rebuild = async (): Promise<void> => {
    // Only what was dispatched before the loss was noticed: later deliveries are in the new memory.
    const before = await recordTime(db);
    let jobs = 0;
    for (let batch = batchSize; batch === batchSize; jobs += batch) {
      const done = await db.transaction(async (tx) =>
        (await tryLead(tx, 'rebuild')) ? dispatchAllAgain(tx, before, batchSize) : undefined,
      );
      // Another process is at it; it also sets the marker.
      if (done === undefined) return;
      batch = done;
      dispatcher.wake();
    }
    await engine.remember();
    if (jobs > 0) emit('engine.rebuilt', { jobs });
    await probe();
  };

  const run = (task: () => Promise<void>): void => {
    const round = task()
      .catch((error: unknown) => emit('reconcile.failed', { error: asError(error) }))
      .finally(() => underWay.delete(round));
    underWay.add(round);
  };

  return {
    checkMemory,
    probe,
    endCancelled,
    endExpired,
    start() {
      run(checkMemory);
      timers.add(setInterval(() => run(checkMemory), memoryCheckMs));
      timers.add(setInterval(() => run(endCancelled), memoryCheckMs));
      timers.add(setInterval(() => run(endExpired), memoryCheckMs));
      timers.add(setInterval(() => run(probe), probeMs));
    },
    async stop() {
      for (const timer of timers) clearInterval(timer);
      await Promise.allSettled(underWay);
    },
  };
}
