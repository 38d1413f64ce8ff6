// `npm start`: everything, on a fresh clone. One process from here to the end, so that a terminal and npm have only one
// to stop. Built-ins only: nothing is installed yet when this runs.
import { buildConsole } from './console-build.mjs';
import { loadEnvironment } from './environment.mjs';
import { build, ensureInstalled, ensureNode } from './install.mjs';

const parent = process.ppid;
ensureNode();
loadEnvironment();
await ensureInstalled();
// What runs, and the client that the demo uses; tests and benchmarks are compiled by those who run them.
await build(['apps/api', 'apps/worker', 'apps/standalone', 'packages/client']);
await buildConsole();
// Whoever started this may have been killed during the build: then nobody is left to stop what would start now.
if (process.ppid !== parent) process.exit(1);
await import('../apps/standalone/dist/main.js');
