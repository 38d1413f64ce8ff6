import type { Emit } from '@jobwire/runtime';
import { UnrecoverableError } from 'bullmq';

import { deliveryOf } from './engine-jobs.ts';
import type { Processor } from './engine.ts';
import type { BoundHandler, DeliveryVerdict, Executor } from './executor.ts';
import type { JobDefinition } from './job/index.ts';

/** Tells the engine to wait and deliver again; carries the delay that the record already promises. */
export class RetryVerdict extends Error {
  readonly delayMs: number;

  constructor(delayMs: number, code: string) {
    super(code);
    this.name = 'RetryVerdict';
    this.delayMs = delayMs;
  }
}

/** Milliseconds to wait after an error of a processor. */
export function delayOf(error: Error): number {
  return error instanceof RetryVerdict ? error.delayMs : 1_000;
}

/** True for the errors by which we tell the engine a verdict. */
function isVerdict(error: Error): boolean {
  return error instanceof RetryVerdict || error instanceof UnrecoverableError;
}

/**
 * The border between engine and executor: a delivery in, the verdict out in BullMQ's words. It has three parameters,
 * because BullMQ counts them before it passes the signal.
 */
export function createProcessor(
  executor: Executor,
  definition: JobDefinition,
  handler: BoundHandler,
  emit: Emit,
): Processor {
  return async (job, _token, signal) => {
    const delivery = deliveryOf(job.id);
    if (!delivery) {
      emit('delivery.foreign', { job: definition.name, engineId: job.id });
      return 'ignored';
    }
    try {
      return tellEngine(await executor.run(delivery, definition, handler, signal ?? new AbortController().signal));
    } catch (error) {
      if (error instanceof Error && isVerdict(error)) throw error;
      // The verdict could not be recorded: the record is away and we are stopping. Any answer would make the engine
      // count an attempt; without one the lock ends and another worker gets the delivery.
      emit('delivery.failed', { job: definition.name, jobId: delivery.id, error });
      return new Promise(() => undefined);
    }
  };
}

function tellEngine(verdict: DeliveryVerdict): string {
  switch (verdict.kind) {
    case 'retrying':
      throw new RetryVerdict(verdict.delayMs, verdict.error.code);
    case 'failed':
      throw new UnrecoverableError(verdict.error.code);
    // A job that was handed back comes again by the dispatcher, under the next dispatch number: this delivery is done.
    case 'handed-back':
    case 'succeeded':
    case 'skipped':
    case 'cancelled':
    case 'ignored':
      return verdict.kind;
  }
}
