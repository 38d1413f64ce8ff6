import { appError, readEmailAddress } from '@jobwire/runtime';
import { z } from 'zod';

import { parse } from '../http/parse.ts';

/** Rows of a page at most, and when nothing is asked for. */
const longestPage = 100;

/** The query of `GET /suppressions`. */
export const pageQuery = z.strictObject({
  after: z.string().meta({ description: 'The address that the page follows: `next` of the page before' }).optional(),
  limit: z
    .string()
    .regex(/^[1-9]\d{0,2}$/)
    .transform(Number)
    .pipe(z.number().max(longestPage))
    .default(longestPage),
});

/**
 * Read which part of the list is asked for.
 *
 * @throws AppError INVALID_INPUT
 */
export function readPage(query: unknown): { after: string | null; limit: number } {
  const { after, limit } = parse(pageQuery, query, { after: 'AFTER_INVALID', limit: 'LIMIT_INVALID' });
  if (after === undefined) return { after: null, limit };
  const address = readEmailAddress(after);
  if (typeof address !== 'string') return { after: address.key, limit };
  const message = 'Send the `next` of a page';
  throw appError('INVALID_INPUT', { errors: [{ pointer: '/after', code: 'AFTER_INVALID', message }] });
}
