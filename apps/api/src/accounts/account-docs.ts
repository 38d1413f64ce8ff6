import type { RouteDoc } from '../openapi/route-doc.ts';
import { idempotencyHeader, idParams, languageHeader, replayedHeader } from '../openapi/shared-docs.ts';
import { acceptedMailSchema } from '../register/accept-mail.ts';
import { signInBody } from '../register/read-registration.ts';
import { accessSchema } from './refresh-route.ts';
import { sessionsSchema } from './session-routes.ts';
import { userViewSchema } from './user-view.ts';

const newCookie = { 'Set-Cookie': 'The session as it goes on.' };
const noCookie = { 'Set-Cookie': 'Makes the browser forget the session.' };
const originHeader = { Origin: 'Must be of this server or of `CORS_ORIGINS`; browsers send it.' };

/** The routes of people with an account. */
export const accountDocs: readonly RouteDoc[] = [
  {
    method: 'post',
    path: '/sign-in',
    id: 'signIn',
    summary: 'Send a link that signs in',
    description: 'The same answer for every address. One address gets at most five such mails an hour.',
    tag: 'Accounts',
    audience: ['anyone'],
    headers: { ...idempotencyHeader, ...languageHeader },
    body: { about: 'Where the link is sent.', schema: signInBody, example: { email: 'ada@example.com' } },
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
  {
    method: 'post',
    path: '/refresh',
    id: 'refresh',
    summary: 'Get a new access token',
    description:
      'For the session cookie, which is replaced each time. A cookie that was replaced before ends the session for everybody who has it.',
    tag: 'Accounts',
    audience: ['cookie'],
    headers: originHeader,
    answers: { 200: { about: 'The session goes on.', schema: accessSchema, headers: newCookie } },
    errors: ['UNAUTHENTICATED', 'FORBIDDEN', 'UNSUPPORTED_MEDIA_TYPE'],
  },
  {
    method: 'post',
    path: '/sign-out',
    id: 'signOut',
    summary: 'End this session',
    description: 'That of the access token, else that of the cookie. Who is not signed in is signed out already.',
    tag: 'Accounts',
    audience: ['anyone', 'user', 'cookie'],
    headers: originHeader,
    answers: { 204: { about: 'Signed out.', headers: noCookie } },
    errors: ['FORBIDDEN', 'UNSUPPORTED_MEDIA_TYPE'],
  },
  {
    method: 'get',
    path: '/me',
    id: 'getMe',
    summary: 'Read your account',
    tag: 'Accounts',
    audience: ['user'],
    answers: { 200: { about: 'The account of the access token.', schema: userViewSchema } },
    errors: ['FORBIDDEN'],
  },
  {
    method: 'delete',
    path: '/me',
    id: 'deleteMe',
    summary: 'Forget your account',
    description: 'Deletes it with its sessions, uploads and what its jobs were given; what still runs is cancelled.',
    tag: 'Accounts',
    audience: ['user'],
    answers: { 204: { about: 'Forgotten.', headers: noCookie } },
    errors: ['FORBIDDEN'],
  },
  {
    method: 'get',
    path: '/sessions',
    id: 'listSessions',
    summary: 'List where you are signed in',
    tag: 'Accounts',
    audience: ['user'],
    answers: { 200: { about: 'Every open session.', schema: sessionsSchema } },
    errors: ['FORBIDDEN'],
  },
  {
    method: 'delete',
    path: '/sessions/:id',
    id: 'endSession',
    summary: 'End one of your sessions',
    tag: 'Accounts',
    audience: ['user'],
    params: idParams,
    answers: { 204: { about: 'Ended; what it had open is closed.' } },
    errors: ['FORBIDDEN'],
  },
];
