import {
  type Actor,
  addScheduleRun,
  type Database,
  deleteSchedule,
  findSchedule,
  insertAuditEntry,
  insertJob,
  insertSchedule,
  lockSchedule,
  type NewJob,
  recordTime,
  type ScheduleRow,
  type ScheduleSettings,
  type Tx,
  updateSchedule,
} from '@jobwire/db';
import { appError, type Emit } from '@jobwire/runtime';

import { newJob } from '../enqueue.ts';
import type { JobDefinition } from '../job/index.ts';
import { problemOfCron } from './cron-rule.ts';
import { nextRunOf } from './next-run.ts';
import { scheduleTag } from './take-ticks.ts';

/** How many schedules there may be: all of them are looked at every second, and shown on one page. */
export const mostSchedules = 1_000;

/** What operators do to schedules. Every change is in the audit log. */
export interface ScheduleControl {
  /**
   * Make a schedule, or change the one of this name. From now on it is the operator's, also when the code has put it in.
   *
   * @param version of the schedule that the caller has seen; undefined changes any
   * @throws AppError INVALID_INPUT, PRECONDITION_FAILED for another version, TOO_MANY_SCHEDULES
   */
  put(name: string, settings: ScheduleSettings, actor: Actor, version?: number): Promise<SavedSchedule>;
  /**
   * Delete a schedule. Its jobs go on; one that the code wants comes back when a worker starts.
   *
   * @throws AppError NOT_FOUND
   */
  remove(name: string, actor: Actor): Promise<void>;
  /**
   * Make the job of a schedule for now, also while it is switched off. Its ticks stay as they are. The job is written in
   * the caller's transaction.
   *
   * @param trace what its spans continue
   * @throws AppError NOT_FOUND, INVALID_INPUT when the definition does not accept the payload any more
   */
  run(tx: Tx, name: string, actor: Actor, trace?: Pick<NewJob, 'traceContext'>): Promise<NewJob>;
}

/** A schedule after it was saved. */
export interface SavedSchedule {
  created: boolean;
  schedule: ScheduleRow;
}

/** What schedule control needs. */
export interface ScheduleControlOptions {
  db: Database;
  definitions: readonly JobDefinition[];
  emit: Emit;
}

/** Make the use cases of schedules. */
export function createScheduleControl({ db, definitions, emit }: ScheduleControlOptions): ScheduleControl {
  const save = async (tx: Tx, name: string, settings: ScheduleSettings, version?: number): Promise<boolean> => {
    const now = await recordTime(tx);
    const made = { ...settings, name, origin: 'operator' as const };
    const before = await lockSchedule(tx, name);
    if (version !== undefined && before?.version !== version) throw appError('PRECONDITION_FAILED');
    const nextRunAt = nextRunOf(settings, before, now);
    if (before) {
      await updateSchedule(tx, { ...made, nextRunAt });
      return false;
    }
    if (await insertSchedule(tx, { ...made, nextRunAt }, mostSchedules)) return true;
    // Either there are too many, or somebody made it a moment ago.
    if (!(await lockSchedule(tx, name))) throw appError('TOO_MANY_SCHEDULES');
    return save(tx, name, settings, version);
  };

  return {
    async put(name, settings, actor, version) {
      checkSettings(settings, definitions);
      const saved = await db.transaction(async (tx) => {
        const created = await save(tx, name, settings, version);
        const action = created ? 'schedule.created' : 'schedule.changed';
        const { payload: _, ...data } = settings;
        await insertAuditEntry(tx, { actor, action, subject: name, data });
        const schedule = await findSchedule(tx, name);
        if (!schedule) throw appError('NOT_FOUND');
        return { created, schedule };
      });
      emit(saved.created ? 'schedule.created' : 'schedule.changed', { schedule: name, by: actor.kind });
      return saved;
    },

    async remove(name, actor) {
      await db.transaction(async (tx) => {
        if (!(await deleteSchedule(tx, name))) throw appError('NOT_FOUND');
        await insertAuditEntry(tx, { actor, action: 'schedule.deleted', subject: name });
      });
      emit('schedule.deleted', { schedule: name, by: actor.kind });
    },

    async run(tx, name, actor, trace = {}) {
      const schedule = await lockSchedule(tx, name);
      if (!schedule) throw appError('NOT_FOUND');
      const job = newJob(definitionOf(schedule.job, definitions), schedule.payload, {
        ...trace,
        tags: [scheduleTag(name)],
      });
      await insertJob(tx, job);
      await addScheduleRun(tx, name, job.id);
      await insertAuditEntry(tx, { actor, action: 'schedule.started', subject: name, data: { jobId: job.id } });
      return job;
    },
  };
}

function checkSettings(
  { job, payload, cron, timeZone }: ScheduleSettings,
  definitions: readonly JobDefinition[],
): void {
  const problem = problemOfCron(cron, timeZone);
  if (problem) {
    const code = problem.part === 'cron' ? 'CRON_INVALID' : 'TIME_ZONE_INVALID';
    throw appError('INVALID_INPUT', { errors: [{ pointer: `/${problem.part}`, code, message: problem.message }] });
  }
  // A job that nobody writes down: it is made to see whether the payload will do.
  newJob(definitionOf(job, definitions), payload);
}

function definitionOf(job: string, definitions: readonly JobDefinition[]): JobDefinition {
  const definition = definitions.find(({ name }) => name === job);
  if (definition) return definition;
  const message = 'There is no job of this name';
  throw appError('INVALID_INPUT', { errors: [{ pointer: '/job', code: 'JOB_UNKNOWN', message }] });
}
