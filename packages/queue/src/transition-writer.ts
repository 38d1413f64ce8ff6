import {
  type Database,
  isUnavailable,
  type Transition,
  type TransitionResult,
  writeTransition,
  writeTransitions,
} from '@jobwire/db';
import { appError, type Emit } from '@jobwire/runtime';

import type { Bus } from './bus.ts';
import { ringFor } from './doorbells.ts';

/** Writes the transitions of a process's jobs, many at a time. */
export interface TransitionWriter {
  /**
   * Write a transition and ring for its events. Waits while the record is out of reach.
   *
   * @returns undefined when its guard does not hold: somebody else has the job
   * @throws AppError UNAVAILABLE when the writer was stopped while the record was out of reach
   */
  write(transition: Transition): Promise<TransitionResult | undefined>;
  /** Stop waiting for a record that is out of reach. What can be written is still written. */
  stop(): void;
}

interface Pending {
  transition: Transition;
  resolve: (result: TransitionResult | undefined) => void;
  reject: (error: unknown) => void;
}

/** Transitions in one statement at most. */
const batchSize = 500;
const retryDelayMs = { first: 100, most: 2_000 };

/** Transitions that must wait before a second statement is sent beside the first: fewer would only make both small. */
const secondLaneFrom = 32;

/**
 * Make the writer. There is no timer: the first transition is sent at once, and what arrives while it is on its way goes
 * together in the next statement. A job is in one statement at a time, because of two changes of one row the second would
 * be lost. Under load a second statement travels beside the first, so that PostgreSQL works while this process reads.
 */
export function createTransitionWriter(db: Database, bus: Pick<Bus, 'ring'>, emit: Emit): TransitionWriter {
  let queue: Pending[] = [];
  let lanes = 0;
  const underWay = new Set<string>();
  let stopped = false;
  const wakeFromRetry = new Set<() => void>();

  const run = async (): Promise<void> => {
    lanes += 1;
    for (;;) {
      const { batch, rest } = takeBatch(queue, underWay);
      if (batch.length === 0) break;
      queue = rest;
      for (const { transition } of batch) underWay.add(transition.id);
      await writeBatch(batch);
      for (const { transition } of batch) underWay.delete(transition.id);
    }
    lanes -= 1;
  };

  const writeBatch = async (batch: readonly Pending[]): Promise<void> => {
    for (let delayMs = retryDelayMs.first; ; delayMs = Math.min(delayMs * 2, retryDelayMs.most)) {
      try {
        const results = await writeTransitions(
          db,
          batch.map(({ transition }) => transition),
        );
        settle(batch, results);
        return;
      } catch (error) {
        if (!isUnavailable(error)) return void (await Promise.all(batch.map(writeAlone)));
        emit('record.unavailable', { transitions: batch.length, error });
        if (stopped) return rejectAll(batch, error);
        await pause(delayMs);
      }
    }
  };

  const settle = (batch: readonly Pending[], results: readonly TransitionResult[]): void => {
    const byId = new Map(results.map((result) => [result.id, result]));
    ringFor(bus, results);
    for (const pending of batch) {
      const result = byId.get(pending.transition.id);
      if (result) pending.resolve(result);
      // Missing: the row is locked by a handler's own transaction, or the guard does not hold. Only waiting tells.
      else void writeAlone(pending);
    }
  };

  const writeAlone = async (pending: Pending): Promise<void> => {
    try {
      const result = await writeTransition(db, pending.transition);
      if (result) ringFor(bus, [result]);
      pending.resolve(result);
    } catch (error) {
      if (!isUnavailable(error)) return pending.reject(error);
      if (stopped) return rejectAll([pending], error);
      emit('record.unavailable', { transitions: 1, error });
      await pause(retryDelayMs.first);
      return writeAlone(pending);
    }
  };

  const pause = (delayMs: number): Promise<void> =>
    new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        wakeFromRetry.delete(wake);
        resolve();
      };
      const timer = setTimeout(wake, delayMs);
      wakeFromRetry.add(wake);
    });

  return {
    write: (transition) =>
      new Promise((resolve, reject) => {
        queue.push({ transition, resolve, reject });
        if (lanes === 0 || (lanes === 1 && queue.length >= secondLaneFrom)) void run();
      }),
    stop() {
      stopped = true;
      for (const wake of wakeFromRetry) wake();
    },
  };
}

/** The next statement: as many as fit, each job at most once and none that is under way, the others in their order. */
function takeBatch(queue: readonly Pending[], underWay: ReadonlySet<string>): { batch: Pending[]; rest: Pending[] } {
  const batch: Pending[] = [];
  const rest: Pending[] = [];
  const taken = new Set(underWay);
  for (const pending of queue) {
    const { id } = pending.transition;
    if (batch.length < batchSize && !taken.has(id)) batch.push(pending);
    else rest.push(pending);
    taken.add(id);
  }
  return { batch, rest };
}

function rejectAll(batch: readonly Pending[], cause: unknown): void {
  for (const { reject } of batch) reject(appError('UNAVAILABLE', { cause }));
}
