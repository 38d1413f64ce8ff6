// Writes the files that are derived from code. With --check it writes nothing and fails when one is out of date.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { parseArgs } from 'node:util';

import { documents } from './generate/documents.ts';

const { values } = parseArgs({
  options: { check: { type: 'boolean', default: false }, into: { type: 'string', default: process.cwd() } },
});

const stale: string[] = [];
for (const [path, text] of Object.entries(documents())) {
  const file = join(values.into, path);
  if ((await readFile(file, 'utf8').catch(missing)) === text) continue;
  stale.push(path);
  if (values.check) continue;
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text);
}

for (const path of stale) console.log(values.check ? `${path} is out of date: npm run generate` : `wrote ${path}`);
if (values.check && stale.length > 0) process.exitCode = 1;

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
}
