import type { RouteDoc } from '../openapi/route-doc.ts';
import { htmlType } from '../openapi/shared-docs.ts';

/** `GET /`. */
export const homeDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/',
    id: 'getHome',
    summary: 'The console',
    description: 'Where it is not built, a page that says what runs here, and how to try it.',
    tag: 'Documents',
    audience: ['anyone'],
    alwaysOpen: true,
    headers: { 'If-None-Match': 'The `ETag` that you have.' },
    answers: {
      200: { about: 'A page.', type: htmlType },
      304: { about: 'You have it.', headers: { ETag: 'Changes with the console.' } },
    },
  },
];
