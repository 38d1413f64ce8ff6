import { cpus } from 'node:os';

import { api } from './api.ts';
import { email } from './email.ts';
import { spine } from './spine.ts';
import { printTable } from './table.ts';

const suites = { spine, email, api };
const wanted = process.argv[2] ?? 'spine';
const suite = Object.entries(suites).find(([name]) => name === wanted)?.[1];
if (!suite) {
  process.stderr.write(`There is no benchmark "${wanted}"; there are: ${Object.keys(suites).join(', ')}\n`);
  process.exit(1);
}
process.stdout.write(
  `${wanted}: ${cpus().length} cores, Node ${process.versions.node}; only ratios of one run mean anything elsewhere\n\n`,
);
printTable(await suite());
process.exit(0);
