import type { RouteDoc } from '../openapi/route-doc.ts';
import { idempotencyHeader, replayedHeader } from '../openapi/shared-docs.ts';
import { previewQuery, scheduleBody, scheduleParams } from './schedule-input.ts';
import { scheduleRunSchema } from './schedule-routes.ts';
import { previewSchema, scheduleDetailSchema, schedulesSchema } from './schedule-view.ts';

const readers = ['viewer', 'operator'] as const;
const tagged = { ETag: 'The version of the settings, for `If-Match`.' };
const example = {
  job: 'email.send',
  payload: { to: 'ada@example.com', subject: 'Good morning', text: 'It is eight.' },
  cron: '0 8 * * MON-FRI',
  timeZone: 'Europe/Berlin',
};

/** The routes of schedules. */
export const scheduleDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/schedules',
    id: 'listSchedules',
    summary: 'List the schedules',
    tag: 'Schedules',
    audience: readers,
    answers: { 200: { about: 'All of them, by name.', schema: schedulesSchema } },
  },
  {
    method: 'get',
    path: '/schedules/preview',
    id: 'previewSchedule',
    summary: 'Show the next times of a cron expression',
    tag: 'Schedules',
    audience: readers,
    query: previewQuery,
    answers: { 200: { about: 'Its next five times.', schema: previewSchema } },
    errors: ['INVALID_INPUT'],
  },
  {
    method: 'get',
    path: '/schedules/:name',
    id: 'getSchedule',
    summary: 'Read a schedule',
    tag: 'Schedules',
    audience: readers,
    params: scheduleParams,
    answers: {
      200: {
        about: 'The schedule, its next five times and its last job.',
        schema: scheduleDetailSchema,
        headers: tagged,
      },
    },
    errors: ['NOT_FOUND'],
  },
  {
    method: 'put',
    path: '/schedules/:name',
    id: 'putSchedule',
    summary: 'Make or change a schedule',
    description:
      'Any job of the catalog may be scheduled. The next tick follows the new times at once; ticks of a time in which it was switched off are not made up for. A schedule that the code has put in is the operator’s from then on.',
    tag: 'Schedules',
    audience: ['operator'],
    params: scheduleParams,
    headers: { 'If-Match': 'The `ETag` of the schedule that is to be changed: refused when somebody was faster.' },
    body: { about: 'The whole schedule; what is left out gets its default.', schema: scheduleBody, example },
    answers: {
      200: { about: 'Changed.', schema: scheduleDetailSchema, headers: tagged },
      201: { about: 'Made.', schema: scheduleDetailSchema, headers: { ...tagged, Location: 'The schedule.' } },
    },
    errors: ['INVALID_INPUT', 'PRECONDITION_FAILED', 'TOO_MANY_SCHEDULES'],
  },
  {
    method: 'delete',
    path: '/schedules/:name',
    id: 'deleteSchedule',
    summary: 'Delete a schedule',
    description:
      'Its jobs go on. One that a definition carries comes back when a worker starts: switch it off instead.',
    tag: 'Schedules',
    audience: ['operator'],
    params: scheduleParams,
    answers: { 204: { about: 'Deleted, and audited.' } },
    errors: ['NOT_FOUND'],
  },
  {
    method: 'post',
    path: '/schedules/:name/run',
    id: 'runSchedule',
    summary: 'Start the job of a schedule now',
    description: 'Also while it is switched off, and whatever still runs. Its times stay as they are.',
    tag: 'Schedules',
    audience: ['operator'],
    params: scheduleParams,
    headers: idempotencyHeader,
    answers: {
      202: { about: 'It will run.', schema: scheduleRunSchema, headers: { Location: 'The job.', ...replayedHeader } },
    },
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
  },
];
