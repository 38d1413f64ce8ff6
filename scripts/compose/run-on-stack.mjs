// What the smoke test and the drill have in common: an engine, a stack that comes and goes, and trust in its certificate.
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { build, ensureInstalled, ensureNode } from '../install.mjs';
import { runCommand } from './run-command.mjs';
import { Complaint, composeCommand, createStack, hasEngine } from './stack.mjs';

/** A name for the one process that trusts the stack's certificate and does the work. */
const inside = 'JOBWIRE_STACK';

/**
 * Start the stack, run this program once more with the certificate trusted, and take the stack away again.
 *
 * Node reads whom it trusts only when it starts; hence the second process.
 *
 * @param {string} program this program's own file
 * @param {{ kind: string, settings: Record<string, string>, work: (stack: import('./stack.mjs').Stack) => Promise<string> }} run
 *   `work` resolves with what held
 */
export async function runOnStack(program, run) {
  try {
    await tryOnStack(program, run);
  } catch (error) {
    process.stderr.write(`${error instanceof Complaint ? error.message : (error.stack ?? error)}\n`);
    process.exitCode = 1;
  }
}

async function tryOnStack(program, { kind, settings, work }) {
  const running = process.env[inside] && JSON.parse(process.env[inside]);
  if (running) return work(await createStack(running.name, settings, running.ports));
  ensureNode();
  if (!(await hasEngine(composeCommand()))) return say(`skipped: no Docker engine with Compose answers here`);
  await ensureInstalled();
  await build(['packages/client', 'packages/bench']);
  const stack = await createStack(`jobwire-${kind}-${process.pid}`, settings);
  const folder = await mkdtemp(join(tmpdir(), 'jobwire-'));
  let code = 1;
  try {
    await step('building the images', () => stack.compose(['build']));
    await step('starting everything', () => stack.compose(['up', '-d']));
    const certificate = join(folder, 'tls.crt');
    await writeFile(certificate, await stack.compose(['exec', '-T', 'nginx', 'cat', '/run/secrets/tls.crt']));
    const env = {
      ...process.env,
      NODE_EXTRA_CA_CERTS: certificate,
      [inside]: JSON.stringify({ name: stack.name, ports: stack.ports }),
    };
    ({ code } = await runCommand([process.execPath, program, ...process.argv.slice(2)], { env, show: true }));
    if (code !== 0) await showLogs(stack);
  } catch (error) {
    await showLogs(stack).catch(() => undefined);
    throw error;
  } finally {
    await step('taking everything away', () => stack.down());
    await rm(folder, { recursive: true, force: true });
  }
  const remains = await stack.remains();
  if (remains.length > 0) throw new Complaint(`down -v left behind: ${remains.join(' ')}`);
  if (code !== 0) process.exitCode = 1;
  else say('passed; nothing was left behind');
}

/** Say a line. */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

async function step(what, work) {
  const start = performance.now();
  await work();
  say(`${what}: ${((performance.now() - start) / 1_000).toFixed(0)} s`);
}

async function showLogs(stack) {
  process.stderr.write(await stack.compose(['logs', '--no-color', '--tail', '40']));
}
