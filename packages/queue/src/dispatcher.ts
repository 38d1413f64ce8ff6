import { type Database, type Dispatch, markDispatched, releaseDispatches, takeDueJobs } from '@jobwire/db';
import { asError, type Emit } from '@jobwire/runtime';

import type { Bus } from './bus.ts';
import { ringFor } from './doorbells.ts';
import { createEarlyWait } from './early-wait.ts';
import type { Engine } from './engine.ts';
import type { TracedDispatch } from './traces/job-traces.ts';

/** Hands accepted jobs to the engine. */
export interface Dispatcher {
  /** Say that something may be due: call it after a commit that enqueued. Without it the poll finds it within a second. */
  wake(): void;
  start(): void;
  /** Stop after the round that is under way. */
  stop(): Promise<void>;
}

/** Rows of one round. */
const batchSize = 500;
/**
 * The least time between two rounds, in milliseconds. The first job after a pause goes at once; under load the rounds
 * grow instead of becoming many, because a round costs the same for one job as for twenty.
 */
const paceMs = 10;
/** The longest wait between two looks, in milliseconds; each is spread so that processes do not look together. */
const pollMs = 1_000;

/**
 * Make the dispatcher. A round takes due rows, gives them to the engine and marks them: two statements, and none of them
 * spans a call to the engine. What is taken and not marked (a process died) is taken again when its lease ends.
 */
export function createDispatcher(
  db: Database,
  engine: Pick<Engine, 'names' | 'ready' | 'add'>,
  bus: Pick<Bus, 'ring'>,
  emit: Emit,
): Dispatcher {
  let running: Promise<void> | undefined;
  let stopped = false;
  let woken = false;
  const idle = createEarlyWait();

  const round = async (): Promise<boolean> => {
    // A row that the engine cannot take now is better left for a later look than taken and given back.
    if (!engine.ready()) return false;
    const dispatches = await takeDueJobs(db, engine.names, batchSize);
    if (dispatches.length === 0) return false;
    ringFor(bus, dispatches);
    await deliver(dispatches);
    return dispatches.length === batchSize;
  };

  const deliver = async (dispatches: Dispatch[]): Promise<void> => {
    const startedAt = Date.now();
    const refused = await engine.add(dispatches);
    const given = dispatches.filter((dispatch) => !refused.has(dispatch));
    if (given.length > 0) await markDispatched(db, given);
    if (refused.size > 0) await releaseDispatches(db, [...refused]);
    const traced = given.flatMap(tracedOf);
    if (traced.length > 0) emit('jobs.traced', { dispatches: traced, startedAt });
    emit('jobs.dispatched', { jobs: given.length, refused: refused.size, lateMs: latestOf(given) });
  };

  const loop = async (): Promise<void> => {
    while (!stopped) {
      woken = false;
      const started = performance.now();
      try {
        if (await round()) continue;
      } catch (error) {
        emit('dispatch.failed', { error: asError(error) });
        woken = false;
      }
      if (!woken && !stopped) await idle.wait(pollMs * (0.75 + Math.random() * 0.25));
      const early = started + paceMs - performance.now();
      if (early > 0 && !stopped) await pause(early);
    }
  };

  return {
    wake() {
      woken = true;
      idle.end();
    },
    start() {
      running ??= loop();
    },
    async stop() {
      stopped = true;
      idle.end();
      await running;
    },
  };
}

/**
 * How late the latest of these was, in milliseconds. Only first deliveries count: the others were due once before.
 */
function latestOf(given: readonly Dispatch[]): number | undefined {
  const first = given.filter(({ dispatch }) => dispatch === 1).map(({ lateMs }) => lateMs);
  return first.length === 0 ? undefined : Math.max(...first);
}

function tracedOf({ id, name, traceContext }: Dispatch): TracedDispatch[] {
  return traceContext === undefined ? [] : [{ jobId: id, job: name, traceContext }];
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
