import type { JobFilter } from '@jobwire/db';
import { wordsOf } from '@jobwire/queue';
import { appError } from '@jobwire/runtime';
import { z } from 'zod';

import { parse } from '../http/parse.ts';
import { pageCodes, pageQuery } from '../lists/list-page.ts';
import { jobStateSchema } from './job-view.ts';

/** PostgreSQL's `text` holds no NUL. */
const plainText = z
  .string()
  .min(1)
  .max(200)
  .refine((text) => !text.includes('\0'), 'must not hold the character U+0000');

const time = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** The query of `GET /jobs`. */
export const listQuery = z.strictObject({
  state: z
    .union([z.string(), z.array(z.string())])
    .transform((given) => [given].flat().flatMap((states) => states.split(',')))
    .pipe(z.array(jobStateSchema).max(20))
    .optional()
    .meta({ description: 'Only jobs in this state; several with commas between, or repeated' }),
  name: plainText.optional().meta({ description: 'Only this kind of job', example: 'email.send' }),
  tag: plainText.optional().meta({ description: 'Only jobs with this tag' }),
  owner: z.uuid().optional().meta({ description: 'Only jobs of this user or key; for administrators' }),
  createdAfter: time.optional().meta({ description: 'Only jobs that were accepted then or later' }),
  createdBefore: time.optional().meta({ description: 'Only jobs that were accepted before' }),
  q: plainText.optional().meta({
    description:
      'The beginning of an id, from 8 characters on; or words of searchable payload fields, all of which must be there',
  }),
  ...pageQuery,
});

/** What a list is asked for. */
export interface ListRequest {
  filter: JobFilter;
  limit: number;
  /** The cursor, not read yet. */
  after?: string | undefined;
}

/**
 * Read the query of `GET /jobs`.
 *
 * @param restrictedTo whose jobs the caller may see; undefined sees everybody's
 * @throws AppError INVALID_INPUT; FORBIDDEN when somebody else's jobs are asked for
 */
export function readListQuery(query: unknown, restrictedTo: string | undefined): ListRequest {
  const { state, owner, q, limit, after, ...rest } = parse(listQuery, query, pageCodes);
  if (owner !== undefined && restrictedTo !== undefined) {
    throw appError('FORBIDDEN', { detail: 'Only an administrator may ask for the jobs of an owner' });
  }
  const ownerId = restrictedTo ?? owner;
  const filter = {
    ...rest,
    ...(ownerId === undefined ? {} : { ownerId }),
    ...(state ? { states: [...new Set(state)].toSorted() } : {}),
    ...(q === undefined ? {} : searchOf(q)),
  };
  return { filter, limit, after };
}

function searchOf(q: string): Pick<JobFilter, 'idPrefix' | 'words'> {
  const id = q.trim().toLowerCase();
  return isIdBeginning(id) ? { idPrefix: id } : { words: wordsOf(q) };
}

/** Ids of now and of the next thirty years begin with 01; with fewer than 8 characters a word is more likely. */
function isIdBeginning(text: string): boolean {
  const shape = text.replaceAll(/[0-9a-f]/g, '0');
  return text.length >= 8 && text.startsWith('01') && '00000000-0000-0000-0000-000000000000'.startsWith(shape);
}
