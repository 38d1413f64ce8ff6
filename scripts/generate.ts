// Writes the files that are derived from code and templates. With --check it writes nothing and fails when one is out of
// date.
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { apiFiles } from './generate/api.ts';
import { documents } from './generate/documents.ts';
import { letterFiles } from './generate/letters.ts';
import { lookFiles } from './generate/look.ts';
import { writeFiles } from './generate/write-files.ts';

const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, into: { type: 'string', default: process.cwd() } },
});

const root = join(import.meta.dirname, '..');
const letters = letterFiles(root);
for (const problem of letters.problems) console.log(problem);
const stale = await writeFiles(
  { ...documents(), ...(await apiFiles(root)), ...letters.files, ...lookFiles(root) },
  values,
);
for (const path of stale) console.log(values.check ? `${path} is out of date: npm run generate` : `wrote ${path}`);
if (letters.problems.length > 0 || (values.check && stale.length > 0)) process.exitCode = 1;
