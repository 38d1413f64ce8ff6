import type { Clock } from '@jobwire/runtime';

/** The parts of `process` that tell when to stop; an argument so that tests can stand in. */
export type HostProcess = Pick<NodeJS.Process, 'on' | 'ppid'>;

/** What a request to stop starts. Both may be called more than once. */
export interface StopActions {
  stop(reason: string): void;
  /** The second Ctrl-C: whoever pressed it does not want to wait. */
  stopNow(): void;
}

/** npm and the terminal both deliver one Ctrl-C; a repetition within this time is the same one. */
const samePressMs = 400;
const parentCheckMs = 500;

/**
 * Hear every request to stop: SIGINT, SIGTERM, SIGHUP, and a parent that disappeared without a word (npm was killed).
 */
export function hearStopRequests(host: HostProcess, clock: Clock, { stop, stopNow }: StopActions): void {
  let pressedAt: number | undefined;
  host.on('SIGINT', () => {
    const now = clock.now();
    if (pressedAt !== undefined && now - pressedAt > samePressMs) return stopNow();
    pressedAt ??= now;
    stop('Ctrl-C');
  });
  host.on('SIGTERM', () => stop('SIGTERM'));
  host.on('SIGHUP', () => stop('SIGHUP'));

  const parent = host.ppid;
  const timer = setInterval(() => {
    if (host.ppid === parent) return;
    clearInterval(timer);
    stop('the parent process is gone');
  }, parentCheckMs);
  timer.unref();
}
