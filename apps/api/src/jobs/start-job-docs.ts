import { issuedTicketSchema } from '../auth/tickets.ts';
import type { RouteDoc } from '../openapi/route-doc.ts';
import { idempotencyHeader, replayedHeader } from '../openapi/shared-docs.ts';
import { jobViewSchema } from './job-view.ts';
import { startBody } from './start-body.ts';

/** `POST /jobs`. */
export const startJobDocs: readonly RouteDoc[] = [
  {
    method: 'post',
    path: '/jobs',
    id: 'startJob',
    summary: 'Start a job',
    tag: 'Jobs',
    audience: ['user', 'key', 'operator'],
    headers: idempotencyHeader,
    body: { about: 'What to start.', schema: startBody },
    answers: {
      202: {
        about: 'It will run.',
        schema: issuedTicketSchema.extend({ job: jobViewSchema }),
        headers: { Location: 'The job.', ...replayedHeader },
      },
    },
    errors: ['JOB_NOT_ALLOWED'],
  },
];
