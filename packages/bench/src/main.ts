import { cpus } from 'node:os';

import { api } from './api.ts';
import { email } from './email.ts';
import { footprint } from './footprint.ts';
import { gatewayKill, realtime } from './realtime/realtime.ts';
import { spine } from './spine.ts';
import { printTable } from './table.ts';

const suites = { spine, email, api, realtime, footprint, 'gateway-kill': gatewayKill };
const wanted = process.argv[2] ?? 'spine';
const suite = Object.entries(suites).find(([name]) => name === wanted)?.[1];
if (!suite) {
  process.stderr.write(`There is no benchmark "${wanted}"; there are: ${Object.keys(suites).join(', ')}\n`);
  process.exit(1);
}
process.stdout.write(
  `${wanted}: ${cpus().length} cores, Node ${process.versions.node}; only ratios of one run mean anything elsewhere\n\n`,
);
const rows = await suite();
if (rows.length > 0) printTable(rows);
process.exit(0);
