import { z } from 'zod';

import type { RouteDoc } from '../openapi/route-doc.ts';
import { idParams } from '../openapi/shared-docs.ts';
import { attemptListSchema, jobListSchema, jobLogSchema, jobStatsSchema } from './finding-views.ts';
import { logQuery } from './job-history-routes.ts';
import { listQuery } from './list-query.ts';
import { throughputQuery, throughputSchema } from './throughput-route.ts';

const readers = ['ticket', 'user', 'key', 'viewer'] as const;

/** The routes that find jobs and tell how they went. */
export const findingDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/jobs',
    id: 'listJobs',
    summary: 'List and search jobs',
    description:
      'Newest first, in pages: follow `page.next` or the `Link` header until it is null. Jobs that are accepted meanwhile ' +
      'do not move a page. Filters combine: all that are given must hold. Administrators see every job, others their own.',
    tag: 'Jobs',
    audience: ['user', 'key', 'viewer'],
    query: listQuery,
    answers: {
      200: {
        about: 'A page',
        schema: jobListSchema,
        headers: { Link: 'The next page, `rel="next"`, if there is one' },
      },
    },
    errors: ['UNAUTHENTICATED', 'FORBIDDEN', 'INVALID_INPUT', 'SEARCH_TIMEOUT'],
  },
  {
    method: 'get',
    path: '/jobs/stats',
    id: 'countJobs',
    summary: 'Count jobs by name and state',
    description:
      'Jobs that have not ended are counted exactly; those that have, within the last 24 hours, the newest 100,000 at most. ' +
      'Administrators count every job, others their own.',
    tag: 'Jobs',
    audience: ['user', 'key', 'viewer'],
    answers: { 200: { about: 'The counts', schema: jobStatsSchema } },
    errors: ['UNAUTHENTICATED', 'SEARCH_TIMEOUT'],
  },
  {
    method: 'get',
    path: '/jobs/throughput',
    id: 'readThroughput',
    summary: 'Count what ended lately, step by step',
    description:
      'By kind, outcome and error code, in steps of ten seconds: what a dashboard draws. To go on, ask with `since` a little ' +
      'before the `to` of the answer before: a step is complete when those that ended in it are committed.',
    tag: 'Jobs',
    audience: ['viewer', 'operator'],
    query: throughputQuery,
    answers: { 200: { about: 'The counts; steps in which nothing ended are left out', schema: throughputSchema } },
    errors: ['UNAUTHENTICATED', 'FORBIDDEN', 'INVALID_INPUT', 'SEARCH_TIMEOUT'],
  },
  {
    method: 'get',
    path: '/jobs/:id/result',
    id: 'getJobResult',
    summary: 'Read what a job handed back',
    description: 'The result as it is, `null` when there is none. A job that ended otherwise answers with `failure`.',
    tag: 'Jobs',
    audience: readers,
    params: idParams,
    answers: {
      200: { about: 'The result, of the form that the job’s definition says', schema: z.unknown() },
      303: { about: 'The result is a file', headers: { Location: 'A signed address of the file' } },
    },
    errors: ['NOT_FOUND', 'JOB_NOT_FINISHED', 'JOB_FAILED'],
  },
  {
    method: 'get',
    path: '/jobs/:id/attempts',
    id: 'listJobAttempts',
    summary: 'Read how the runs of a job went',
    description:
      'Oldest first, the newest 200 or so. Stacks and the texts of unexpected errors are for administrators.',
    tag: 'Jobs',
    audience: readers,
    params: idParams,
    answers: { 200: { about: 'The runs', schema: attemptListSchema } },
    errors: ['NOT_FOUND'],
  },
  {
    method: 'get',
    path: '/jobs/:id/logs',
    id: 'listJobLogs',
    summary: 'Read what a job logged',
    description: 'Oldest first. While the job goes on, ask again with the last `seq` as `after` for what came since.',
    tag: 'Jobs',
    audience: readers,
    params: idParams,
    query: logQuery.omit({ ticket: true }),
    answers: { 200: { about: 'A page of lines', schema: jobLogSchema } },
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
  },
];
