import { isDeepStrictEqual } from 'node:util';

import {
  type Database,
  deleteForgottenSchedules,
  insertSchedule,
  lockSchedule,
  recordTime,
  type ScheduleSettings,
  type Tx,
  updateSchedule,
} from '@jobwire/db';
import type { Emit } from '@jobwire/runtime';

import type { JobDefinition, JobSchedule } from '../job/index.ts';
import { nextRunOf } from './next-run.ts';

/**
 * Bring the schedules of definitions into the record: what is missing is put in, what the code owns is made as the code
 * says, and what the code does not want any more goes. A schedule that an operator has edited is the operator's: it is left
 * alone until it is deleted. Every worker does this when it starts.
 */
export async function syncSchedules(db: Database, definitions: readonly JobDefinition[], emit: Emit): Promise<void> {
  const jobs = definitions.map(({ name }) => name);
  const scheduled = definitions.flatMap(({ name, schedule }) => (schedule ? [{ name, schedule }] : []));
  await db.transaction(async (tx) => {
    for (const { name, schedule } of scheduled) await syncOne(tx, name, settingsOf(name, schedule), emit);
    const wanted = scheduled.map(({ name }) => name);
    for (const schedule of await deleteForgottenSchedules(tx, jobs, wanted)) emit('schedule.deleted', { schedule });
  });
}

async function syncOne(tx: Tx, name: string, settings: ScheduleSettings, emit: Emit): Promise<void> {
  const now = await recordTime(tx);
  const made = { ...settings, name, origin: 'code' as const };
  // How many schedules people make must not keep the code's own ones out.
  const added = await insertSchedule(
    tx,
    { ...made, nextRunAt: nextRunOf(settings, undefined, now) },
    Number.MAX_SAFE_INTEGER,
  );
  if (added) return emit('schedule.created', { schedule: name, by: 'code' });
  const row = await lockSchedule(tx, name);
  if (!row || row.origin === 'operator' || isSame(row, settings)) return;
  await updateSchedule(tx, { ...made, nextRunAt: nextRunOf(settings, row, now) });
  emit('schedule.changed', { schedule: name, by: 'code' });
}

function settingsOf(job: string, schedule: JobSchedule): ScheduleSettings {
  const { cron, timeZone = 'UTC', payload = {}, overlap = 'skip', catchUp = 'last' } = schedule;
  return { job, payload, cron, timeZone, overlap, catchUp, enabled: true };
}

function isSame(row: ScheduleSettings, wanted: ScheduleSettings): boolean {
  const { job, cron, timeZone, overlap, catchUp, enabled } = wanted;
  return (
    row.job === job &&
    row.cron === cron &&
    row.timeZone === timeZone &&
    row.overlap === overlap &&
    row.catchUp === catchUp &&
    row.enabled === enabled &&
    // As the record gives it back, where members have another order and dates are texts.
    isDeepStrictEqual(row.payload, JSON.parse(JSON.stringify(wanted.payload)))
  );
}
