import type { EmailMessage } from '@jobwire/db';
import { type EmailPorts, type MailWords, verificationLink, verificationToken } from '@jobwire/jobs';
import { type KeyRing, nearestLocale } from '@jobwire/runtime';
import Handlebars from 'handlebars';

import { templates } from './templates/index.ts';
import { button, layout } from './templates/layout.ts';
import type { Template } from './templates/template.ts';

/** What a mail may say. */
interface Facts {
  /** Empty: the mail greets without a name. */
  name: string;
  link: string;
}

/** Templates by mail and language. */
type Templates = Readonly<Record<string, Readonly<Record<string, Template>>>>;

type Write = (facts: Facts, locale: string) => MailWords;

/**
 * Make the writer of letters. All templates are compiled now, and strictly: one that asks for what no mail has throws.
 * Names are data: they are escaped in HTML and never read as a template.
 */
export function createLetters(publicUrl: string, keys: KeyRing, all: Templates = templates): EmailPorts['letters'] {
  const handlebars = Handlebars.create();
  handlebars.registerPartial({ layout, button });
  const writers = new Map<string, Write>();
  for (const [name, languages] of Object.entries(all)) {
    for (const [locale, template] of Object.entries(languages)) {
      writers.set(`${name} ${locale}`, compile(handlebars, template));
    }
  }
  return {
    write({ id, template, locale: wanted, to_name: name }: EmailMessage) {
      const locale = nearestLocale(wanted);
      const write = writers.get(`${template} ${locale}`);
      if (!write) throw new Error(`There is no template "${template}" in ${locale}`);
      return write(
        { name: name ?? '', link: verificationLink(publicUrl, verificationToken(keys, 'verify-email', id)) },
        locale,
      );
    },
  };
}

function compile(handlebars: typeof Handlebars, template: Template): Write {
  const plain = (source: string) => handlebars.compile<Facts>(source, { strict: true, noEscape: true });
  const [subject, text] = [plain(template.subject), plain(template.text)];
  const html = handlebars.compile<Facts & { locale: string; subject: string }>(template.html, { strict: true });
  return (facts, locale) => {
    const line = subject(facts);
    return { subject: line, text: text(facts), html: html({ ...facts, locale, subject: line }) };
  };
}
