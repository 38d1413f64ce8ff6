import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { letters } from '../../packages/jobs/src/letters/letters.ts';
import { checkLetter, type LetterContracts } from './letters/check-letter.ts';
import { compileLetter, compilePartials, indexLetters } from './letters/compile.ts';
import { readSources } from './letters/read-sources.ts';

/** Where the templates are, and where they go when they are compiled; from the root of the repository. */
const sources = 'packages/jobs/letters';
const compiled = 'packages/jobs/src/letters/compiled';

/** The templates, compiled. */
export interface LetterFiles {
  /** Text by path. Empty when there are problems. */
  files: Readonly<Record<string, string>>;
  /** What is wrong with the templates: one line each, which names the file. */
  problems: readonly string[];
}

/** Check the templates of all letters against their contracts, and compile them. */
export function letterFiles(root: string, contracts: LetterContracts = letters): LetterFiles {
  const { letters: found, partials, problems } = readSources(root, sources, Object.keys(contracts));
  // A letter that lacks a part would only be reported twice.
  const all = problems.length > 0 ? problems : found.flatMap((letter) => checkLetter(letter, partials, contracts));
  if (all.length > 0) return { files: {}, problems: all };
  const files = {
    ...Object.fromEntries(found.map((letter) => [`${compiled}/${letter.name}.gen.ts`, compileLetter(letter)])),
    [`${compiled}/index.gen.ts`]: indexLetters(found.map(({ name }) => name)),
    [`${compiled}/partials.gen.ts`]: compilePartials(partials),
  };
  return { files, problems: leftOver(root, Object.keys(files)) };
}

/** What a letter leaves behind that was removed. */
function leftOver(root: string, expected: readonly string[]): string[] {
  const folder = join(root, compiled);
  const there = existsSync(folder) ? readdirSync(folder).map((name) => `${compiled}/${name}`) : [];
  return there.filter((path) => !expected.includes(path)).map((path) => `${path}: belongs to no letter, delete it`);
}
