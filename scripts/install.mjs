// What every command of a fresh clone does first. Built-ins only: nothing is installed yet when this runs.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The root of the clone. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The oldest Node that the dependencies run on; also in package.json's `engines`. */
const oldestNode = [20, 19];

/** End the process with a plain sentence when Node is too old, instead of a syntax error somewhere deep. */
export function ensureNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const [oldestMajor, oldestMinor] = oldestNode;
  if (major > oldestMajor || (major === oldestMajor && minor >= oldestMinor)) return;
  fail(`Jobwire needs Node ${oldestNode.join('.')} or newer; this is ${process.versions.node}.`);
}

/** Install the dependencies when they are not what package-lock.json says. Ends the process when that fails. */
export async function ensureInstalled() {
  const [wanted, installed] = await Promise.all([
    readPackages(join(root, 'package-lock.json')),
    // npm writes it as the last thing of an install: what is in it is really there.
    readPackages(join(root, 'node_modules/.package-lock.json')),
  ]);
  if (wanted !== undefined && installed !== undefined && matches(wanted, installed)) return;
  await step(installed === undefined ? 'Installing dependencies' : 'Updating dependencies', npmCommand(['ci']));
}

async function readPackages(path) {
  return existsSync(path) ? JSON.parse(await readFile(path, 'utf8')).packages : undefined;
}

/** Every wanted package is there in the wanted version; an optional one may be missing, as on another platform. */
function matches(wanted, installed) {
  return Object.entries(wanted)
    .filter(([path]) => path.includes('node_modules/'))
    .every(([path, { version, link, optional }]) => {
      const there = installed[path];
      return there === undefined ? optional === true : there.version === version && there.link === link;
    });
}

/** Compile what changed: the named projects and what they need, or all of it. Ends the process when it does not compile. */
export async function build(projects = []) {
  await step('Building', [process.execPath, join(root, 'node_modules/typescript/bin/tsc'), '-b', ...projects]);
}

/** npm's own program when npm started us, else the one on the PATH. */
function npmCommand(args) {
  const program = process.env['npm_execpath'];
  return program?.endsWith('npm-cli.js') ? [process.execPath, program, ...args] : ['npm', ...args];
}

/**
 * Run a command to its end, saying only that it runs and how long it took; all of its output when it fails.
 * A signal to us ends it first.
 */
export async function step(name, command, options = {}) {
  const startedAt = performance.now();
  process.stdout.write(`${name} … `);
  const { code, output } = await run(command, options);
  if (code !== 0) {
    process.stdout.write('failed\n');
    fail(`${output.trim()}\n\n${name} failed: ${command.join(' ')}`);
  }
  process.stdout.write(`${((performance.now() - startedAt) / 1_000).toFixed(1)} s\n`);
}

/** Run a command with captured output. `code` is `null` when it could not be started or a signal ended it. */
export function run(command, options = {}) {
  const [file, ...args] = command;
  return new Promise((resolve) => {
    // Output of two pipes in the order in which it came, near enough for people.
    const chunks = [];
    const child = spawn(file, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const release = forwardSignals(child);
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.once('error', (error) => resolve({ code: null, output: error.message }));
    child.once('close', (code, signal) => {
      release();
      if (signal !== null) process.exitCode = 1;
      resolve({ code, output: Buffer.concat(chunks).toString() });
    });
  });
}

/** How often we look whether our parent is still there, in milliseconds: nobody tells us when npm is killed. */
const parentLookMs = 500;

/**
 * While the child runs, our signals are its signals, and the end of our parent ends it: it ends first, then we do.
 * Without this a signal to us alone would leave it behind. The returned function gives the signals back.
 */
export function forwardSignals(child) {
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  const forward = (signal) => child.kill(signal);
  for (const signal of signals) process.on(signal, forward);
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid !== parent) child.kill('SIGTERM');
  }, parentLookMs);
  return () => {
    clearInterval(look);
    for (const signal of signals) process.off(signal, forward);
  };
}

/** Find a program on the PATH; `undefined` when there is none. */
export function findProgram(name) {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path));
}

/** Say why, and end with exit code 1. */
function fail(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
