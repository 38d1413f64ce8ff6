import { setTimeout as sleep } from 'node:timers/promises';

import { patienceMs } from './seen.ts';

/**
 * Repeat a look at something that tells nobody when it changes (a process table, a foreign server) until it does not
 * throw. Where an event exists, wait for the event instead.
 *
 * @returns what the look returned
 * @throws what it threw last, after four minutes
 */
export async function eventually<Value>(look: () => Value | Promise<Value>): Promise<Value> {
  const until = performance.now() + patienceMs;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (performance.now() >= until) throw error;
    }
    await sleep(20);
  }
}
