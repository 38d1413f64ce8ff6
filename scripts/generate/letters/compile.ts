import Handlebars from 'handlebars';
import { z } from 'zod';

import { type LetterSource, type Part, type Partials, parts, type Source } from './read-sources.ts';
import { textForms } from './template-uses.ts';

/** Compile a letter in all languages. */
export function compileLetter({ name, locales }: LetterSource): string {
  const languages = Object.entries(locales).map(([locale, source]) => {
    const lines = parts.map((part) => `    ${part}: ${compile(source[part], part)},`);
    return `  '${locale}': {\n${lines.join('\n')}\n  },`;
  });
  return module(
    `packages/jobs/letters/${name}`,
    `export const ${constant(name)}: CompiledLetter = {\n${languages.join('\n')}\n};`,
  );
}

/** Compile what the HTML parts share. */
export function compilePartials(partials: Partials): string {
  const entries = [...partials].map(([name, source]) => `  '${name}': ${compile(source, 'html')},`);
  return module(
    'packages/jobs/letters/partials',
    `export const partials: CompiledPartials = {\n${entries.join('\n')}\n};`,
  );
}

/** The module that has all letters by name. */
export function indexLetters(names: readonly string[]): string {
  const imports = names.map((name) => `import { ${constant(name)} } from './${name}.gen.ts';`);
  const entries = names.map((name) => `  '${name}': ${constant(name)},`);
  return `${notice('packages/jobs/letters')}
import type { CompiledLetter } from '../compiled-letter.ts';
import type { LetterName } from '../letters.ts';
${imports.join('\n')}

/** Every letter, compiled. */
export const compiled: Readonly<Record<LetterName, CompiledLetter>> = {
${entries.join('\n')}
};
`;
}

function compile({ text }: Source, part: Part): string {
  const known = Object.fromEntries(textForms.map((name) => [name, true]));
  return z.string().parse(
    Handlebars.precompile(part === 'subject' ? text.trim() : text, {
      // Nothing but what the generator has checked: no helper by accident, no variable that is not there.
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: { ...noHelpers, if: true, unless: true, ...known },
      noEscape: part !== 'html',
    }),
  );
}

const noHelpers = {
  helperMissing: false,
  blockHelperMissing: false,
  each: false,
  with: false,
  log: false,
  lookup: false,
};

const notice = (source: string): string =>
  `// Written by \`npm run generate\` from ${source}. Edit that, not this file.`;

/** What the compiler of templates writes has no types. */
function module(source: string, code: string): string {
  const type = code.includes(': CompiledLetter') ? 'CompiledLetter' : 'CompiledPartials';
  return `${notice(source)}
// @ts-nocheck
import type { ${type} } from '../compiled-letter.ts';

${code}
`;
}

const constant = (name: string): string => name.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
