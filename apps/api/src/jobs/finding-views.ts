import { z } from 'zod';

import { pageSchema } from '../lists/list-page.ts';
import { jobStateSchema, jobViewSchema } from './job-view.ts';

const time = z.iso.datetime();

/** A page of jobs. */
export const jobListSchema = z
  .object({ jobs: z.array(jobViewSchema), page: pageSchema })
  .meta({ id: 'JobList', description: 'Jobs, newest first' });

const countSchema = z.object({ name: z.string(), state: jobStateSchema, count: z.int() });

/** How many jobs there are. */
export const jobStatsSchema = z
  .object({
    open: z.array(countSchema).meta({ description: 'All that have not ended' }),
    finished: z.array(countSchema).meta({ description: 'Those that ended since `since`' }),
    since: time,
    complete: z.boolean().meta({
      description:
        'False when more jobs ended in the window than are counted: `since` is then later than its beginning',
    }),
  })
  .meta({ id: 'JobStats', description: 'Counts by name and state' });

/** One run of a job. */
export const attemptSchema = z
  .object({
    attempt: z.int().meta({ description: 'A run that was handed back did not count: the next has its number again' }),
    outcome: z
      .enum(['running', 'succeeded', 'failed', 'cancelled', 'handed-back', 'stalled'])
      .meta({ description: 'handed-back: runs again later without spending an attempt; stalled: its worker was lost' }),
    startedAt: time,
    endedAt: time.optional(),
    retryAt: time.optional().meta({ description: 'When the next run was due' }),
    error: z
      .object({
        code: z.string(),
        message: z.string(),
        name: z.string().optional(),
        stack: z.string().optional(),
      })
      .optional()
      .meta({ description: 'Name, stack and the error’s own message are for administrators' }),
    worker: z.string().optional().meta({ description: 'For administrators' }),
  })
  .meta({ id: 'JobAttempt' });

/** The runs of a job. */
export const attemptListSchema = z.object({ attempts: z.array(attemptSchema) }).meta({ id: 'JobAttempts' });

/** One run, as it is answered. */
export type AttemptView = z.output<typeof attemptSchema>;

/** What handlers logged. */
export const jobLogSchema = z
  .object({
    lines: z.array(
      z.object({
        seq: z.int().meta({ description: 'The number of its event' }),
        at: time,
        attempt: z.int().optional(),
        message: z.string(),
        facts: z.record(z.string(), z.unknown()).meta({ description: 'What was said beside the message' }),
      }),
    ),
    page: z.object({
      next: z.int().nullable().meta({ description: '`after` of the next page; null when there is no more by now' }),
      limit: z.int(),
    }),
  })
  .meta({ id: 'JobLog' });
