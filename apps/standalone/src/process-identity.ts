import { readFileSync } from 'node:fs';

import { hasCode } from './system-error.ts';

/**
 * Name a running process so that a later one with the same number is not mistaken for it: the number, and on Linux the
 * time it was started, in clock ticks since the machine was (proc_pid_stat(5), field 22).
 *
 * @returns the number alone where the time cannot be read, and `''` when no such process runs
 */
export function processIdentity(pid: number): string {
  if (!runs(pid)) return '';
  const stat = statOf(pid);
  if (stat === undefined) return String(pid);
  // The second field is the program's name in parentheses and may hold spaces: count from behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const [state, startedAt] = [fields[0], fields[19]];
  return state === 'Z' ? '' : `${pid} ${startedAt}`;
}

/** Whether the process of an identity still runs. */
export function isRunning(identity: string): boolean {
  return identity !== '' && processIdentity(pidOf(identity)) === identity;
}

/** The number in an identity. */
export function pidOf(identity: string): number {
  return Number.parseInt(identity, 10);
}

function runs(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Not allowed to signal it: it runs, as someone else.
    return hasCode(error, 'EPERM');
  }
}

function statOf(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    // No /proc here, or the process has just ended; the number is all there is to compare.
    return undefined;
  }
}
