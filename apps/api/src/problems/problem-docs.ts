import { z } from 'zod';

import type { RouteDoc } from '../openapi/route-doc.ts';
import { htmlType } from '../openapi/shared-docs.ts';
import { errorListSchema, errorViewSchema } from './error-view.ts';

const headers = { Accept: '`text/html` for a page.' };

/** `GET /problems` and `GET /problems/:code`. */
export const problemDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/problems',
    id: 'listProblems',
    summary: 'List the errors that there are',
    tag: 'Documents',
    audience: ['anyone'],
    alwaysOpen: true,
    headers,
    answers: {
      200: [
        { about: 'Every code.', schema: errorListSchema },
        { about: 'The same as a page.', type: htmlType },
      ],
    },
  },
  {
    method: 'get',
    path: '/problems/:code',
    id: 'getProblem',
    summary: 'What an error means, and what to do',
    description: 'Where the `type` of an error leads.',
    tag: 'Documents',
    audience: ['anyone'],
    alwaysOpen: true,
    params: z.object({ code: z.string().meta({ examples: ['not-found'] }) }),
    headers,
    answers: {
      200: [
        { about: 'The error.', schema: errorViewSchema },
        { about: 'The same as a page.', type: htmlType },
      ],
    },
  },
];
