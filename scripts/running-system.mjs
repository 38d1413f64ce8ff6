// Commands that talk to the system that runs here. Built-ins only.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

import { loadEnvironment } from './environment.mjs';
import { ensureNode, forwardSignals, root } from './install.mjs';

/**
 * Run a program with the environment of the system that runs here: that of `npm start`, or of the variables that are set.
 *
 * @param {string} program path of the built program, from the root of the clone
 * @param {readonly string[]} parameters what the program is given
 */
export function runBeside(program, parameters = []) {
  ensureNode();
  loadEnvironment();
  const running = readRunning();
  const databaseUrl = process.env['DATABASE_URL'] || running?.database;
  const main = join(root, program);
  if (!databaseUrl || !existsSync(main)) {
    process.stderr.write('Nothing is running here: start it with `npm start`, or set DATABASE_URL.\n');
    process.exit(1);
  }
  const publicUrl = process.env['PUBLIC_URL'] || running?.api;
  const child = spawn(process.execPath, [main, ...parameters], {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: databaseUrl, ...(publicUrl ? { PUBLIC_URL: publicUrl } : {}) },
  });
  const release = forwardSignals(child);
  child.once('close', (code) => {
    release();
    process.exitCode = code ?? 1;
  });
}

/** What `npm start` wrote down of itself, when it is still there. */
function readRunning() {
  const file = resolve(root, process.env['DATA_DIR'] || '.data', 'running.json');
  if (!existsSync(file)) return undefined;
  const facts = JSON.parse(readFileSync(file, 'utf8'));
  try {
    process.kill(facts.pid, 0);
    return facts;
  } catch {
    // It was killed and left the file behind.
    return undefined;
  }
}
