// `npm run dev`: as `npm start`, with api and worker run from their sources and started again when these change, and the
// console built again.
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { loadEnvironment } from './environment.mjs';
import { build, ensureInstalled, ensureNode } from './install.mjs';

const parent = process.ppid;
ensureNode();
loadEnvironment();
await ensureInstalled();
// Only what starts the others is built; a type error elsewhere is the editor's to show.
await build(['apps/standalone']);
// Whoever started this may have been killed during the build: then nobody is left to stop what would start now.
if (process.ppid !== parent) process.exit(1);
const watching = fork(fileURLToPath(new URL('watch-console.mjs', import.meta.url)), {
  env: { ...process.env, NODE_ENV: 'development' },
});
// Without a console the rest is still worth having.
watching.on('error', (error) => process.stderr.write(`The console is not built: ${error.message}\n`));
await import('../apps/standalone/dist/dev-main.js');
