import type { Database } from '@jobwire/db';
import { asError, type Emit } from '@jobwire/runtime';
import type { Worker } from 'bullmq';

import { createCancelWatch } from './control/cancel-watch.ts';
import { createProcessor, delayOf } from './deliveries.ts';
import { deliveryOf } from './engine-jobs.ts';
import type { Engine } from './engine.ts';
import { type BoundHandler, createExecutor } from './executor.ts';
import type { JobDefinition } from './job/index.ts';
import { stopWorkers } from './stop-workers.ts';
import type { TransitionWriter } from './transition-writer.ts';
import { workerLost } from './worker-lost.ts';

/** A job type that this process runs. */
export interface RunnableJob {
  definition: JobDefinition;
  handler: BoundHandler;
  concurrency: number;
}

/** What the workers of a process need. */
export interface RunWorkersOptions {
  db: Database;
  engine: Engine;
  writer: TransitionWriter;
  jobs: readonly RunnableJob[];
  /** The name of this process, shown with attempts. */
  worker: string;
  emit: Emit;
  /** Too many handlers were left behind: the process should drain and be started afresh. */
  onExhausted: () => void;
}

/** How busy one queue of this process is. */
export interface QueueLoad {
  name: string;
  concurrency: number;
  running: number;
  /** When this process last took a job of it, in milliseconds of `performance.now()`. */
  lastClaim: number;
}

/** The workers of this process. */
export interface RunningWorkers {
  loads(): QueueLoad[];
  isRunning(name: string): boolean;
  /** Quiet → grace → abort → leave. Resolves within the deadline, also without Redis and PostgreSQL. */
  stop(): Promise<void>;
}

/** BullMQ's words for a delivery that stalled too often (6.7, `moveStalledJobsToWait`). */
const stallLimit = /stalled more than allowable limit/;

/** Handlers left behind after which a process is no longer trusted. */
const mostAbandoned = 3;

/** Start one worker per job type. */
export function runWorkers(options: RunWorkersOptions): RunningWorkers {
  const { engine, emit, onExhausted } = options;
  let abandoned = 0;
  const executor = createExecutor({
    ...options,
    cancels: createCancelWatch(options.db, emit),
    onAbandoned() {
      abandoned += 1;
      emit('handler.abandoned', { abandoned });
      if (abandoned === mostAbandoned) onExhausted();
    },
  });
  const running = options.jobs.map(({ definition, handler, concurrency }) => {
    const load: QueueLoad = { name: definition.name, concurrency, running: 0, lastClaim: performance.now() };
    const process = createProcessor(executor, definition, handler, emit);
    const worker = engine.worker(definition.name, {
      concurrency,
      delayOf,
      processor: async (job, token, signal) => {
        load.running += 1;
        load.lastClaim = performance.now();
        try {
          return await process(job, token, signal);
        } finally {
          load.running -= 1;
        }
      },
    });
    listen(worker, definition.name, options);
    return { load, worker };
  });
  return {
    loads: () => running.map(({ load }) => ({ ...load })),
    isRunning: (name) => running.some(({ load, worker }) => load.name === name && worker.isRunning()),
    stop: () =>
      stopWorkers(
        running.map(({ worker }) => worker),
        options.writer,
        emit,
      ),
  };
}

function listen(worker: Worker, name: string, { writer, emit }: RunWorkersOptions): void {
  worker.on('error', (error) => emit('engine.error', { job: name, error }));
  // BullMQ reports a lost lock and goes on; without this the job would run twice at the same time.
  worker.on('lockRenewalFailed', (ids) => {
    emit('lock.lost', { job: name, deliveries: ids.length });
    for (const id of ids) worker.cancelJob(id, 'lost-lock');
  });
  worker.on('stalled', (engineId) => emit('job.stalled', { job: name, jobId: deliveryOf(engineId)?.id }));
  worker.on('failed', (job, error) => {
    const delivery = deliveryOf(job?.id);
    // Failed without asking us: the stall limit. The job may be undefined then; the reconciler finds it.
    if (!delivery || !stallLimit.test(error.message)) return;
    writer.write(workerLost(delivery.id, delivery.dispatch)).then(
      (closed) => closed && emit('job.lost', { job: name, jobId: closed.id }),
      (thrown: unknown) => emit('job.close.failed', { job: name, jobId: delivery.id, error: asError(thrown) }),
    );
  });
}
