import { jobViewSchema } from '../jobs/job-view.ts';
import type { RouteDoc } from '../openapi/route-doc.ts';
import { idParams, idempotencyHeader, preferHeader, preferredHeader, replayedHeader } from '../openapi/shared-docs.ts';
import { batchBody } from './batch-body.ts';
import { changeBody } from './change-job.ts';
import { batchSchema } from './start-batch.ts';
import { startBody } from './start-body.ts';
import { startedSchema } from './start-job.ts';

const headers = {
  Location: 'The job.',
  'Retry-After': 'When to ask for it, in seconds.',
  ...replayedHeader,
  ...preferredHeader,
};
const starters = ['user', 'key', 'operator'] as const;
const mail = { to: 'ada@example.com', subject: 'Your order', text: 'It is on its way.' };
const example = { name: 'email.send', payload: mail, tags: ['order-7'] };

/** `POST /jobs`, `POST /jobs/batch` and `PATCH /jobs/:id`. */
export const startDocs: readonly RouteDoc[] = [
  {
    method: 'post',
    path: '/jobs',
    id: 'startJob',
    summary: 'Start a job',
    description:
      'The job belongs to the caller. `access` and `authorize` of its definition decide who may start it; names that there are not and names that are not for the caller are refused alike.',
    tag: 'Jobs',
    audience: starters,
    headers: { ...idempotencyHeader, ...preferHeader },
    body: { about: 'What to start.', schema: startBody, example },
    answers: {
      200: {
        about: 'One that stands for the dedupe key, or one that has ended while `Prefer: wait` held the answer.',
        schema: startedSchema,
        headers,
      },
      202: { about: 'It will run.', schema: startedSchema, headers },
    },
    errors: ['JOB_NOT_ALLOWED', 'TOO_MANY_JOBS'],
  },
  {
    method: 'post',
    path: '/jobs/batch',
    id: 'startJobs',
    summary: 'Start many jobs at once',
    description:
      'Up to 1,000 jobs and 5 MB in one transaction. All or none, unless `atomic` is `false`: then those that can be started are, and every item of the answer says what became of its job.',
    tag: 'Jobs',
    audience: starters,
    headers: idempotencyHeader,
    body: { about: 'What to start.', schema: batchBody, example: { jobs: [example] } },
    answers: { 202: { about: 'What became of each job.', schema: batchSchema, headers: replayedHeader } },
    errors: ['JOB_NOT_ALLOWED', 'TOO_MANY_JOBS'],
  },
  {
    method: 'patch',
    path: '/jobs/:id',
    id: 'changeJob',
    summary: 'Change a job before it begins',
    description:
      'Another time, priority or tags for a job that is `scheduled` or `queued`; what is left out stays. A time that has passed means now, and the time to expire moves along. Watchers get `job.scheduled` or `job.queued` with `by: "change"`.',
    tag: 'Jobs',
    audience: starters,
    params: idParams,
    headers: { 'If-Match': 'The `ETag` that you have: change it only if that is still the newest.' },
    body: { about: 'What is to be different.', schema: changeBody, example: { priority: 1 } },
    answers: {
      200: {
        about: 'The job as it is then.',
        schema: jobViewSchema,
        headers: { ETag: 'The number of its newest event.' },
      },
    },
    errors: ['FORBIDDEN', 'JOB_STARTED', 'JOB_FINISHED', 'PRECONDITION_FAILED'],
  },
];
