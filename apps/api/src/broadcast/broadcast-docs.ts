import type { RouteDoc } from '../openapi/route-doc.ts';
import { idempotencyHeader, replayedHeader } from '../openapi/shared-docs.ts';
import { audienceSchema, broadcastBody } from './broadcast-input.ts';

/** What everybody is told. */
export const broadcastDocs: readonly RouteDoc[] = [
  {
    method: 'post',
    path: '/broadcast',
    id: 'broadcast',
    summary: 'Tell everybody something',
    description:
      'Whoever watches the channel `broadcast` hears it, or whoever is in the room that is named; the others find it there for a day. Audited.',
    tag: 'Notifications',
    audience: ['operator'],
    headers: idempotencyHeader,
    body: { about: 'What, and where.', schema: broadcastBody, example: { message: 'We are back in five minutes' } },
    answers: {
      202: { about: 'Stored. The counts are those of a moment ago.', schema: audienceSchema, headers: replayedHeader },
    },
    errors: ['INVALID_INPUT'],
  },
];
