import { appError } from '@jobwire/runtime';
import { z } from 'zod';

import { parse } from '../http/parse.ts';

/** What somebody starts. */
export interface StartInput {
  name: string;
  payload: unknown;
}

/** The body of `POST /jobs`. What the payload must look like is the definition's affair. */
export const startBody = z.strictObject({
  name: z
    .string()
    .max(200)
    .meta({ description: 'The kind of job, as in the catalog', examples: ['email.send'] }),
  payload: z.unknown().meta({ description: 'What the job is given; its definition says what it must be' }),
});

/**
 * Read the body of `POST /jobs`.
 *
 * @throws AppError INVALID_INPUT, also for a payload that the record cannot hold
 */
export function readStart(body: unknown): StartInput {
  const { name, payload } = parse(startBody, body, { name: 'NAME_INVALID' });
  const problem = problemOfJson(payload);
  if (problem) throw appError('INVALID_INPUT', { errors: [{ pointer: '/payload', ...problem }] });
  return { name, payload };
}

/** What PostgreSQL's `jsonb` refuses (documentation, 8.14): NUL and lone surrogates. Level by level, without recursion. */
function problemOfJson(payload: unknown): { code: string; message: string } | undefined {
  for (let level: unknown[] = [payload]; level.length > 0; level = level.flatMap(partsOf)) {
    if (level.some((value) => typeof value === 'string' && (value.includes('\0') || /\p{Surrogate}/u.test(value)))) {
      return { code: 'TEXT_INVALID', message: 'Texts must be Unicode without the character U+0000' };
    }
  }
  return undefined;
}

/** A value's members, and its keys, which are texts too. */
function partsOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return typeof value === 'object' && value !== null ? Object.entries(value).flat() : [];
}
