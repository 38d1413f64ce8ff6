import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

import { dyingWithParent, eventually, type TestFolder, testFolder } from '@jobwire/testing';

/** The system that `npm start` starts, with its embedded parts, on ports of its own. */
export interface StartedSystem {
  /** Address of the console. */
  readonly url: string;
  /** Address of the development inbox. */
  readonly inbox: string;
  /** The one-time link of an operator, of the last start. */
  readonly adminLink: string;
  /** End it like a power cut, start it again on the same port and data, and wait until it serves. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

interface Run {
  url: string;
  inbox: string;
  adminLink: string;
  kill(signal: NodeJS.Signals): Promise<void>;
}

/** Start everything in a folder of its own. */
export async function startSystem(env: Record<string, string> = {}): Promise<StartedSystem> {
  const folder = await testFolder('console');
  let run = await startRun(folder, { ...env, PORT: '0' });
  const { port } = new URL(run.url);
  return {
    get url() {
      return run.url;
    },
    get inbox() {
      return run.inbox;
    },
    get adminLink() {
      return run.adminLink;
    },
    async restart() {
      await run.kill('SIGKILL');
      // What it leaves behind ends by itself, and holds the port until then.
      run = await eventually(() => startRun(folder, { ...env, PORT: port }));
    },
    async stop() {
      await run.kill('SIGTERM');
      await folder.stop();
    },
  };
}

async function startRun({ path }: TestFolder, env: Record<string, string>): Promise<Run> {
  const root = resolve(process.cwd());
  const [file = '', ...args] = [...dyingWithParent(), process.execPath, join(root, 'scripts/start.mjs')];
  const { PATH, HOME, TMPDIR, LD_LIBRARY_PATH } = process.env;
  const child = spawn(file, args, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH, HOME, TMPDIR, LD_LIBRARY_PATH, DATA_DIR: join(path, 'data'), RATE_LIMITS: 'off', ...env },
  });
  const lines: string[] = [];
  const gone = new Promise<void>((told) => child.once('close', () => told()));
  const ready = new Promise<void>((told) => {
    for (const stream of [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        if (line.includes('Ctrl-C stops everything')) told();
      });
    }
  });
  const early = gone.then(() => {
    throw new Error(`The system did not start:\n${lines.join('\n')}`);
  });
  await Promise.race([ready, early]);
  early.catch(() => undefined);
  const said = (label: string): string => {
    const line = lines.find((each) => each.trimStart().startsWith(`${label} `)) ?? '';
    return /http:\S+/.exec(line)?.[0].replace(/\/$/, '') ?? '';
  };
  return {
    url: said('Console'),
    inbox: said('Inbox'),
    adminLink: said('Admin'),
    async kill(signal) {
      child.kill(signal);
      await gone;
    },
  };
}
