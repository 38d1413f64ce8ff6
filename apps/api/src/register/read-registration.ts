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

/** What somebody registers with. */
export interface RegistrationInput {
  email: string;
  emailKey: string;
  name: string | null;
  /** Undefined: the request's language decides. */
  locale: Locale | undefined;
}

/** The body of `POST /register`; addresses and names have rules of their own beside it. */
export const registerBody = z.strictObject({
  email: z.string().meta({ description: 'Where the link is sent', examples: ['ada@example.com'] }),
  name: z.string().meta({ description: 'How the mail greets, at most 100 characters' }).optional(),
  locale: z
    .string()
    .max(35)
    .meta({ description: 'Language of the mail; the nearest of en and zh-CN is used' })
    .optional(),
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
 * Read the body of `POST /register`.
 *
 * @throws AppError INVALID_INPUT with every problem
 */
export function readRegistration(body: unknown): RegistrationInput {
  const input = parse(registerBody, body, codes);
  const errors: InputError[] = [];
  const address = readEmailAddress(input.email);
  if (typeof address === 'string') errors.push({ pointer: '/email', code: address, message: emailMessages[address] });
  const name = readDisplayName(input.name ?? '');
  if (name === undefined) {
    errors.push({
      pointer: '/name',
      code: 'NAME_INVALID',
      message: 'Use up to 100 characters, without links and control characters',
    });
  }
  if (typeof address === 'string' || name === undefined) throw appError('INVALID_INPUT', { errors });
  return {
    email: address.address,
    emailKey: address.key,
    name,
    locale: input.locale === undefined ? undefined : nearestLocale(input.locale),
  };
}
