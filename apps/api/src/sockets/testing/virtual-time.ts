import { jest } from '@jest/globals';

/** Let time pass at once: every timer that is due runs in its turn, and everything that follows from it. */
export async function letTimePass(ms: number): Promise<void> {
  let arrived = false;
  setTimeout(() => (arrived = true), ms);
  await settled();
  while (!arrived) {
    jest.advanceTimersToNextTimer();
    await settled();
  }
}

/** Let everything happen that waits for no timer. */
function settled(): Promise<void> {
  return new Promise((resolve) => void setImmediate(resolve));
}

/** Run with timers of the test's own; what is no timer goes on by itself. */
export async function inVirtualTime(run: () => Promise<void>): Promise<void> {
  jest.useFakeTimers({ doNotFake: ['setImmediate', 'nextTick', 'queueMicrotask', 'performance'], now: 0 });
  try {
    await run();
  } finally {
    jest.useRealTimers();
  }
}
