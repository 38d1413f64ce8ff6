import type { JobRow, ScheduleRow } from '@jobwire/db';
import { nextRuns } from '@jobwire/queue';
import { z } from 'zod';

const time = z.iso.datetime();
const times = z.array(time).meta({ description: 'The next five times, oldest first; none while it is switched off' });
/** How many times to come are shown. */
const shownRuns = 5;

/** A schedule as administrators see it in a list. */
export const scheduleSchema = z
  .object({
    name: z.string(),
    job: z.string().meta({ description: 'The kind of job that it starts' }),
    payload: z.unknown().meta({ description: 'What the job is given' }),
    cron: z.string(),
    timeZone: z.string(),
    overlap: z.enum(['skip', 'queue', 'cancel-previous']),
    catchUp: z.enum(['none', 'last', 'all']),
    enabled: z.boolean(),
    origin: z.enum(['code', 'operator']).meta({ description: 'What an operator has edited, the code leaves alone' }),
    version: z.int().meta({ description: 'Counts the edits; the `ETag` of the schedule' }),
    nextRunAt: time.nullable().meta({ description: 'Null while it is switched off' }),
    lastRunAt: time.optional(),
    lastJob: z
      .object({ id: z.uuid(), state: z.string().nullable(), links: z.object({ self: z.string() }) })
      .optional()
      .meta({ description: 'The job of the last run; its state is null when the record keeps it no longer' }),
    error: z.object({ code: z.string(), message: z.string() }).optional().meta({ description: 'Why it does not run' }),
    createdAt: time,
    updatedAt: time,
  })
  .meta({ id: 'Schedule', description: 'A job that starts by itself' });

/** A schedule with its times to come. */
export const scheduleDetailSchema = scheduleSchema.extend({ nextRuns: times }).meta({
  id: 'ScheduleDetail',
  description: 'A schedule and when it runs next',
});

/** All schedules. */
export const schedulesSchema = z.object({ schedules: z.array(scheduleSchema) });

/** The times of a cron expression. */
export const previewSchema = z.object({ nextRuns: times });

/** Show a schedule. */
export function scheduleView(row: ScheduleRow): z.output<typeof scheduleSchema> {
  return {
    name: row.name,
    job: row.job,
    payload: row.payload,
    cron: row.cron,
    timeZone: row.timeZone,
    overlap: row.overlap,
    catchUp: row.catchUp,
    enabled: row.enabled,
    origin: row.origin,
    version: row.version,
    nextRunAt: row.nextRunAt?.toISOString() ?? null,
    ...(row.lastRunAt ? { lastRunAt: row.lastRunAt.toISOString() } : {}),
    ...(row.lastJobId === null ? {} : { lastJob: lastJob(row.lastJobId, row.lastJobState) }),
    ...(row.error ? { error: row.error } : {}),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
  };
}

/** Show a schedule and when it runs next. */
export function scheduleDetail(row: ScheduleRow): z.output<typeof scheduleDetailSchema> {
  return { ...scheduleView(row), nextRuns: nextRuns(row, row.nextRunAt, shownRuns).map((at) => at.toISOString()) };
}

/** Show when a cron expression has its next times after a moment. */
export function previewView(cron: string, timeZone: string, now: Date): z.output<typeof previewSchema> {
  // The moment itself is none of them.
  const runs = nextRuns({ cron, timeZone }, now, shownRuns + 1).slice(1);
  return { nextRuns: runs.map((at) => at.toISOString()) };
}

function lastJob(id: string, state: JobRow['state'] | null): z.output<typeof scheduleSchema>['lastJob'] {
  return { id, state, links: { self: `/jobs/${id}` } };
}
