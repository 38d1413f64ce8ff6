import { appError, type ErrorCode, errorCatalogue, type ErrorFacts, errorHelp } from '@jobwire/runtime';
import { z } from 'zod';

import { problemOf } from '../http/problem.ts';
import { problemSchema } from '../openapi/problem-schema.ts';
import { problemPath } from './problem-slug.ts';

const kind = {
  code: z.string().meta({ examples: ['NOT_FOUND'] }),
  type: z.string().meta({ description: 'The page about it', examples: ['/problems/not-found'] }),
  title: z.string(),
  status: z.int(),
  retryable: z.boolean().meta({ description: 'Whether the same call may succeed later' }),
};

/** What `/problems` lists. */
export const errorListSchema = z.object({ errors: z.array(z.object(kind)) });

/** What is known of an error. */
export const errorViewSchema = z.object({
  ...kind,
  help: z.string().meta({ description: 'What to do about it; Markdown' }),
  example: problemSchema,
});

type ErrorKind = z.output<typeof errorListSchema>['errors'][number];
/** What is known of an error. */
export type ErrorView = z.output<typeof errorViewSchema>;

/** The codes, in the order of their statuses and names. */
export const errorCodes: readonly ErrorCode[] = z
  .array(z.custom<ErrorCode>((code) => Object.hasOwn(errorCatalogue, String(code))))
  .parse(Object.keys(errorCatalogue))
  .toSorted((a, b) => errorCatalogue[a].status - errorCatalogue[b].status || a.localeCompare(b));

/** An error in a list. */
export function errorKind(code: ErrorCode): ErrorKind {
  const { title, status, retryable } = errorCatalogue[code];
  return { code, type: problemPath(code), title, status, retryable };
}

/** An error with what to do about it, and an answer as an example. */
export function errorView(code: ErrorCode): ErrorView {
  const error = appError(code, exampleFacts[code] ?? {});
  const example = problemSchema.parse(problemOf(error, '01980f4e-7a10-7c3b-9d52-1f6f4b0c6e11', '/register'));
  return { ...errorKind(code), help: errorHelp[code], example };
}

/** Facts without which an example would not show the point. */
const exampleFacts: Partial<Record<ErrorCode, ErrorFacts>> = {
  INVALID_INPUT: { errors: [{ pointer: '/email', code: 'EMAIL_INVALID', message: 'This is not an e-mail address' }] },
  FILE_REQUIRED: {
    errors: [{ pointer: '/image', code: 'FILE_REQUIRED', message: 'The field "image" is missing' }],
  },
};
