// `npm start`: everything, on a fresh clone. One process from here to the end, so that a terminal and npm have only one
// to stop. Built-ins only: nothing is installed yet when this runs.
import { loadEnvironment } from './environment.mjs';
import { build, ensureInstalled, ensureNode } from './install.mjs';

ensureNode();
loadEnvironment();
await ensureInstalled();
await build();
await import('../apps/standalone/dist/main.js');
