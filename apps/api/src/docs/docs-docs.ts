import { z } from 'zod';

import type { RouteDoc } from '../openapi/route-doc.ts';
import { htmlType } from '../openapi/shared-docs.ts';

/** `GET /docs` and `GET /openapi.json`. */
export const docsDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/openapi.json',
    id: 'getOpenApi',
    summary: 'This document',
    tag: 'Documents',
    audience: ['anyone'],
    alwaysOpen: true,
    headers: { 'If-None-Match': 'The `ETag` that you have.' },
    answers: {
      200: {
        about: 'OpenAPI 3.1.',
        schema: z.looseObject({ openapi: z.string() }),
        headers: { ETag: 'Changes with the document.' },
      },
      304: { about: 'You have it.', headers: { ETag: 'Changes with the document.' } },
    },
  },
  {
    method: 'get',
    path: '/docs',
    id: 'getDocs',
    summary: 'This document as a page',
    tag: 'Documents',
    audience: ['anyone'],
    alwaysOpen: true,
    answers: { 200: { about: 'A page that reads `/openapi.json`.', type: htmlType } },
  },
];
