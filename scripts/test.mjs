// `npm test`: works on a fresh clone. Arguments go to Jest: `npm test -- packages/queue`.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { buildConsole } from './console-build.mjs';
import { build, ensureInstalled, ensureNode, findProgram, forwardSignals, root, run } from './install.mjs';

ensureNode();
await ensureInstalled();
await ensureRedis();
await build();
// What the tests open in a browser.
await buildConsole();
await endLike(startJest(process.argv.slice(2)));

/**
 * The Redis half of the tests needs a redis-server. Where this may install one (Debian, as root) it does; elsewhere the
 * run itself says in one line that this half is skipped.
 */
async function ensureRedis() {
  const mayInstall = process.getuid?.() === 0 && existsSync('/etc/debian_version') && findProgram('apt-get');
  if (findProgram('redis-server') || !mayInstall) return;
  process.stdout.write('Installing redis-server for the tests, with apt-get … ');
  const options = { env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  const install = ['apt-get', 'install', '--yes', '--no-install-recommends', 'redis-server'];
  let { code, output } = await run(install, options);
  if (code !== 0) {
    // A fresh image has no package lists.
    await run(['apt-get', 'update'], options);
    ({ code, output } = await run(install, options));
  }
  process.stdout.write(code === 0 ? 'done\n' : `failed:\n${output.trim()}\n`);
}

/** Jest, in a process that ends with this one, even when this one is killed (on Linux). */
function startJest(args) {
  const setpriv = process.platform === 'linux' ? findProgram('setpriv') : undefined;
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = [process.execPath, ...flags, join(root, 'node_modules/jest/bin/jest.js'), ...args];
  const [file, ...rest] = setpriv ? [setpriv, '--pdeathsig', 'TERM', '--', ...jest] : jest;
  return spawn(file, rest, { cwd: root, stdio: 'inherit' });
}

/** End as the child ends: with its exit code, or 1 when a signal ended it. */
async function endLike(child) {
  const release = forwardSignals(child);
  process.exitCode = await new Promise((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });
  release();
}
