import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';

import { Retryable } from '@jobwire/queue/job';
import Tinypool from 'tinypool';

import { watchMemory } from './watch-memory.ts';

/** Child processes that do one thing at a time each. */
export interface ChildPool {
  /**
   * Call a function of the children's program.
   *
   * @param onMessage called with what the child sends meanwhile
   * @throws Retryable IMAGE_WORKER_DIED when the child ended before its answer; the signal's reason when it was aborted
   */
  run<Reply>(
    name: string,
    input: unknown,
    options?: { signal?: AbortSignal; onMessage?: (message: unknown) => void },
  ): Promise<Reply>;
  /** Kill all children. */
  close(): Promise<void>;
}

/**
 * Most memory of a child, in bytes: half again what the worst accepted image takes (a progressive or interlaced one of
 * 25 MP, or an AVIF of 50 MP).
 */
const maxChildBytes = 768 * 1024 * 1024;

/**
 * Start a pool of children.
 *
 * @param size children at most; one is started at once
 */
export function createChildPool(size: number): ChildPool {
  const extension = extname(fileURLToPath(import.meta.url));
  const pool = new Tinypool({
    runtime: 'child_process',
    serialization: 'advanced',
    filename: new URL(`./child${extension}`, import.meta.url).href,
    // A TypeScript source runs as it is in development and tests.
    execArgv: extension === '.ts' ? ['--conditions=@jobwire/source', '--import', 'tsx'] : [],
    env: childEnvironment(),
    minThreads: 1,
    maxThreads: size,
    idleTimeout: 60_000,
  });
  const unwatch = watchMemory(() => pool.threads.map(({ threadId }) => threadId), maxChildBytes);

  return {
    async run(name, input, { signal, onMessage } = {}) {
      signal?.throwIfAborted();
      try {
        const channel = { postMessage: onMessage ?? (() => undefined) };
        return await pool.run(input, { name, channel, ...(signal ? { signal } : {}) });
      } catch (error) {
        signal?.throwIfAborted();
        throw new Retryable('IMAGE_WORKER_DIED', 'The process that worked on the image ended', { cause: error });
      }
    },
    async close() {
      unwatch();
      await pool.destroy();
    },
  };
}

/** Nothing of the worker's secrets, and what keeps the memory of many threads small. */
function childEnvironment(): Record<string, string> {
  const passed = ['PATH', 'HOME', 'TMPDIR', 'TZ', 'LD_PRELOAD'].flatMap((name) => {
    const value = process.env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(passed), MALLOC_ARENA_MAX: '2', UV_THREADPOOL_SIZE: '4' };
}
