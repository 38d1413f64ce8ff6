import { z } from 'zod';

import type { RouteDoc } from '../openapi/route-doc.ts';
import { htmlType } from '../openapi/shared-docs.ts';
import { linkBody } from './link-token.ts';
import { verifiedSchema } from './verified.ts';

/** What a link that does not work is answered, as a page. */
export const refusedLinkPages: RouteDoc['answers'] = {
  400: { about: 'A page: the link is not valid.', type: htmlType },
  409: { about: 'A page: the link was used before.', type: htmlType },
  410: { about: 'A page: the link has expired.', type: htmlType },
};

/** The query of a link. */
export const linkQuery = z.object({ token: z.string().meta({ description: 'What the mail’s link carries' }) });

/** `GET /verify` and `POST /verify`. */
export const verifyDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/verify',
    id: 'showLink',
    summary: 'The page behind the link of a mail',
    description: 'Shows a button and changes nothing, because mail scanners open links too.',
    tag: 'Accounts',
    audience: ['anyone'],
    query: linkQuery,
    answers: { 200: { about: 'A page with a button.', type: htmlType }, ...refusedLinkPages },
  },
  {
    method: 'post',
    path: '/verify',
    id: 'verify',
    summary: 'Use the link of a mail',
    description:
      'Confirms the address and signs in. Programs send JSON and get an access token; the button of the page sends a form and gets a page. A form must come from a page of this server (`Origin`).',
    tag: 'Accounts',
    audience: ['anyone'],
    headers: { Origin: 'Where a form was shown; browsers send it.' },
    body: [
      { about: 'The token of the link.', schema: linkBody },
      { about: 'The same as a form.', schema: linkBody, type: 'application/x-www-form-urlencoded' },
    ],
    answers: {
      200: [
        {
          about: 'Signed in.',
          schema: verifiedSchema,
          headers: { 'Set-Cookie': 'The session, for `POST /refresh`.' },
        },
        { about: 'The same as a page.', type: htmlType },
      ],
      ...refusedLinkPages,
    },
    errors: ['TOKEN_INVALID', 'TOKEN_USED', 'TOKEN_EXPIRED', 'FORBIDDEN'],
  },
];
