import {
  type Database,
  type DueSchedule,
  isUnavailable,
  lookAtSchedules,
  markScheduleFailed,
  markUnknownJobs,
  takeDueSchedules,
  tryLead,
  type Tx,
} from '@jobwire/db';
import { asError, type Emit } from '@jobwire/runtime';

import type { Bus } from '../bus.ts';
import { tryEngine } from '../control/try-engine.ts';
import type { Dispatcher } from '../dispatcher.ts';
import { ringFor } from '../doorbells.ts';
import { createEarlyWait } from '../early-wait.ts';
import type { Engine } from '../engine.ts';
import type { JobDefinition } from '../job/index.ts';
import { syncSchedules } from './sync-schedules.ts';
import { type TakenTicks, takeTicks } from './take-ticks.ts';

/** Starts the jobs of schedules when their time has come. */
export interface Scheduler {
  /** Bring the schedules of definitions into the record, then look for what is due until it is stopped. */
  start(): void;
  /** No further round; one that is under way ends first. */
  stop(): Promise<void>;
  /** Take what is due now; returns how many schedules moved on. None, when another process leads. */
  tick(): Promise<number>;
}

/** What the scheduler needs. */
export interface SchedulerOptions {
  db: Database;
  engine: Pick<Engine, 'remove'>;
  dispatcher: Pick<Dispatcher, 'wake'>;
  bus: Pick<Bus, 'ring'>;
  definitions: readonly JobDefinition[];
  emit: Emit;
}

/** Schedules of one transaction. */
const batchSize = 20;
/** The longest wait between two looks, in milliseconds: an edit is noticed within it, and so is a leader that died. */
const pollMs = 1_000;
const unknownJob = { code: 'JOB_UNKNOWN', message: 'There is no job of this name' };

/**
 * Make the scheduler. Every worker runs one, and whoever gets the lock leads for one round: a transaction takes the due
 * schedules, makes their jobs and moves them on. A leader that dies has done all of it or nothing. Times are those of the
 * record, never of a process.
 */
export function createScheduler({ db, engine, dispatcher, bus, definitions, emit }: SchedulerOptions): Scheduler {
  const names = definitions.map(({ name }) => name);
  let running: Promise<void> | undefined;
  let synced = false;
  let stopped = false;
  const idle = createEarlyWait();

  /** One schedule. What goes wrong with it must not take the others along. */
  const takeOne = async (tx: Tx, schedule: DueSchedule): Promise<TakenTicks | undefined> => {
    const definition = definitions.find(({ name }) => name === schedule.job);
    if (!definition) return undefined;
    await tx.query('SAVEPOINT schedule');
    try {
      return await takeTicks(tx, schedule, definition);
    } catch (error) {
      if (isUnavailable(error)) throw error;
      await tx.query('ROLLBACK TO SAVEPOINT schedule');
      const { message } = asError(error);
      await markScheduleFailed(tx, schedule.name, { code: 'INTERNAL', message });
      // It stays due and is tried again every second: that is said once.
      if (schedule.error?.code !== 'INTERNAL') {
        emit('schedule.failed', {
          schedule: schedule.name,
          job: schedule.job,
          code: 'INTERNAL',
          error: asError(error),
        });
      }
      return undefined;
    }
  };

  const takeDue = async (tx: Tx): Promise<TakenTicks[]> => {
    if (!(await tryLead(tx, 'schedules'))) return [];
    for (const schedule of await markUnknownJobs(tx, names, unknownJob)) {
      emit('schedule.failed', { schedule, code: unknownJob.code });
    }
    const taken: TakenTicks[] = [];
    for (const schedule of await takeDueSchedules(tx, names, batchSize)) {
      const one = await takeOne(tx, schedule);
      if (one) taken.push(one);
    }
    return taken;
  };

  const tick = async (): Promise<number> => {
    const taken = await db.transaction(takeDue);
    if (taken.some(({ started }) => started > 0)) dispatcher.wake();
    for (const { name, facts } of taken.flatMap(({ events }) => events)) emit(name, facts);
    const cancelled = taken.flatMap((one) => one.cancelled);
    ringFor(bus, cancelled);
    for (const job of cancelled.filter(({ was }) => was !== 'running')) {
      emit('job.cancelled', { job: job.name, jobId: job.id, was: job.was, by: 'system' });
      await tryEngine(emit, job.name, () => engine.remove(job));
    }
    return taken.length;
  };

  /** One look, and a round if something is due; returns how long nothing is to be done, in milliseconds. */
  const round = async (): Promise<number> => {
    // Here, because a worker may start while the record is away.
    if (!synced) await syncSchedules(db, definitions, emit);
    synced = true;
    const { waitMs, unknown } = await lookAtSchedules(db, names, unknownJob.code);
    if (unknown || (waitMs !== null && waitMs <= 0)) return (await tick()) > 0 ? 0 : pollMs;
    return Math.min(waitMs ?? pollMs, pollMs);
  };

  const loop = async (): Promise<void> => {
    while (!stopped) {
      const waitMs = await round().catch((error: unknown) => {
        emit('schedules.failed', { error: asError(error) });
        return pollMs;
      });
      // Above the moment rather than below: a timer that is a little early would find nothing due.
      if (waitMs > 0 && !stopped) await idle.wait(Math.ceil(waitMs) + 1);
    }
  };

  return {
    tick,
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
