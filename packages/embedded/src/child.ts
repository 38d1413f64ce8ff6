import { type ChildProcess, spawn } from 'node:child_process';

/** How a process ended: one of the two is set. */
export interface ChildEnd {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** What a program that was run to its end has said. */
export interface ProgramResult extends ChildEnd {
  output: string;
}

/** Resolves when a process has ended and its output is read; rejects when it could not be started. */
export function childEnd(child: ChildProcess): Promise<ChildEnd> {
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
}

/** How to start a program: its command line, environment, and what it reads. */
export interface Program {
  command: readonly string[];
  env?: NodeJS.ProcessEnv;
  input?: string;
}

/**
 * Run a program to its end and collect what it writes.
 *
 * @throws Error of the system when the program cannot be started (`ENOENT`, `EACCES`)
 */
export async function runProgram({ command, env, input = '' }: Program): Promise<ProgramResult> {
  const [file = '', ...args] = command;
  const child = spawn(file, args, { stdio: 'pipe', env: env ?? process.env });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  // A program that ends without reading breaks the pipe; its exit code says more than that.
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  const end = await childEnd(child);
  return { ...end, output: Buffer.concat(chunks).toString() };
}

/** Whether a command can be started and ends well; used to find out what the machine allows. */
export async function succeeds(command: readonly string[]): Promise<boolean> {
  try {
    return (await runProgram({ command })).code === 0;
  } catch {
    return false;
  }
}

/**
 * End a process with the first signal, and with the next ones when it has not ended in time.
 *
 * @param signals each with the milliseconds to wait before the following one
 */
export async function endChild(
  child: ChildProcess,
  ended: Promise<ChildEnd>,
  signals: readonly (readonly [NodeJS.Signals, number])[],
): Promise<ChildEnd> {
  for (const [signal, waitMs] of signals) {
    child.kill(signal);
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<undefined>((resolve) => {
      timer = setTimeout(resolve, waitMs, undefined);
    });
    const end = await Promise.race([ended, late]);
    clearTimeout(timer);
    if (end) return end;
  }
  child.kill('SIGKILL');
  return ended;
}
