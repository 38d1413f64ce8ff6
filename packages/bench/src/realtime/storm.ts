import type { Crowd, ReturningApi } from '@jobwire/testing';

/** How the return of a crowd went. Times in seconds. */
export interface Storm {
  /** From the kill until the process served again. */
  away: number;
  /** From then until every socket was subscribed again. */
  back: number;
}

/** Kill the process that holds a crowd, start it again, and wait for everybody. */
export async function reconnectStorm(gateway: ReturningApi, crowd: Crowd): Promise<Storm> {
  const killed = Date.now();
  await gateway.kill();
  await gateway.start();
  const serving = Date.now();
  const ready = await crowd.allReady();
  return { away: (serving - killed) / 1_000, back: (ready - serving) / 1_000 };
}
