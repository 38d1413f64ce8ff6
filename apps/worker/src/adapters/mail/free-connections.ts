import { RetryAfter } from '@jobwire/queue/job';

/** Hands out connections, first come, first served. */
export interface FreeConnections<Connection> {
  /**
   * Take a free connection, or wait for one.
   *
   * @throws RetryAfter when none was free for long, so that the job does not use up its time; the signal's reason
   */
  take(signal: AbortSignal): Promise<Connection>;
  giveBack(connection: Connection): void;
}

/** A server that is this slow keeps all connections busy: whoever waits longer comes back later. In milliseconds. */
const mostMs = 5_000;

/** Keep connections that serve one mail at a time each. */
export function createFreeConnections<Connection>(all: readonly Connection[]): FreeConnections<Connection> {
  const free = [...all];
  const waiting = new Set<(connection: Connection) => void>();

  const wait = (signal: AbortSignal): Promise<Connection> =>
    new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', onAbort);
        waiting.delete(onFree);
      };
      const onFree = (connection: Connection): void => {
        leave();
        resolve(connection);
      };
      const onAbort = (): void => {
        leave();
        reject(signal.reason);
      };
      const timer = setTimeout(() => {
        leave();
        // Spread over as long again: all who wait began at about the same moment.
        reject(new RetryAfter(Math.ceil(mostMs * (1 + Math.random())), 'All connections to the mail server are busy'));
      }, mostMs);
      waiting.add(onFree);
      signal.addEventListener('abort', onAbort, { once: true });
    });

  return {
    async take(signal) {
      signal.throwIfAborted();
      return free.pop() ?? wait(signal);
    },
    giveBack(connection) {
      const [next] = waiting;
      if (next) next(connection);
      else free.push(connection);
    },
  };
}
