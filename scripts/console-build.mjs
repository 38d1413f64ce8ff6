// The console as static files, made when they are missing or when what they are made of has changed. Built-ins only.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { root, step } from './install.mjs';

const app = join(root, 'apps/console');
const dist = join(app, 'dist');
/** In the build itself: every build empties its folder first, so that one that was cut off leaves no stamp. */
const stamp = join(dist, '.stamp');
/** What the console is made of, dependencies included. */
const sources = ['apps/console', 'packages/client', 'packages/protocol', 'package-lock.json'];
/** What of these is made, or makes no difference to a browser. */
const skipped = /\/(dist|node_modules|testing|\.[^/]+)$|\.test\.tsx?$|\.md$/;

/** Build the console unless its build is of what is there now. Ends the process when it cannot be built. */
export async function buildConsole() {
  const wanted = hashOfSources();
  if (existsSync(join(dist, 'index.html')) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  const vite = [process.execPath, join(root, 'node_modules/vite/bin/vite.js'), 'build', app, '--logLevel', 'warn'];
  // What `.env` says of NODE_ENV is meant for the servers; Vite would make a page for debugging of it.
  await step('Building the console', vite, { env: { ...process.env, NODE_ENV: 'production' } });
  writeFileSync(stamp, wanted);
}

/** Remove the build. */
export function cleanConsole() {
  rmSync(dist, { recursive: true, force: true });
}

/** Of names and contents: times change with every checkout. */
function hashOfSources() {
  const hash = createHash('sha256');
  for (const name of sources.flatMap(filesOf)) {
    hash
      .update(`${name}\0`)
      .update(readFileSync(join(root, name)))
      .update('\0');
  }
  return hash.digest('hex');
}

/** The files below a path of the clone, in an order that is always the same. */
function filesOf(name) {
  const path = join(root, name);
  if (skipped.test(name)) return [];
  if (statSync(path).isFile()) return [name];
  return readdirSync(path)
    .toSorted()
    .flatMap((entry) => filesOf(`${name}/${entry}`));
}
