import type { RouteDoc } from '../openapi/route-doc.ts';
import { idempotencyHeader, replayedHeader } from '../openapi/shared-docs.ts';
import { startBody } from './start-body.ts';
import { startedSchema } from './start-job.ts';

const headers = { Location: 'The job.', ...replayedHeader };

/** `POST /jobs`. */
export const startDocs: readonly RouteDoc[] = [
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
      200: { about: 'One that stands for the dedupe key.', schema: startedSchema, headers },
      202: { about: 'It will run.', schema: startedSchema, headers },
    },
    errors: ['JOB_NOT_ALLOWED'],
  },
];
