import { type Dirent, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { type Locale, locales } from '@jobwire/runtime';

/** A template as it is written. */
export interface Source {
  /** From the root of the repository. */
  file: string;
  text: string;
}

/** The parts of a mail. */
export const parts = ['subject', 'text', 'html'] as const;

/** One of the parts. */
export type Part = (typeof parts)[number];

/** The templates of a letter. */
export interface LetterSource {
  name: string;
  locales: Readonly<Record<Locale, Readonly<Record<Part, Source>>>>;
}

/** What the templates of letters share, by name. */
export type Partials = ReadonlyMap<string, Source>;

const sharedFolder = 'partials';

/**
 * Read all templates below a folder.
 *
 * @param names of the letters that there must be
 * @returns what was read, and a line for each thing that is missing or unknown
 */
export function readSources(
  root: string,
  folder: string,
  names: readonly string[],
): { letters: LetterSource[]; partials: Partials; problems: string[] } {
  const problems: string[] = [];
  const list = (path: string): Dirent[] =>
    readdirSync(join(root, path), { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
  const read = (file: string): Source => ({ file, text: readFileSync(join(root, file), 'utf8') });
  const expectOnly = (path: string, wanted: readonly string[], what: string): boolean => {
    const there = list(path).map(({ name }) => name);
    for (const name of there) if (!wanted.includes(name)) problems.push(`${path}/${name}: ${what}`);
    const missing = wanted.filter((name) => !there.includes(name));
    for (const name of missing) problems.push(`${path}/${name}: is missing`);
    return missing.length === 0;
  };
  const readLocale = (path: string): LetterSource['locales'][Locale] | undefined => {
    const files = parts.map((part) => `${part}.hbs`);
    if (!expectOnly(path, files, 'is no part of a mail')) return undefined;
    const source = (part: Part): Source => read(`${path}/${part}.hbs`);
    return { subject: source('subject'), text: source('text'), html: source('html') };
  };
  const readLetter = (name: string): LetterSource[] => {
    const path = `${folder}/${name}`;
    if (!expectOnly(path, locales, 'is no language of ours (packages/runtime/src/locales.ts)')) return [];
    const [en, zhCn] = [readLocale(`${path}/en`), readLocale(`${path}/zh-CN`)];
    return en && zhCn ? [{ name, locales: { en, 'zh-CN': zhCn } }] : [];
  };
  const contract = 'has no contract in packages/jobs/src/letters/letters.ts';
  expectOnly(folder, [sharedFolder, ...names], contract);
  const there = new Set(list(folder).map(({ name }) => name));
  return {
    letters: names.filter((name) => there.has(name)).flatMap(readLetter),
    partials: new Map(
      list(`${folder}/${sharedFolder}`).map(({ name }) => [
        name.replace(/\.hbs$/, ''),
        read(`${folder}/${sharedFolder}/${name}`),
      ]),
    ),
    problems,
  };
}
