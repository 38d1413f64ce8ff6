import { z } from 'zod';

import type { Audience, RouteDoc } from '../openapi/route-doc.ts';
import { idParams, preferHeader, preferredHeader } from '../openapi/shared-docs.ts';
import { eventPageSchema } from './event-page.ts';
import { jobWithPayloadSchema } from './job-payload.ts';

/** Who may read a job: its ticket, its owner, and administrators. */
const readers: readonly Audience[] = ['ticket', 'user', 'key', 'viewer'];

const positionQuery = z.object({
  after: z
    .string()
    .optional()
    .meta({ description: 'Continue after this position: a number, or `epoch:number`', examples: ['3', 'k3x9:3'] }),
  since: z.string().optional().meta({ description: 'Another name of `after`' }),
});

const stream = `id: k3x9:1
event: job.queued
data: {"seq":1,"type":"job.queued","at":"2026-11-24T16:00:00.000Z","data":{}}

`;

/** `GET /jobs/:id` and `GET /jobs/:id/events`. */
export const jobDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/jobs/:id',
    id: 'getJob',
    summary: 'Read a job',
    description:
      'With its payload for whom it belongs to, and for administrators, who see no addresses, links or secrets in it unless the job is their own. A ticket does not open the payload.',
    tag: 'Jobs',
    audience: readers,
    params: idParams,
    headers: {
      'If-None-Match': 'The `ETag` that you have: answered 304 when it is still the newest.',
      ...preferHeader,
    },
    answers: {
      200: {
        about: 'The job as it is now.',
        schema: jobWithPayloadSchema,
        headers: {
          ETag: 'The number of its newest event.',
          'Retry-After': 'While it has not ended: in how many seconds it is worth asking again.',
          ...preferredHeader,
        },
      },
      304: { about: 'Nothing happened since.', headers: { ETag: 'The number of its newest event.' } },
    },
  },
  {
    method: 'get',
    path: '/jobs/:id/events',
    id: 'getJobEvents',
    summary: 'Read or follow a job’s events',
    description:
      'JSON: at most 300 events; the next page follows the last of them. With `Accept: text/event-stream` it is a stream (WHATWG HTML §9.2) that goes on until the final event, and whose `id`s are positions. When events between your position and now are gone, the stream sends `event: snapshot` with the job, and JSON is answered 410.',
    tag: 'Watching',
    audience: readers,
    params: idParams,
    query: positionQuery,
    headers: {
      Accept: '`text/event-stream` for a stream.',
      'Last-Event-ID': 'Where to continue, before `after`; browsers send it when they come back.',
    },
    answers: {
      200: [
        { about: 'Events.', schema: eventPageSchema },
        { about: 'A stream of them.', type: 'text/event-stream', example: stream },
      ],
      204: { about: 'For streams: the job has ended, and you have everything.' },
    },
    errors: ['INVALID_POSITION', 'POSITION_LOST', 'TOO_MANY_SOCKETS'],
  },
];
