// `npm run dev`: as `npm start`, with api and worker run from their sources and started again when these change.
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
await import('../apps/standalone/dist/dev-main.js');
