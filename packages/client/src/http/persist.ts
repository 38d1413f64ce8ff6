import { backoffMs } from '../link/backoff.ts';
import { ConnectionLost, JobwireError } from '../problem.ts';

/** How soon it is looked whether a lost connection is there again, in milliseconds. */
const lookAgainMs = 200;

/**
 * Do something until it is answered: over lost connections, servers that restart, and limits that pass. It must be harmless
 * to do it twice.
 *
 * @throws JobwireError for an error that will not pass, and the reason of the signal
 */
export async function persist<Result>(attempt: () => Promise<Result>, signal?: AbortSignal): Promise<Result> {
  for (let failures = 0; ; failures += 1) {
    signal?.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      signal?.throwIfAborted();
      if (!mayPass(error)) throw error;
      await pause(waitAfter(error, failures), signal);
    }
  }
}

/** Wait some milliseconds, or until the signal. */
export function pause(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal?.addEventListener('abort', done);
  });
}

/** `fetch` throws a TypeError when there is no answer. */
function mayPass(error: unknown): boolean {
  if (error instanceof JobwireError) return error.retryable;
  return error instanceof ConnectionLost || error instanceof TypeError;
}

function waitAfter(error: unknown, failures: number): number {
  if (error instanceof ConnectionLost) return lookAgainMs;
  const named = error instanceof JobwireError ? error.problem.retryAfterMs : undefined;
  return named ?? backoffMs(failures);
}
