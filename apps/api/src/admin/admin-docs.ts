import type { RouteDoc } from '../openapi/route-doc.ts';
import { htmlType } from '../openapi/shared-docs.ts';
import { linkBody } from '../verify/link-token.ts';
import { linkQuery, refusedLinkPages } from '../verify/verify-docs.ts';

/** `GET /admin/enter` and `POST /admin/enter`. */
export const adminDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/admin/enter',
    id: 'showAdminLink',
    summary: 'The page behind a one-time link for administrators',
    description: '`npm run admin-link` prints such links. The page shows a button and changes nothing.',
    tag: 'Administration',
    audience: ['anyone'],
    query: linkQuery,
    answers: { 200: { about: 'A page with a button.', type: htmlType }, ...refusedLinkPages },
  },
  {
    method: 'post',
    path: '/admin/enter',
    id: 'useAdminLink',
    summary: 'Use a one-time link for administrators',
    description: 'What the button of the page does. The session lasts 12 hours.',
    tag: 'Administration',
    audience: ['anyone'],
    headers: { Origin: 'Must be of this server; browsers send it.' },
    body: { about: 'The token of the link.', schema: linkBody, type: 'application/x-www-form-urlencoded' },
    answers: {
      303: {
        about: 'Entered.',
        headers: { Location: 'The queues.', 'Set-Cookie': 'The session.' },
      },
      ...refusedLinkPages,
    },
    errors: ['FORBIDDEN'],
  },
];
