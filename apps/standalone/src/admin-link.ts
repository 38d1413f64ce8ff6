import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** Where a program runs, and what ends it early. */
export interface PrintOptions {
  env: NodeJS.ProcessEnv;
  cwd: string;
  signal: AbortSignal;
}

const patienceMs = 10_000;

/**
 * Run the program that prints a one-time admin link.
 *
 * @returns the link; `undefined` when it printed none, which keeps nothing else from working
 */
export async function adminLink(
  args: readonly string[],
  { env, cwd, signal }: PrintOptions,
): Promise<string | undefined> {
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [...args], {
      env,
      cwd,
      signal,
      timeout: patienceMs,
    });
    return /https?:\/\/\S+/.exec(stdout)?.[0];
  } catch {
    return undefined;
  }
}
