import { z } from 'zod';

import type { RouteDoc } from '../openapi/route-doc.ts';

/** `GET /asyncapi.json`. */
export const asyncDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/asyncapi.json',
    id: 'getAsyncApi',
    summary: 'What is said on the socket',
    description: 'AsyncAPI 3.0: every frame in both directions, with its reply, errors, close codes and limits.',
    tag: 'Documents',
    audience: ['anyone'],
    alwaysOpen: true,
    headers: { 'If-None-Match': 'The `ETag` that you have.' },
    answers: {
      200: {
        about: 'AsyncAPI 3.0.',
        schema: z.looseObject({ asyncapi: z.string() }),
        headers: { ETag: 'Changes with the document.' },
      },
      304: { about: 'You have it.', headers: { ETag: 'Changes with the document.' } },
    },
  },
];
