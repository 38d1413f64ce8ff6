import { type Locale, locales } from '@jobwire/runtime';
import type { Request } from 'express';

/** The language of ours that `Accept-Language` prefers. */
export function languageOf(request: Request): Locale {
  if (request.headers['accept-language'] === undefined) return locales[0];
  const accepted = request.acceptsLanguages(...locales);
  return locales.find((locale) => locale === accepted) ?? locales[0];
}
