import type { RouteDoc } from '../openapi/route-doc.ts';
import { htmlType } from '../openapi/shared-docs.ts';

/** `GET /`. */
export const homeDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/',
    id: 'getHome',
    summary: 'What runs here, and how to try it',
    tag: 'Documents',
    audience: ['anyone'],
    alwaysOpen: true,
    answers: { 200: { about: 'A page.', type: htmlType } },
  },
];
