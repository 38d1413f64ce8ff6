// `npm run fuzz -- --requests 100000 --seed 7`: sends what the OpenAPI document describes, right and wrong. Built-ins only.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

import { ensureInstalled, ensureNode, root } from './install.mjs';

ensureNode();
await ensureInstalled();
const main = join(root, 'packages/bench/src/fuzz/main.ts');
const args = ['--conditions=@jobwire/source', '--import', 'tsx', main, ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, args, { stdio: 'inherit' }).status ?? 1;
