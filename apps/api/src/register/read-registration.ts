import {
  appError,
  type EmailProblem,
  type InputError,
  type Locale,
  nearestLocale,
  readEmailAddress,
} from '@jobwire/runtime';
import { z } from 'zod';

import { parse } from '../http/parse.ts';
import { readDisplayName } from './display-name.ts';

/** Whom a mail is for. */
export interface SignInInput {
  email: string;
  emailKey: string;
  /** Undefined: the request's language decides. */
  locale: Locale | undefined;
}

/** What somebody registers with. */
export interface RegistrationInput extends SignInInput {
  name: string | null;
}

/** The body of `POST /sign-in`; addresses have rules of their own beside it. */
export const signInBody = z.strictObject({
  email: z.string().meta({ description: 'Where the link is sent', examples: ['ada@example.com'] }),
  locale: z
    .string()
    .max(35)
    .meta({ description: 'Language of the mail; the nearest of en and zh-CN is used' })
    .optional(),
});

/** The body of `POST /register`; names have rules of their own beside it. */
export const registerBody = signInBody.extend({
  name: z.string().meta({ description: 'How the mail greets, at most 100 characters' }).optional(),
});

const codes = { email: 'EMAIL_INVALID', name: 'NAME_INVALID', locale: 'LOCALE_INVALID' };

const emailMessages: Record<EmailProblem, string> = {
  EMAIL_INVALID: 'This is not an e-mail address',
  EMAIL_TOO_LONG: 'The address is too long',
  EMAIL_UNSUPPORTED: 'Quoted addresses are not supported',
  EMAIL_DOMAIN_INVALID: 'The part behind the @ is not a domain name',
  SMTPUTF8_UNSUPPORTED: 'The part before the @ may have ASCII characters only',
};

/**
 * Read the body of `POST /sign-in`.
 *
 * @throws AppError INVALID_INPUT
 */
export function readSignIn(body: unknown): SignInInput {
  const input = parse(signInBody, body, codes);
  const address = readAddress(input.email);
  if (!address.ok) throw appError('INVALID_INPUT', { errors: [address.error] });
  return { ...address.found, locale: localeOf(input.locale) };
}

/**
 * Read the body of `POST /register`.
 *
 * @throws AppError INVALID_INPUT with every problem
 */
export function readRegistration(body: unknown): RegistrationInput {
  const input = parse(registerBody, body, codes);
  const address = readAddress(input.email);
  const name = readDisplayName(input.name ?? '');
  if (address.ok && name !== undefined) return { ...address.found, name, locale: localeOf(input.locale) };
  const errors = address.ok ? [] : [address.error];
  if (name === undefined) {
    errors.push({
      pointer: '/name',
      code: 'NAME_INVALID',
      message: 'Use up to 100 characters, without links and control characters',
    });
  }
  throw appError('INVALID_INPUT', { errors });
}

type ReadAddress = { ok: true; found: { email: string; emailKey: string } } | { ok: false; error: InputError };

function readAddress(text: string): ReadAddress {
  const address = readEmailAddress(text);
  if (typeof address !== 'string') return { ok: true, found: { email: address.address, emailKey: address.key } };
  return { ok: false, error: { pointer: '/email', code: address, message: emailMessages[address] } };
}

function localeOf(tag: string | undefined): Locale | undefined {
  return tag === undefined ? undefined : nearestLocale(tag);
}
