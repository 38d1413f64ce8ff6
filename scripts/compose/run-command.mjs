// Runs other programs. Built-ins only.
import { spawn } from 'node:child_process';

/**
 * Run a program.
 *
 * @param {readonly string[]} command
 * @param {{ env?: NodeJS.ProcessEnv, cwd?: string, input?: string, show?: boolean }} options `show` hands its output on
 * @returns {Promise<{ code: number, out: string, err: string }>} never rejects: a program that is not there has code 127
 */
export function runCommand([program, ...parameters], { input, show = false, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, parameters, {
      ...options,
      stdio: ['pipe', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
    });
    let out = '';
    let err = '';
    child.stdout?.setEncoding('utf8').on('data', (text) => (out += text));
    child.stderr?.setEncoding('utf8').on('data', (text) => (err += text));
    child.once('error', (error) => resolve({ code: 127, out, err: error.message }));
    child.once('close', (code) => resolve({ code: code ?? 1, out, err }));
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
  });
}
