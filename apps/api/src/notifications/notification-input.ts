import type { UserName } from '@jobwire/db';
import { appError, readEmailAddress } from '@jobwire/runtime';
import { z } from 'zod';

import { parse } from '../http/parse.ts';
import { pageCodes, pageQuery } from '../lists/list-page.ts';
import { problemOfJson } from '../start/problem-of-json.ts';

/** Characters of each part. A title is also the subject of a mail; a longer text belongs on the page behind the link. */
const longest = { title: 150, body: 2_000, link: 2_000, data: 4_096 };

/** A path of this system, and not the beginning of another host's address. */
const path = z.string().regex(/^\/(?![/\\])/, 'must begin with one slash');

const link = z
  .string()
  .max(longest.link)
  .regex(/^[^\s\\\p{Cc}]*$/u, 'must have neither spaces nor control characters nor backslashes')
  .pipe(z.union([z.url({ protocol: /^https?$/ }), path], 'must be an http or https address, or a path'))
  .meta({ description: 'Where it leads: an http or https address, or a path of this system' });

/** The body of `POST /notifications`. */
export const notificationBody = z.strictObject({
  userId: z.uuid().optional().meta({ description: 'Whom it is for; or `email`' }),
  email: z.string().max(1_000).optional().meta({ description: 'The address of the user whom it is for; or `userId`' }),
  title: z
    .string()
    .trim()
    .min(1)
    .max(longest.title)
    .regex(/^[^\p{Cc}\u2028\u2029]*$/u, 'must be one line'),
  body: z
    .string()
    .min(1)
    .max(longest.body)
    .regex(/^(?:[\t\n\r]|\P{Cc})*$/u, 'must not have control characters')
    .optional(),
  link: link.optional(),
  data: z
    .record(z.string(), z.unknown())
    .refine((data) => JSON.stringify(data).length <= longest.data, `At most ${longest.data} characters of JSON`)
    .optional()
    .meta({ description: 'For programs; it is not in the mail' }),
  sendEmail: z
    .boolean()
    .default(true)
    .meta({ description: 'Whether a mail follows when no socket takes it within 30 seconds' }),
});

/** The body of `PATCH /notifications/:id`. */
export const changeBody = z.strictObject({ read: z.boolean() });

/** The body of `PATCH /notifications`. */
export const markBody = z.strictObject({
  read: z.literal(true),
  before: z.iso
    .datetime()
    .optional()
    .meta({ description: 'Only those made until then, e.g. `createdAt` of the newest one that was shown' }),
});

/** The query of `GET /notifications`. */
export const notificationQuery = z.strictObject({
  unread: z.enum(['true', 'false']).optional().meta({ description: '`true`: only those that are unread' }),
  ...pageQuery,
});

const codes = {
  email: 'EMAIL_INVALID',
  title: 'TITLE_INVALID',
  body: 'BODY_INVALID',
  link: 'LINK_INVALID',
  data: 'DATA_INVALID',
};

/** What somebody wants a user to know. */
export type NotificationInput = z.output<typeof notificationBody> & { user: UserName };

/**
 * Read what is to be sent, and to whom.
 *
 * @throws AppError INVALID_INPUT
 */
export function readNotification(body: unknown): NotificationInput {
  const input = parse(notificationBody, body, codes);
  for (const part of ['title', 'body', 'link', 'data'] as const) {
    const problem = problemOfJson(input[part]);
    if (problem) throw wrong(`/${part}`, problem.code, problem.message);
  }
  return { ...input, user: userOf(input) };
}

function userOf({ userId, email }: z.output<typeof notificationBody>): UserName {
  if (userId !== undefined && email === undefined) return { id: userId };
  if (userId !== undefined || email === undefined) {
    throw wrong(userId === undefined ? '/userId' : '/email', 'USER_AMBIGUOUS', 'Send either `userId` or `email`');
  }
  const address = readEmailAddress(email);
  if (typeof address === 'string') throw wrong('/email', address, 'Send one e-mail address');
  return { emailKey: address.key };
}

/** The error that nobody is called so. */
export function unknownUser(name: UserName): Error {
  return wrong('id' in name ? '/userId' : '/email', 'USER_UNKNOWN', 'There is no such user');
}

/** Read which part of the list is asked for. @throws AppError INVALID_INPUT */
export function readNotificationQuery(query: unknown): z.output<typeof notificationQuery> {
  return parse(notificationQuery, query, pageCodes);
}

function wrong(pointer: string, code: string, message: string): Error {
  return appError('INVALID_INPUT', { errors: [{ pointer, code, message }] });
}
