import { type Locale, locales } from '@jobwire/runtime';
import type { z } from 'zod';

import { type ContractVariables, contractVariables } from './contract-variables.ts';
import { type LetterSource, type Part, type Partials, parts } from './read-sources.ts';
import { type TemplateUses, templateUses, type Use } from './template-uses.ts';

/** What is asked of the contract of letters. */
export type LetterContracts = Readonly<Record<string, { variables: z.ZodType }>>;

/** The parts of a letter in one language, read. */
type Uses = Readonly<Record<Part, TemplateUses>>;

/** Facts that every HTML part has besides the letter's own. */
const always = { subject: [], text: [], html: ['locale', 'subject'] };

/** Compare the templates of a letter with its contract and with each other. @returns one line per problem */
export function checkLetter(letter: LetterSource, partials: Partials, contracts: LetterContracts): string[] {
  const contract = contracts[letter.name];
  const variables = contract ? contractVariables(contract.variables) : new Map<string, { isLink: boolean }>();
  const read = (locale: Locale): Uses => ({
    subject: templateUses(letter.locales[locale].subject, new Map()),
    text: templateUses(letter.locales[locale].text, new Map()),
    html: templateUses(letter.locales[locale].html, partials),
  });
  const uses: Readonly<Record<Locale, Uses>> = { en: read('en'), 'zh-CN': read('zh-CN') };
  const problems = locales.flatMap((locale) => [
    ...parts.flatMap((part) => [
      ...uses[locale][part].problems,
      ...unknown(uses[locale][part], variables, always[part], letter.name),
    ]),
    ...unused(letter, locale, uses[locale], variables),
    ...otherLinks(letter, locale, uses[locale], variables),
    ...severalLines(letter, locale),
    ...otherVariables(letter, locale, uses),
  ]);
  return [...new Set(problems)];
}

function unknown(
  { uses }: TemplateUses,
  variables: ContractVariables,
  more: readonly string[],
  letter: string,
): string[] {
  const known = (use: Use): boolean =>
    variables.has(use.path) ||
    more.includes(use.path) ||
    (use.as === 'tested' && [...variables.keys()].some((path) => path.startsWith(`${use.path}.`)));
  return [
    ...uses
      .filter((use) => !known(use))
      .map(({ file, path }) => `${file}: {{${path}}} is not in the contract of the letter "${letter}"`),
    ...uses
      .filter(({ as, path }) => as === 'link' && variables.get(path)?.isLink === false)
      .map(({ file, path }) => `${file}: {{${path}}} is the target of a link, but no link in the contract`),
  ];
}

function unused({ name, locales: sources }: LetterSource, locale: Locale, uses: Uses, variables: ContractVariables) {
  const printed = new Set(parts.flatMap((part) => printedBy(uses[part])));
  const folder = sources[locale].subject.file.replace(/\/[^/]+$/, '');
  return [...variables.keys()]
    .filter((path) => !printed.has(path))
    .map((path) => `${folder}: {{${path}}} is in the contract of the letter "${name}", but no part prints it`);
}

function printedBy({ uses }: TemplateUses): string[] {
  return uses.filter(({ as }) => as !== 'tested').map(({ path }) => path);
}

/** Who reads the text part must get to the same place. */
function otherLinks({ locales: sources }: LetterSource, locale: Locale, uses: Uses, variables: ContractVariables) {
  const inText = new Set([...printedBy(uses.text).filter((path) => variables.get(path)?.isLink), ...uses.text.urls]);
  const inHtml = new Set([
    ...uses.html.uses.filter(({ as }) => as === 'link').map(({ path }) => path),
    ...uses.html.urls,
  ]);
  const shown = (link: string): string => (variables.has(link) ? `{{${link}}}` : link);
  const { text, html } = sources[locale];
  return [
    ...[...inText]
      .filter((link) => !inHtml.has(link))
      .map((link) => `${html.file}: lacks the link ${shown(link)} of text.hbs`),
    ...[...inHtml]
      .filter((link) => !inText.has(link))
      .map((link) => `${text.file}: lacks the link ${shown(link)} of html.hbs`),
  ];
}

function severalLines({ locales: sources }: LetterSource, locale: Locale): string[] {
  const { file, text } = sources[locale].subject;
  return /[\r\n]/.test(text.trim()) ? [`${file}: a subject is one line`] : [];
}

/** What one language says, the others say too. */
function otherVariables({ locales: sources }: LetterSource, locale: Locale, all: Readonly<Record<Locale, Uses>>) {
  return locales
    .filter((other) => other !== locale)
    .flatMap((other) =>
      parts.flatMap((part) => {
        const here = new Set(all[locale][part].uses.map(({ path }) => path));
        const { file } = sources[locale][part];
        return all[other][part].uses
          .filter(({ path }) => !here.has(path))
          .map(({ path }) => `${file}: does not use {{${path}}}, which ${other}/${part}.hbs uses`);
      }),
    );
}
