import { z } from 'zod';

import type { Audience, RouteDoc } from '../openapi/route-doc.ts';
import { channelParams, channelQuery, channelsQuery } from './stream-question.ts';

/** How channels are now. */
export const channelStatesSchema = z.object({
  epoch: z.string().meta({ description: 'Names the logs: with `seq` it makes a position' }),
  channels: z.array(
    z
      .object({
        ch: z.string(),
        seq: z.int().meta({ description: 'Number of the newest event that `snapshot` contains' }),
        final: z.boolean().meta({ description: 'True when nothing follows' }),
        snapshot: z.unknown().meta({ description: 'What a subscription begins with' }),
      })
      .meta({ id: 'ChannelState', description: 'A channel as it is now' }),
  ),
});

const stream = `id: k3x9:4,17
event: job.progress
data: {"ch":"job:0198a1c2-5b7e-7d3f-8c41-0242ac120002","seq":4,"type":"job.progress","at":"2026-11-24T16:00:00.000Z","data":{"percent":40}}

`;

const audience: readonly Audience[] = ['ticket', 'user', 'key', 'viewer'];

const shared = {
  method: 'get',
  tag: 'Watching',
  audience,
  headers: {
    Accept: '`text/event-stream` for a stream.',
    'Last-Event-ID': 'Where to continue, before `after`; browsers send it when they come back.',
  },
  answers: {
    200: [
      { about: 'How the channels are now.', schema: channelStatesSchema },
      { about: 'A stream of them.', type: 'text/event-stream', example: stream },
    ],
    204: { about: 'For streams: all channels have ended, and you have everything.' },
  },
  errors: ['UNKNOWN_CHANNEL', 'INVALID_INPUT', 'INVALID_POSITION', 'TOO_MANY_SOCKETS'],
} as const satisfies Partial<RouteDoc>;

/** `GET /events` and `GET /events/:channel`. */
export const streamDocs: readonly RouteDoc[] = [
  {
    ...shared,
    path: '/events',
    id: 'getEvents',
    summary: 'Follow several channels on one stream',
    description:
      'Every message names its channel in `ch`. Its `id` holds the place in all of them, in the order of the request, so that one position continues everything; `-` is the place of a channel that begins with its state. A channel that cannot be continued sends `event: snapshot`; one that is not there, is not yours, or ends without a final event sends `event: unsub`; when none is left the answer is 404. The stream ends when all channels have.',
    query: channelsQuery,
  },
  {
    ...shared,
    path: '/events/:channel',
    id: 'getChannelEvents',
    summary: 'Follow a channel',
    description: 'The same for one channel, e.g. `broadcast`, `room:lobby` or `job:<id>`.',
    params: channelParams,
    query: channelQuery,
  },
];
