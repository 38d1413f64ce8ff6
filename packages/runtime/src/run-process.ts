import type { Emit } from './events.ts';
import type { Lifecycle } from './lifecycle.ts';

/** The parts of `process` that a running process needs; an argument so that tests can send signals to a stand-in. */
type HostProcess = Pick<NodeJS.Process, 'on' | 'exit' | 'connected' | 'send'>;

/**
 * Tie a lifecycle to its process: SIGINT, SIGTERM, SIGHUP and the parent's disappearance stop it gracefully, a second
 * signal at once; an error that nobody caught stops it with exit code 1, because the state is unknown from then on
 * (nodejs.org, "Warning: Using 'uncaughtException' correctly").
 */
export function runProcess(lifecycle: Lifecycle, emit: Emit, host: HostProcess = process): void {
  const stop = (reason: string, exitCode: number): void => {
    if (lifecycle.stopping) host.exit(1);
    void lifecycle.stop(reason).then((clean) => host.exit(clean ? exitCode : 1));
  };
  // A parent or terminal that goes away while we stop is no second wish.
  const stopOnce = (reason: string): void => {
    if (!lifecycle.stopping) stop(reason, 0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) host.on(signal, () => stop(signal, 0));
  host.on('SIGHUP', () => stopOnce('SIGHUP'));
  if (host.connected) host.on('disconnect', () => stopOnce('parent gone'));
  // There was a parent, and it went while this process was still loading.
  else if (host.send) setImmediate(() => stopOnce('parent gone'));
  const crash = (error: unknown): void => {
    emit('process.crashed', { error });
    stop('crash', 1);
  };
  host.on('uncaughtException', crash);
  host.on('unhandledRejection', crash);
}
