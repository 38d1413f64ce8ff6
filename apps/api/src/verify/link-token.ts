import type { LinkState } from '@jobwire/db';
import { type AppError, appError } from '@jobwire/runtime';
import { z } from 'zod';

import { parse } from '../http/parse.ts';

/** 256 bits in base64url: every link's token looks like this. */
const token = z.string().regex(/^[\w-]{43}$/);

/**
 * Read the token of a link.
 *
 * @throws AppError TOKEN_INVALID when it cannot be one
 */
export function readLinkToken(value: unknown): string {
  const parsed = token.safeParse(value);
  if (parsed.success) return parsed.data;
  throw appError('TOKEN_INVALID');
}

/** The body of `POST /verify`. */
export const linkBody = z.strictObject({ token: z.string() });

/**
 * Read the token of a JSON body.
 *
 * @throws AppError INVALID_INPUT or TOKEN_INVALID
 */
export function readTokenBody(body: unknown): string {
  return readLinkToken(parse(linkBody, body).token);
}

/**
 * Read the token of a posted form, which may have other fields.
 *
 * @throws AppError TOKEN_INVALID
 */
export function readTokenForm(body: unknown): string {
  const form = z.object({ token: z.string() }).safeParse(body);
  return readLinkToken(form.success ? form.data.token : undefined);
}

/** The error of a link that did not work; without a state there is no such link. */
export function linkRefusal(state: LinkState | undefined): AppError {
  if (state === undefined) return appError('TOKEN_INVALID');
  return appError(state === 'expired' ? 'TOKEN_EXPIRED' : 'TOKEN_USED');
}
