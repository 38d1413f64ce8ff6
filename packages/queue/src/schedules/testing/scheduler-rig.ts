import { type Database, type JobState, recordTime, type ScheduleSettings } from '@jobwire/db';
import { createEvents } from '@jobwire/runtime';
import { type EventSpy, spyEvents, type TestDatabase, testDatabase } from '@jobwire/testing';
import { z } from 'zod';

import { createScheduleControl, createScheduler, type ScheduleControl, type Scheduler } from '../../index.ts';
import { defineJob, type JobDefinition } from '../../job/index.ts';

/** A job that any payload with a text starts. */
export const say = defineJob({ name: 'say.hello', payload: z.strictObject({ to: z.string() }), result: z.null() });

/** A scheduler on a real record, without an engine: what it gives the engine is counted. */
export interface SchedulerRig {
  db: Database;
  url: string;
  control: ScheduleControl;
  spy: EventSpy;
  /** Engine entries that were removed, rings of the bus, and calls of the dispatcher. */
  told: { removed: string[]; rung: string[]; wakes: number };
  scheduler(definitions?: readonly JobDefinition[], db?: Database): Scheduler;
  /** Save a schedule as an operator does; it ticks every second of a day long ago unless it is said. */
  put(name: string, settings?: Partial<ScheduleSettings>): Promise<void>;
  /** Let so many seconds pass for a schedule: its next tick is so long ago. */
  dueSince(name: string, seconds: number): Promise<Date>;
  jobs(): Promise<{ id: string; state: JobState; tags: string[]; payload: unknown }[]>;
  ticks(name: string): Promise<{ outcome: string; job_id: string | null; tick_at: Date }[]>;
  /** How the open jobs of the record are. */
  setState(state: 'running' | 'succeeded', id?: string): Promise<void>;
  clear(): Promise<void>;
  stop(): Promise<void>;
}

const actor = { kind: 'admin', id: null } as const;

/** Make the rig. */
export async function schedulerRig(): Promise<SchedulerRig> {
  const database: TestDatabase = await testDatabase();
  const { db } = database;
  const events = createEvents();
  const told: SchedulerRig['told'] = { removed: [], rung: [], wakes: 0 };
  const outside = {
    engine: { remove: async ({ id }: { id: string }) => void told.removed.push(id) },
    dispatcher: { wake: () => void (told.wakes += 1) },
    bus: { ring: (bells: readonly { channel: string }[]) => void told.rung.push(...bells.map((bell) => bell.channel)) },
  };
  const control = createScheduleControl({ db, definitions: [say], emit: events.emit });
  return {
    db,
    url: database.url,
    control,
    spy: spyEvents(events),
    told,
    scheduler: (definitions = [say], other = db) =>
      createScheduler({ ...outside, db: other, definitions, emit: events.emit }),
    async put(name, settings = {}) {
      const usual = { job: say.name, payload: { to: name }, cron: '0 * * * *', timeZone: 'UTC', enabled: true };
      await control.put(name, { ...usual, overlap: 'queue', catchUp: 'all', ...settings }, actor);
    },
    async dueSince(name, seconds) {
      const now = await recordTime(db);
      const due = new Date((Math.floor(now.getTime() / 1_000) - seconds) * 1_000);
      await db.query('UPDATE schedules SET next_run_at = $2 WHERE name = $1', [name, due]);
      return due;
    },
    jobs: () => db.query('SELECT id, state, tags, payload FROM jobs ORDER BY id'),
    ticks: (name) =>
      db.query('SELECT outcome, job_id, tick_at FROM schedule_ticks WHERE schedule = $1 ORDER BY tick_at', [name]),
    async setState(state, id) {
      await db.query(
        `UPDATE jobs SET state = $1, finished_at = CASE WHEN $1 = 'succeeded' THEN now() END WHERE id = coalesce($2, id)`,
        [state, id ?? null],
      );
    },
    async clear() {
      await db.query('TRUNCATE schedules, schedule_ticks, jobs, job_events, audit_log');
      Object.assign(told, { removed: [], rung: [], wakes: 0 });
    },
    stop: () => database.stop(),
  };
}
