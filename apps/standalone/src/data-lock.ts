import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { isRunning, pidOf, processIdentity } from './process-identity.ts';
import { hasCode } from './system-error.ts';

/** The right to use a data folder, held by one process at a time. */
export interface DataLock {
  /** What `processIdentity` said of the processes of an earlier run that ended without giving the lock back. */
  readonly leftBehind: readonly string[];
  /** Write down the processes of this run, for the next one, should this one be killed. */
  record(processes: readonly string[]): void;
  release(): void;
}

/** Another running process holds the data folder. */
export class DataLocked extends Error {
  readonly pid: number;

  constructor(folder: string, pid: number) {
    super(
      `Jobwire is running on ${folder} already, as process ${pid}. Stop it first, or set DATA_DIR to another folder.`,
    );
    this.name = 'DataLocked';
    this.pid = pid;
  }
}

/**
 * Take the lock of a data folder. The lock is a file that names its holder; one whose holder is gone is taken over.
 *
 * @throws DataLocked naming the process that holds it
 */
export function takeDataLock(folder: string, pid: number = process.pid): DataLock {
  const lock = join(folder, 'lock');
  const mine = `${lock}.${pid}`;
  const identity = processIdentity(pid);
  const leftBehind: string[] = [];
  // Written aside and linked, so that nobody ever reads a lock without a name in it.
  writeFileSync(mine, `${identity}\n`, { mode: 0o600 });
  try {
    while (!linked(mine, lock)) {
      const [holder, ...processes] = linesOf(lock);
      if (holder === undefined) continue;
      if (isRunning(holder)) throw new DataLocked(folder, pidOf(holder));
      takeAway(lock, holder, pid);
      leftBehind.push(...processes);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  return {
    leftBehind,
    record(processes) {
      writeFileSync(mine, `${[identity, ...processes].join('\n')}\n`, { mode: 0o600 });
      renameSync(mine, lock);
    },
    release() {
      if (linesOf(lock)[0] === identity) rmSync(lock, { force: true });
    },
  };
}

/** Move a dead holder's lock aside. Should a living one have replaced it in between, it gets its lock back. */
function takeAway(lock: string, deadHolder: string, pid: number): void {
  const aside = `${lock}.${pid}.old`;
  if (!renamed(lock, aside)) return;
  if (linesOf(aside)[0] !== deadHolder) linked(aside, lock);
  rmSync(aside, { force: true });
}

function linked(from: string, to: string): boolean {
  return succeeded(() => linkSync(from, to), 'EEXIST');
}

function renamed(from: string, to: string): boolean {
  return succeeded(() => renameSync(from, to), 'ENOENT');
}

/** Run a file operation; `false` when it failed for the one expected reason. */
function succeeded(operation: () => void, expected: string): boolean {
  try {
    operation();
    return true;
  } catch (error) {
    if (hasCode(error, expected)) return false;
    throw error;
  }
}

/** The lines of a lock, its holder first; none when it is gone. */
function linesOf(lock: string): string[] {
  let text = '';
  succeeded(() => {
    text = readFileSync(lock, 'utf8');
  }, 'ENOENT');
  return text.split('\n').filter(Boolean);
}
