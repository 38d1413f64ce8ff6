import {
  cancelJob,
  type ControlledJob,
  type DueSchedule,
  insertAuditEntry,
  insertJob,
  insertTick,
  type JobFailure,
  moveSchedule,
  type NewJob,
  type Overlap,
  type Tick,
  type Tx,
} from '@jobwire/db';
import { AppError, type Facts } from '@jobwire/runtime';

import { newJob } from '../enqueue.ts';
import type { JobDefinition } from '../job/index.ts';
import { createCronRule } from './cron-rule.ts';
import { planTicks } from './due-ticks.ts';

/** What came of the ticks of one schedule. The world is told of it after the commit. */
export interface TakenTicks {
  events: { name: string; facts: Facts }[];
  cancelled: ControlledJob[];
  started: number;
}

/** Jobs of a schedule with overlap `queue` that may wait or run at a time: a queue that nobody works off must not grow. */
export const mostOpenJobs = 100;
/** How long ticks are remembered, in milliseconds. */
const keepTicksMs = 24 * 60 * 60 * 1_000;

/** The tag of a schedule's jobs. */
export function scheduleTag(name: string): string {
  return `schedule:${name}`;
}

/**
 * Take the ticks of a schedule that are due: write each down, make its job, and move the schedule on, all in the caller's
 * transaction. A payload that the definition does not accept any more is said to be the schedule's error.
 */
export async function takeTicks(tx: Tx, schedule: DueSchedule, definition: JobDefinition): Promise<TakenTicks> {
  const { name, openJobs, now, nextRunAt } = schedule;
  const rule = createCronRule(schedule.cron, schedule.timeZone);
  const plan = planTicks(rule, schedule.catchUp, nextRunAt, now);
  const error = problemOfPayload(schedule, definition);
  const starting = error ? [] : startingTicks(schedule.overlap, plan.ticks, openJobs.length);

  const taken: TakenTicks = { events: [], cancelled: [], started: 0 };
  if (plan.missedSince)
    taken.events.push({ name: 'schedule.missed', facts: { schedule: name, since: nextRunAt.toISOString() } });
  const started: { at: Date; jobId: string }[] = [];
  for (const at of plan.ticks) {
    const made = starting.includes(at) ? scheduledJob(schedule, definition) : undefined;
    const tick: Tick = { at, outcome: made ? 'started' : error ? 'failed' : 'skipped', jobId: made?.id ?? null };
    if (!(await insertTick(tx, name, tick))) continue;
    taken.events.push(eventOf(schedule, tick, error));
    if (!made) continue;
    await insertJob(tx, made);
    started.push({ at, jobId: made.id });
  }
  if (schedule.overlap === 'cancel-previous' && started.length > 0)
    taken.cancelled = await cancelAll(tx, openJobs, name);

  const ended = new Set(taken.cancelled.filter(({ was }) => was !== 'running').map(({ id }) => id));
  await moveSchedule(
    tx,
    {
      name,
      nextRunAt: plan.next,
      lastRun: started.at(-1) ?? null,
      openJobs: [...openJobs.filter((id) => !ended.has(id)), ...started.map(({ jobId }) => jobId)],
      error,
    },
    keepTicksMs,
  );
  return { ...taken, started: started.length };
}

/** What a tick looks like to those who listen. */
function eventOf({ name, job, now }: DueSchedule, tick: Tick, error: JobFailure | null): TakenTicks['events'][number] {
  const facts = { schedule: name, job, at: tick.at.toISOString() };
  switch (tick.outcome) {
    case 'failed':
      return { name: 'schedule.failed', facts: { ...facts, code: error?.code } };
    case 'skipped':
      return { name: 'schedule.skipped', facts };
    case 'started':
      return {
        name: 'schedule.ticked',
        facts: { ...facts, jobId: tick.jobId, lateMs: now.getTime() - tick.at.getTime() },
      };
  }
}

/** The ticks that start a job; the others are skipped. */
function startingTicks(overlap: Overlap, ticks: readonly Date[], open: number): Date[] {
  switch (overlap) {
    case 'skip':
      return open === 0 ? ticks.slice(0, 1) : [];
    case 'queue':
      return ticks.slice(0, Math.max(0, mostOpenJobs - open));
    case 'cancel-previous':
      // Each would cancel the one before it.
      return ticks.slice(-1);
  }
}

/** The job of a tick. It is nobody's: administrators see it. */
function scheduledJob({ name, payload }: DueSchedule, definition: JobDefinition): NewJob {
  return newJob(definition, payload, { tags: [scheduleTag(name)] });
}

function problemOfPayload(schedule: DueSchedule, definition: JobDefinition): JobFailure | null {
  try {
    scheduledJob(schedule, definition);
    return null;
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    const [first] = error.facts.errors ?? [];
    return { code: 'INVALID_PAYLOAD', message: first ? `${first.pointer}: ${first.message}` : error.message };
  }
}

async function cancelAll(tx: Tx, ids: readonly string[], schedule: string): Promise<ControlledJob[]> {
  const cancelled: ControlledJob[] = [];
  for (const id of ids) {
    const job = await cancelJob(tx, id);
    if (!job || job.events.length === 0) continue;
    const actor = { kind: 'system' as const, id: null };
    await insertAuditEntry(tx, { actor, action: 'job.cancelled', subject: id, data: { was: job.was, schedule } });
    cancelled.push(job);
  }
  return cancelled;
}
