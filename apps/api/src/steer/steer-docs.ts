import { z } from 'zod';

import { jobViewSchema } from '../jobs/job-view.ts';
import type { Audience, RouteDoc } from '../openapi/route-doc.ts';
import { idempotencyHeader, idParams, replayedHeader } from '../openapi/shared-docs.ts';
import { cancelBody, replayBody, retryBody } from './steer-body.ts';

/** Who may act on a job: its owner, and operators. */
const steerers: readonly Audience[] = ['user', 'key', 'operator'];

const steered = z.object({ job: jobViewSchema });

/** What is done to one job. */
export const steerDocs: readonly RouteDoc[] = [
  {
    method: 'post',
    path: '/jobs/:id/cancel',
    id: 'cancelJob',
    summary: 'Cancel a job',
    description:
      'A job that waits ends at once. One that runs is asked to end and has `cancelGraceMs` of its definition, 10 s usually; then it is given up. It ends with exactly one final event: `job.cancelled`, or another one when the handler was done first. Asking again gets the same answer.',
    tag: 'Jobs',
    audience: steerers,
    params: idParams,
    body: { about: 'May be left out.', schema: cancelBody, optional: true },
    answers: { 202: { about: 'The job; `running` while its handler is being asked.', schema: steered } },
    errors: ['NOT_FOUND', 'FORBIDDEN', 'INVALID_INPUT', 'JOB_FINISHED'],
  },
  {
    method: 'post',
    path: '/jobs/:id/retry',
    id: 'retryJob',
    summary: 'Start a job again',
    description:
      'The same job, with the same id: for one that failed, was cancelled or has expired. Committed steps are not repeated.',
    tag: 'Jobs',
    audience: steerers,
    params: idParams,
    body: { about: 'May be left out.', schema: retryBody, optional: true },
    answers: { 202: { about: 'The job, queued.', schema: steered } },
    errors: ['NOT_FOUND', 'FORBIDDEN', 'INVALID_INPUT', 'JOB_NOT_FINISHED'],
  },
  {
    method: 'post',
    path: '/jobs/:id/replay',
    id: 'replayJob',
    summary: 'Do a job once more, as a new job',
    description:
      'The new job has the name, owner, priority and tags of the first, and names it in `replayOf`. Another payload is for operators and for those who may start such a job with `POST /jobs`.',
    tag: 'Jobs',
    audience: steerers,
    params: idParams,
    headers: idempotencyHeader,
    body: { about: 'May be left out: then the payload is the same.', schema: replayBody, optional: true },
    answers: {
      202: {
        about: 'The new job.',
        schema: steered,
        headers: { Location: 'The new job.', ...replayedHeader },
      },
    },
    errors: ['NOT_FOUND', 'FORBIDDEN', 'INVALID_INPUT', 'JOB_NOT_ALLOWED', 'TOO_MANY_JOBS'],
  },
];
