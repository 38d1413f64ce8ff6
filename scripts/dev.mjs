// `npm run dev`: as `npm start`, with api and worker run from their sources and started again when these change.
import { join } from 'node:path';

import { loadEnvironment } from './environment.mjs';
import { ensureInstalled, ensureNode, root, step } from './install.mjs';

ensureNode();
loadEnvironment();
await ensureInstalled();
// Only what starts the others is built; a type error elsewhere is the editor's to show.
await step('Building', [process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '-b', 'apps/standalone']);
await import('../apps/standalone/dist/dev-main.js');
