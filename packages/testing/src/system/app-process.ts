import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

import { z } from 'zod';

/** One process of the system, built as people run it (from its sources it takes twice the time to start). It ends with the test process, because its channel closes then. */
export interface AppProcess {
  name: 'api' | 'worker';
  pid: number;
  /** Where it serves. */
  url: string;
  /** What it wrote so far. */
  output(): string;
  /** Collect its garbage, then what it holds. Only of a process that was started `measured`. */
  memory(): Promise<NodeJS.MemoryUsage>;
  /** Resolves when it is gone, whoever ended it: its exit code, or the signal that ended it. */
  ended: Promise<number | string | null>;
  /** End it without warning and wait until it is gone. */
  kill(): Promise<void>;
  /** Ask it to stop and wait; the exit code, or the signal that ended it. */
  stop(): Promise<number | string | null>;
}

/** How a process is started. */
export interface AppOptions {
  /** It can be asked for its memory. */
  measured?: boolean;
}

/** Start an app and wait until it serves. */
export async function startApp(
  name: AppProcess['name'],
  env: Record<string, string>,
  { measured = false }: AppOptions = {},
): Promise<AppProcess> {
  const main = fileURLToPath(new URL(`../../../../apps/${name}/dist/main.js`, import.meta.url));
  const child = fork(main, [], {
    // Nothing of how Jest itself was started, such as the condition that leads to sources.
    execArgv: measured ? memoryProbe : [],
    env: { ...systemEnv(), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const lines: Buffer[] = [];
  child.stdout?.on('data', (chunk: Buffer) => lines.push(chunk));
  child.stderr?.on('data', (chunk: Buffer) => lines.push(chunk));
  const output = (): string => Buffer.concat(lines).toString();
  const ended = once(child, 'exit').then(() => child.exitCode ?? child.signalCode);
  const url = await ready(name, child, output);
  const gone = (): boolean => child.exitCode !== null || child.signalCode !== null;
  return {
    name,
    pid: child.pid ?? 0,
    url,
    output,
    ended,
    async memory() {
      const told = once(child, 'message');
      child.send('memory');
      return memoryOf(await told);
    },
    async kill() {
      if (!gone()) child.kill('SIGKILL');
      await ended;
    },
    async stop() {
      if (!gone()) child.kill('SIGTERM');
      return ended;
    },
  };
}

const memoryProbe = ['--expose-gc', '--import', new URL('../../dist/system/memory-probe.js', import.meta.url).href];

const usage = z.object({
  rss: z.number(),
  heapTotal: z.number(),
  heapUsed: z.number(),
  external: z.number(),
  arrayBuffers: z.number(),
});

function memoryOf(told: readonly unknown[]): NodeJS.MemoryUsage {
  return z.object({ memory: usage }).parse(told[0]).memory;
}

/** Nothing of the developer's own configuration may reach the system under test. */
function systemEnv(): Record<string, string | undefined> {
  const { PATH, HOME, TMPDIR, LD_LIBRARY_PATH } = process.env;
  return { PATH, HOME, TMPDIR, LD_LIBRARY_PATH };
}

async function ready(name: string, child: ChildProcess, output: () => string): Promise<string> {
  const message = new Promise<string>((resolve) => {
    child.on('message', (told: { type?: string; url?: string }) => {
      if (told.type === 'ready') resolve(told.url ?? '');
    });
  });
  // Not at its exit: what it said last may still be on its way.
  const early = once(child, 'close').then(() => {
    throw new Error(`${name} ended with ${child.exitCode ?? child.signalCode} before it was ready:\n${output()}`);
  });
  return Promise.race([message, early]);
}
