import { type ChildProcess, spawn } from 'node:child_process';

import type { Clock } from '@jobwire/runtime';

import type { Output } from './output.ts';
import { readyUrl } from './ready-message.ts';
import { hasCode } from './system-error.ts';

/** What a child process needs and whom it tells. */
export interface SupervisedOptions {
  name: string;
  /** What `node` is started with. */
  args: readonly string[];
  env: NodeJS.ProcessEnv;
  cwd: string;
  stopDeadlineMs: number;
  output: Output;
  clock: Clock;
  /** A process was started, for the first time or again. */
  onStarted: () => void;
  /** The process refused its configuration; starting it again would change nothing. */
  onRefused: () => void;
}

/** A child process that is started again whenever it ends by itself. */
export interface SupervisedProcess {
  /** The process that runs now. */
  readonly pid: number | undefined;
  /** Resolves when it serves for the first time, with its address if it has one. */
  readonly ready: Promise<string | undefined>;
  /** End it and start it again at once. */
  restart(): void;
  /** SIGTERM, then SIGKILL when the deadline has passed. Resolves when the process is gone. */
  stop(): Promise<void>;
  /** SIGKILL now; `stop` resolves as usual. */
  kill(): void;
}

/** The exit code of a refused configuration (sysexits.h, EX_CONFIG). */
export const configRefused = 78;

const firstDelayMs = 500;
const longestDelayMs = 10_000;
/** A process that has run this long is healthy: its next failure is a first one. */
const healthyAfterMs = 30_000;

/** How long to wait before the start that follows `failures` failures in a row, in milliseconds. */
export function restartDelay(failures: number): number {
  return Math.min(firstDelayMs * 2 ** (failures - 1), longestDelayMs);
}

/**
 * Start a child process in a process group of its own, so that a terminal's Ctrl-C reaches it through its parent only,
 * with an ipc channel, whose end tells it that the parent is gone.
 */
export function supervise(options: SupervisedOptions): SupervisedProcess {
  const { name, output, clock } = options;
  let child: ChildProcess | undefined;
  let waiting: NodeJS.Timeout | undefined;
  let failures = 0;
  let expectedEnd = false;
  let stopping = false;
  let announceReady: (url: string | undefined) => void = () => undefined;
  let announceGone: () => void = () => undefined;
  const ready = new Promise<string | undefined>((resolve) => (announceReady = resolve));
  const gone = new Promise<void>((resolve) => (announceGone = resolve));

  const start = (): void => {
    const startedAt = clock.now();
    const current = spawnChild(options);
    child = current;
    expectedEnd = false;
    options.onStarted();
    current.on('message', (message) => {
      const url = readyUrl(message);
      if (url === false) return;
      if (failures > 0) output.say(`${name} is back.`);
      announceReady(url);
    });
    whenEnded(current, (how, code) => {
      child = undefined;
      if (stopping) return announceGone();
      if (expectedEnd) return start();
      if (code === configRefused) return options.onRefused();
      failures = clock.now() - startedAt >= healthyAfterMs ? 1 : failures + 1;
      const delay = restartDelay(failures);
      output.say(`${name} ended (${how}); starting it again in ${delay / 1_000} s.`);
      waiting = setTimeout(start, delay);
    });
  };
  const end = (): void => {
    clearTimeout(waiting);
    const current = child;
    if (!current) return;
    current.kill('SIGTERM');
    const deadline = setTimeout(() => {
      output.say(`${name} did not stop within ${options.stopDeadlineMs / 1_000} s and is killed.`);
      killGroup(current);
    }, options.stopDeadlineMs);
    current.once('exit', () => clearTimeout(deadline));
  };

  start();
  return {
    get pid() {
      return child?.pid;
    },
    ready,
    restart() {
      if (stopping || expectedEnd) return;
      const idle = child === undefined;
      expectedEnd = true;
      end();
      if (idle) start();
    },
    stop() {
      if (!stopping) {
        stopping = true;
        end();
        if (!child) announceGone();
      }
      return gone;
    },
    kill() {
      if (child) killGroup(child);
    },
  };
}

function spawnChild({ name, args, env, cwd, output }: SupervisedOptions): ChildProcess {
  const child = spawn(process.execPath, [...args], {
    cwd,
    env,
    detached: true,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  if (child.stdout) output.follow(name, child.stdout);
  if (child.stderr) output.follow(name, child.stderr);
  return child;
}

/** Call back once, when the process is gone and everything that it wrote has been read. */
function whenEnded(child: ChildProcess, ended: (how: string, code: number | null) => void): void {
  let failure: string | undefined;
  child.on('error', (error) => (failure = error.message));
  // Whatever it started itself goes with it; otherwise that would hold its pipes open.
  child.on('exit', () => killGroup(child));
  child.on('close', (code, signal) => ended(failure ?? (signal ? signal : `code ${code}`), code));
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error;
  }
}
