import { readFileSync } from 'node:fs';

/** How often the children are looked at, in milliseconds. */
const everyMs = 250;

/** Size of a page on every machine that is supported, in bytes. */
const pageBytes = 4_096;

/**
 * Kill processes that hold more memory than they may. Linux only: elsewhere nothing is watched.
 *
 * @returns stop watching
 */
export function watchMemory(pids: () => readonly number[], maxBytes: number): () => void {
  if (process.platform !== 'linux') return () => undefined;
  const timer = setInterval(() => {
    for (const pid of pids()) if (residentBytes(pid) > maxBytes) process.kill(pid, 'SIGKILL');
  }, everyMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** The memory that a process holds; 0 when it is gone (proc(5), statm, second number). */
function residentBytes(pid: number): number {
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'latin1').split(' ')[1]) * pageBytes;
  } catch {
    // It ended between the list and the look.
    return 0;
  }
}
