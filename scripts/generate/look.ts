import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the look of the console is decided. */
const source = 'apps/console/src/look/tokens.css';

/** Who shares it. The console is an app, which nobody imports. */
const readers = ['apps/api/src/http/tokens.gen.ts', 'packages/embedded/src/tokens.gen.ts'];

/**
 * The console's colours, spaces and type for the pages of others. A theme that was chosen by hand is the console's own:
 * those pages are as the system is.
 *
 * @throws Error when the sheet does not begin with one rule for all
 */
export function lookFiles(root: string): Readonly<Record<string, string>> {
  const [rule] = /^:root \{[^}]*\}/m.exec(readFileSync(join(root, source), 'utf8')) ?? [];
  if (rule === undefined) throw new Error(`${source} has no rule for :root`);
  const text = `// Written by \`npm run generate\` from ${source}.

/** Colours, spaces and type, as in the console. */
export const tokens = \`${rule}\`;
`;
  return Object.fromEntries(readers.map((path) => [path, text]));
}
