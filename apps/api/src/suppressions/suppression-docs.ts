import { z } from 'zod';

import type { RouteDoc } from '../openapi/route-doc.ts';
import { pageQuery } from './read-page.ts';
import { suppressionsSchema } from './suppression-routes.ts';

/** `GET /suppressions` and `DELETE /suppressions/:address`. */
export const suppressionDocs: readonly RouteDoc[] = [
  {
    method: 'get',
    path: '/suppressions',
    id: 'listSuppressions',
    summary: 'List the addresses that no mail goes to',
    tag: 'Administration',
    audience: ['viewer', 'operator'],
    query: pageQuery,
    answers: { 200: { about: 'A page of them, in the order of their addresses.', schema: suppressionsSchema } },
    errors: ['INVALID_INPUT'],
  },
  {
    method: 'delete',
    path: '/suppressions/:address',
    id: 'liftSuppression',
    summary: 'Let mails go to an address again',
    tag: 'Administration',
    audience: ['operator'],
    params: z.object({ address: z.string() }),
    answers: { 204: { about: 'Lifted, and audited.' } },
  },
];
