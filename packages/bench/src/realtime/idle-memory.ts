import type { Crowd, ReturningApi } from '@jobwire/testing';

/** What one idle socket costs the process that holds it, in KB. */
export interface IdleMemory {
  /** By the memory of the process as the system counts it, right away and after its garbage was collected. */
  resident: number;
  collected: number;
  /** By the objects of JavaScript alone. */
  heap: number;
}

/** Open `count` sockets that said hello and watch one channel, and see by how much the process has grown. */
export async function idleMemory(
  gateway: ReturningApi,
  crowd: Crowd,
  channel: { channel: string; ticket?: string },
  count: number,
): Promise<IdleMemory> {
  const before = await gateway.app.memory();
  await crowd.connect({ urls: [gateway.socketUrl], count, ...channel });
  const resident = await residentOf(gateway.app.pid);
  const after = await gateway.app.memory();
  const each = (bytes: number): number => bytes / count / 1_024;
  return {
    resident: each(resident - before.rss),
    collected: each(after.rss - before.rss),
    heap: each(after.heapUsed - before.heapUsed),
  };
}

/** Bytes of a process that are in memory now. */
async function residentOf(pid: number): Promise<number> {
  const { readFile } = await import('node:fs/promises');
  const [, kilobytes = ''] = /^VmRSS:\s+(\d+) kB$/m.exec(await readFile(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kilobytes) * 1_024;
}
