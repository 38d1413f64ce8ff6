// Part of `npm run build`: fails when the templates of letters do not fit their contracts, or are not what was compiled.
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { letterFiles } from './generate/letters.ts';
import { writeFiles } from './generate/write-files.ts';

const { values } = parseArgs({ options: { root: { type: 'string', default: join(import.meta.dirname, '..') } } });

const { files, problems } = letterFiles(values.root);
const stale = await writeFiles(files, { into: values.root, check: true });
const lines = [...problems, ...stale.map((path) => `${path} is out of date: npm run generate`)];
for (const line of lines) console.log(line);
if (lines.length > 0) process.exitCode = 1;
