import { appError, type InputError } from '@jobwire/runtime';
import type { z } from 'zod';

/**
 * Parse what came over HTTP.
 *
 * @param codes a stable code for a member instead of zod's, e.g. `{ email: 'EMAIL_INVALID' }`
 * @throws AppError INVALID_INPUT with a pointer, a code and a sentence per problem
 */
export function parse<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  codes: Readonly<Record<string, string>> = {},
): z.output<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw appError('INVALID_INPUT', { errors: parsed.error.issues.flatMap((issue) => inputErrors(issue, codes)) });
}

/** What one problem that zod found means for the caller. */
export function inputErrors(issue: z.core.$ZodIssue, codes: Readonly<Record<string, string>> = {}): InputError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      pointer: pointerOf([...issue.path, key]),
      code: 'UNKNOWN_FIELD',
      message: `Unknown field "${key.slice(0, 64)}"`,
    }));
  }
  const field = issue.path.map(String).join('.');
  return [{ pointer: pointerOf(issue.path), code: codes[field] ?? issue.code.toUpperCase(), message: issue.message }];
}

/** RFC 6901. */
function pointerOf(path: readonly PropertyKey[]): string {
  return path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}
