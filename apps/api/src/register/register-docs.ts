import type { RouteDoc } from '../openapi/route-doc.ts';
import { idempotencyHeader, languageHeader, replayedHeader } from '../openapi/shared-docs.ts';
import { acceptedMailSchema } from './accept-mail.ts';
import { registerBody } from './read-registration.ts';

/** `POST /register`. */
export const registerDocs: readonly RouteDoc[] = [
  {
    method: 'post',
    path: '/register',
    id: 'register',
    summary: 'Create an account',
    description:
      'Sends a mail whose link signs in. Known and unknown addresses get the same answer in the same time. One address gets at most one such mail an hour.',
    tag: 'Accounts',
    audience: ['anyone'],
    headers: { ...idempotencyHeader, ...languageHeader },
    body: {
      about: 'Who registers.',
      schema: registerBody,
      example: { email: 'ada@example.com', name: 'Ada' },
    },
    answers: {
      202: {
        about: 'The mail will be sent; the ticket opens its job.',
        schema: acceptedMailSchema,
        headers: { Location: 'The job.', ...replayedHeader },
      },
    },
    // With an Idempotency-Key the token of a caller is read.
    errors: ['UNAUTHENTICATED'],
  },
];
