import type { ScheduleSettings } from '@jobwire/db';
import { problemOfCron } from '@jobwire/queue';
import { appError } from '@jobwire/runtime';
import type { Request } from 'express';
import { z } from 'zod';

import { parse } from '../http/parse.ts';
import { problemOfJson } from '../start/problem-of-json.ts';

/** `preview` is a route of its own. Names of jobs are names of schedules too. */
const namePattern = /^(?!preview$)[a-z0-9][a-z0-9._-]{0,99}$/;

const cron = z
  .string()
  .max(500)
  .meta({
    description: 'Five fields, or six with seconds first: minute, hour, day of the month, month, weekday',
    examples: ['30 2 * * MON-FRI'],
  });
const timeZone = z
  .string()
  .max(100)
  .meta({ description: 'A name of the IANA data base', examples: ['Europe/Berlin'] });

/** The parameters of `/schedules/:name`. */
export const scheduleParams = z.object({ name: z.string().regex(namePattern) });

/** The body of `PUT /schedules/:name`. */
export const scheduleBody = z.strictObject({
  job: z
    .string()
    .max(200)
    .meta({ description: 'The kind of job, as in the catalog', examples: ['email.send'] }),
  payload: z.unknown().meta({ description: 'What the job is given; `{}` when left out' }).optional(),
  cron,
  timeZone: timeZone.default('UTC'),
  overlap: z
    .enum(['skip', 'queue', 'cancel-previous'])
    .default('skip')
    .meta({ description: 'What a tick does while an earlier job of the schedule has not ended' }),
  catchUp: z
    .enum(['none', 'last', 'all'])
    .default('last')
    .meta({ description: 'Which ticks are made up for that no worker was there to take' }),
  enabled: z.boolean().default(true),
});

/** The query of `GET /schedules/preview`. */
export const previewQuery = z.strictObject({ cron, timeZone: timeZone.default('UTC') });

/**
 * Read which schedule a request is about.
 *
 * @throws AppError NOT_FOUND for what cannot be a name
 */
export function scheduleName(request: Request): string {
  const parsed = scheduleParams.safeParse(request.params);
  if (!parsed.success) throw appError('NOT_FOUND');
  return parsed.data.name;
}

/**
 * Read a schedule that somebody wants. Whether job, payload and times will do is for schedule control to say.
 *
 * @throws AppError INVALID_INPUT, also for a name that no schedule can have
 */
export function readSchedule(request: Request): { name: string; settings: ScheduleSettings } {
  const { name } = parse(scheduleParams, request.params, { name: 'NAME_INVALID' });
  const { payload = {}, ...rest } = parse(scheduleBody, request.body);
  const problem = problemOfJson(payload);
  if (problem) throw appError('INVALID_INPUT', { errors: [{ pointer: '/payload', ...problem }] });
  return { name, settings: { ...rest, payload } };
}

/**
 * Read the times that somebody wants to see.
 *
 * @throws AppError INVALID_INPUT
 */
export function readPreview(query: unknown): z.output<typeof previewQuery> {
  const asked = parse(previewQuery, query);
  const problem = problemOfCron(asked.cron, asked.timeZone);
  if (!problem) return asked;
  const code = problem.part === 'cron' ? 'CRON_INVALID' : 'TIME_ZONE_INVALID';
  throw appError('INVALID_INPUT', { errors: [{ pointer: `/${problem.part}`, code, message: problem.message }] });
}
