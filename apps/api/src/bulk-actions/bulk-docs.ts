import { deadLetterPageSchema, deadLetterQuery } from '../dead-letters/dead-letter-routes.ts';
import { redriveBody } from '../dead-letters/redrive-body.ts';
import type { RouteDoc } from '../openapi/route-doc.ts';
import { idempotencyHeader, idParams, replayedHeader } from '../openapi/shared-docs.ts';
import { bulkBody } from './bulk-body.ts';
import { abortBody, bulkPageQuery } from './bulk-routes.ts';
import { bulkPageSchema, bulkViewSchema, dryRunSchema } from './bulk-view.ts';

const answers: RouteDoc['answers'] = {
  200: { about: 'To a dry run: nothing was changed.', schema: dryRunSchema },
  202: {
    about: 'Accepted, and audited. A job of the catalog, `bulk.run`, carries it out.',
    schema: bulkViewSchema,
    headers: { Location: 'The bulk action.', ...replayedHeader },
  },
};

/** What is done to many jobs. */
export const bulkDocs: readonly RouteDoc[] = [
  {
    method: 'post',
    path: '/bulk-actions',
    id: 'startBulkAction',
    summary: 'Retry, replay, cancel or delete many jobs',
    description:
      'Acts on the jobs that fit now, one after the other, at most `ratePerSecond`. Each has its line in the audit log. A job that is in another state by then is skipped. `delete` takes jobs that have ended, with everything that belongs to them.',
    tag: 'Administration',
    audience: ['operator'],
    headers: idempotencyHeader,
    body: { about: 'What to do to which jobs.', schema: bulkBody },
    answers,
    errors: ['INVALID_INPUT', 'SEARCH_TIMEOUT'],
  },
  {
    method: 'post',
    path: '/dead-letters/redrive',
    id: 'redriveDeadLetters',
    summary: 'Retry the jobs that failed for good',
    description: 'A bulk action `retry` with these filters.',
    tag: 'Administration',
    audience: ['operator'],
    headers: idempotencyHeader,
    body: { about: 'Which, and how fast.', schema: redriveBody },
    answers,
    errors: ['INVALID_INPUT', 'SEARCH_TIMEOUT'],
  },
  {
    method: 'get',
    path: '/dead-letters',
    id: 'listDeadLetters',
    summary: 'List the jobs that failed for good',
    tag: 'Administration',
    audience: ['viewer', 'operator'],
    query: deadLetterQuery,
    answers: { 200: { about: 'A page of them, the newest first.', schema: deadLetterPageSchema } },
    errors: ['INVALID_INPUT', 'SEARCH_TIMEOUT'],
  },
  {
    method: 'get',
    path: '/bulk-actions',
    id: 'listBulkActions',
    summary: 'List bulk actions',
    tag: 'Administration',
    audience: ['viewer', 'operator'],
    query: bulkPageQuery,
    answers: { 200: { about: 'A page of them, the newest first.', schema: bulkPageSchema } },
    errors: ['INVALID_INPUT'],
  },
  {
    method: 'get',
    path: '/bulk-actions/:id',
    id: 'getBulkAction',
    summary: 'Read a bulk action',
    tag: 'Administration',
    audience: ['viewer', 'operator'],
    params: idParams,
    answers: { 200: { about: 'How far it is.', schema: bulkViewSchema } },
    errors: ['NOT_FOUND'],
  },
  {
    method: 'post',
    path: '/bulk-actions/:id/abort',
    id: 'abortBulkAction',
    summary: 'Abort a bulk action',
    description: 'No further job is acted on. What was done stays done. Asking again gets the same answer.',
    tag: 'Administration',
    audience: ['operator'],
    params: idParams,
    body: { about: 'May be left out.', schema: abortBody, optional: true },
    answers: { 202: { about: 'The bulk action.', schema: bulkViewSchema } },
    errors: ['NOT_FOUND', 'INVALID_INPUT', 'JOB_FINISHED'],
  },
];
