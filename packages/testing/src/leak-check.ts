import { eventually } from './eventually.ts';

/** What a forgotten pool, server, socket, child or timer leaves in the process (names of Node). */
const watched = ['TCPSocketWrap', 'TCPServerWrap', 'PipeWrap', 'ProcessWrap', 'Timeout', 'Immediate', 'FSEventWrap'];

/** A look at what the process holds open. */
export interface LeakCheck {
  /** What is open now and was not at the beginning, e.g. `TCPServerWrap 1`. */
  left(): string[];
  /**
   * Wait until nothing more is open than at the beginning.
   *
   * @throws Error that names what is left, after four minutes
   */
  expectNone(): Promise<void>;
}

/**
 * Remember what the process holds open; call it before a suite starts anything, and `expectNone` after it has stopped
 * everything: pools, servers, sockets, child processes and timers that keep the process alive. Call both from hooks: the
 * timer by which Jest limits a hook counts too.
 */
export function leakCheck(): LeakCheck {
  const before = countOpen();
  const left = (): string[] =>
    [...countOpen()]
      .map(([kind, count]) => ({ kind, more: count - (before.get(kind) ?? 0) }))
      .filter(({ more }) => more > 0)
      .map(({ kind, more }) => `${kind} ${more}`);
  return {
    left,
    expectNone: () =>
      eventually(() => {
        const names = left();
        if (names.length > 0) throw new Error(`Left open: ${names.join(', ')}`);
      }),
  };
}

function countOpen(): Map<string, number> {
  const counts = new Map<string, number>();
  for (const kind of process.getActiveResourcesInfo()) {
    if (watched.includes(kind)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return counts;
}
