import { type ChildProcess, spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { type ChildEnd, childEnd, endChild, freePort } from '@jobwire/embedded';

import { dyingWithParent, findProgram } from './find-program.ts';
import { testFolder } from './folder.ts';

/** How the server keeps its data. */
export interface TestRedisOptions {
  /** Write every command to disk before answering, so that `kill` loses nothing. Default: nothing is written. */
  appendOnly?: boolean;
  /** More arguments, e.g. `['--maxmemory', '50mb']`. */
  args?: readonly string[];
}

/** A redis-server of one test file. It keeps its port over `kill`, `start` and `restart`. */
export interface TestRedis {
  url: string;
  port: number;
  /** Where it keeps its data. */
  dir: string;
  /** Of the process that runs now or ran last. */
  readonly pid: number;
  /** End it without warning, as a power cut would. */
  kill(): Promise<void>;
  /** Start it again after `kill`; `empty` deletes what it had on disk. */
  start(options?: { empty?: boolean }): Promise<void>;
  /** `kill` and `start`. */
  restart(options?: { empty?: boolean }): Promise<void>;
  /** Let it stand still: it holds its connections and answers nothing, until `thaw`. */
  freeze(): void;
  thaw(): void;
  /** End it and delete its data. */
  stop(): Promise<void>;
}

interface Running {
  child: ChildProcess;
  ended: Promise<ChildEnd>;
  pid: number;
}

/** Start a redis-server on a free port, as the product wants it (`noeviction`); `undefined` when the machine has none. */
export async function testRedis(options: TestRedisOptions = {}): Promise<TestRedis | undefined> {
  const program = findProgram('redis-server');
  if (program === undefined) return undefined;
  const folder = await testFolder('redis');
  const port = await freePort();
  const command = [...dyingWithParent(), program, ...settings(port, folder.path, options)];
  let running = await launch(command);

  const end = async (): Promise<void> => {
    // A frozen process would not hear anything but this.
    await endChild(running.child, running.ended, [['SIGKILL', 5_000]]);
  };
  const start = async ({ empty = false } = {}): Promise<void> => {
    if (empty) await rm(join(folder.path, 'appendonlydir'), { recursive: true, force: true });
    running = await launch(command);
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    dir: folder.path,
    get pid() {
      return running.pid;
    },
    kill: end,
    start,
    restart: async (how) => {
      await end();
      await start(how);
    },
    freeze: () => void running.child.kill('SIGSTOP'),
    thaw: () => void running.child.kill('SIGCONT'),
    stop: async () => {
      await end();
      await folder.stop();
    },
  };
}

function settings(port: number, dir: string, { appendOnly = false, args = [] }: TestRedisOptions): string[] {
  const base = ['--port', String(port), '--bind', '127.0.0.1', '--dir', dir, '--save', '', '--daemonize', 'no'];
  const keep = appendOnly ? ['--appendonly', 'yes', '--appendfsync', 'always'] : ['--appendonly', 'no'];
  return [...base, ...keep, '--maxmemory-policy', 'noeviction', ...args];
}

async function launch(command: readonly string[]): Promise<Running> {
  const [file = '', ...args] = command;
  const child = spawn(file, args, { stdio: ['ignore', 'pipe', 'inherit'], detached: true });
  const ended = childEnd(child);
  const said: string[] = [];
  const ready = new Promise<true>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      said.push(line);
      if (line.includes('Ready to accept connections')) resolve(true);
    });
  });
  const started = await Promise.race([ready, ended]);
  if (started === true && child.pid !== undefined) return { child, ended, pid: child.pid };
  throw new Error(`redis-server did not start:\n${said.join('\n')}`);
}
