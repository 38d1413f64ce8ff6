// The console of `npm run dev`: built again whenever its sources change. A child of dev.mjs, and ends with it.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { root } from './install.mjs';

const app = join(root, 'apps/console');
// The console's own, which this folder does not depend on.
const { build } = await import(pathToFileURL(createRequire(join(app, 'package.json')).resolve('vite')).href);

// The other end of the channel is gone when dev.mjs is, however it ended.
process.on('disconnect', () => process.exit());
// Ctrl-C in a terminal reaches this process too; dev.mjs says when it is over.
process.on('SIGINT', () => undefined);

const watcher = await build({
  root: app,
  mode: 'development',
  logLevel: 'warn',
  build: { watch: {}, minify: false },
});
watcher.on('event', ({ code }) => {
  if (code === 'BUNDLE_END') process.stdout.write('The console is built; reload its page.\n');
});
