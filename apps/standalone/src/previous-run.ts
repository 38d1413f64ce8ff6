import { setTimeout as sleep } from 'node:timers/promises';

import type { Output } from './output.ts';
import { isRunning, pidOf } from './process-identity.ts';

/** Longer than a child may take to stop. */
const patienceMs = 30_000;
const lookEveryMs = 100;

/**
 * Wait for the processes of a run whose parent was killed: they stop by themselves, but hold ports and data until then.
 *
 * @throws Error naming those that do not end
 */
export async function waitForPreviousRun(
  processes: readonly string[],
  output: Output,
  signal: AbortSignal,
): Promise<void> {
  let left = processes.filter(isRunning);
  if (left.length > 0) output.say('waiting for the previous run to end…');
  for (let waitedMs = 0; left.length > 0 && waitedMs < patienceMs; waitedMs += lookEveryMs) {
    await sleep(lookEveryMs, undefined, { signal });
    left = left.filter(isRunning);
  }
  if (left.length > 0) {
    throw new Error(`Processes of the previous run do not end: ${left.map(pidOf).join(', ')}. Stop them first.`);
  }
}
