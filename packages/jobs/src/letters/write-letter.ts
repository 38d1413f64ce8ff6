import type { Locale } from '@jobwire/runtime';
import Handlebars from 'handlebars/runtime.js';
import type { z } from 'zod';

import type { MailWords } from '../ports/email.ts';
import type { CompiledTemplate } from './compiled-letter.ts';
import { compiled } from './compiled/index.gen.ts';
import { partials } from './compiled/partials.gen.ts';
import { letters, type LetterName, type LetterVariables } from './letters.ts';
import { excerpt, lines } from './text-forms.ts';

/**
 * Put a letter into words. What the variables hold is data: escaped in HTML, and never read as a template.
 *
 * @param variables as the letter's contract wants them
 * @throws Error when a template asks for what the letter does not have
 */
export function writeLetter<Name extends LetterName>(
  name: Name,
  locale: Locale,
  variables: LetterVariables<Name>,
): MailWords {
  const template = compiled[name][locale];
  const facts = { ...absent(name), ...variables };
  const subject = oneLine(print(template.subject, facts));
  const html = print(template.html, { ...facts, locale, subject }, { partials: shared(), helpers });
  return { subject, text: print(template.text, facts), html };
}

/** Templates are strict: what may be left out must still be there, as nothing. */
function absent(name: LetterName): Record<string, null> {
  const shape: Readonly<Record<string, z.ZodType>> = letters[name].variables.shape;
  const optional = Object.keys(shape).filter((key) => shape[key]?.safeParse(undefined).success);
  return Object.fromEntries(optional.map((key) => [key, null]));
}

const helpers = {
  lines: (text: string) => new Handlebars.SafeString(lines(Handlebars.escapeExpression(text))),
  excerpt,
};

function print(
  template: CompiledTemplate,
  facts: Readonly<Record<string, unknown>>,
  options?: Parameters<ReturnType<typeof Handlebars.template>>[1],
): string {
  return Handlebars.template(template)(facts, options);
}

function shared(): Record<string, ReturnType<typeof Handlebars.template>> {
  return Object.fromEntries(Object.entries(partials).map(([name, partial]) => [name, Handlebars.template(partial)]));
}

/** A subject is one header line, whatever it is made of. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Zs}\u2028\u2029]+/gu, ' ').trim();
}
