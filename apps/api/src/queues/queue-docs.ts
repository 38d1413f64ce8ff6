import { z } from 'zod';

import type { RouteDoc } from '../openapi/route-doc.ts';
import { pauseBody, resumeBody } from './queue-routes.ts';
import { queueViewSchema } from './queue-view.ts';

const nameParams = z.object({ name: z.string() });

/** What administrators see of queues and do to them. */
export const queueDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/queues',
    id: 'listQueues',
    summary: 'List the queues',
    description: 'From the record: it answers while the engine is away.',
    tag: 'Queues',
    audience: ['viewer', 'operator'],
    answers: { 200: { about: 'All queues, by name.', schema: z.object({ queues: z.array(queueViewSchema) }) } },
  },
  {
    method: 'get',
    path: '/queues/:name',
    id: 'getQueue',
    summary: 'Read a queue',
    tag: 'Queues',
    audience: ['viewer', 'operator'],
    params: nameParams,
    answers: { 200: { about: 'The queue as it is now.', schema: queueViewSchema } },
    errors: ['NOT_FOUND'],
  },
  {
    method: 'post',
    path: '/queues/:name/pause',
    id: 'pauseQueue',
    summary: 'Pause a queue',
    description: 'No worker takes its jobs. What runs goes on, and jobs are still accepted.',
    tag: 'Queues',
    audience: ['operator'],
    params: nameParams,
    body: { about: 'May be left out.', schema: pauseBody, optional: true },
    answers: { 200: { about: 'Paused, and audited.', schema: queueViewSchema } },
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
  },
  {
    method: 'post',
    path: '/queues/:name/resume',
    id: 'resumeQueue',
    summary: 'Resume a queue',
    description: 'Whoever paused it.',
    tag: 'Queues',
    audience: ['operator'],
    params: nameParams,
    body: { about: 'May be left out.', schema: resumeBody, optional: true },
    answers: { 200: { about: 'Resumed, and audited.', schema: queueViewSchema } },
    errors: ['NOT_FOUND', 'INVALID_INPUT'],
  },
];
