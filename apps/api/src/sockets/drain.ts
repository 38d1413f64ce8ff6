import { setTimeout as delay } from 'node:timers/promises';

import type { Connection } from './connection.ts';

/** Clients spread their return over this time, in milliseconds, so that they do not arrive together. */
const returnOverMs = 5_000;
/** Batches in which sockets are closed. */
const batches = 10;
/** Time for the last close handshakes, in milliseconds. */
const handshakeMs = 1_000;

/**
 * Close all sockets: announce it, close in batches over `drainMs`, and cut those that do not answer.
 *
 * @param connections shrinks by itself as sockets close
 */
export async function drainConnections(
  connections: ReadonlySet<Connection>,
  drainMs: number,
  code: number,
): Promise<void> {
  const leaving = [...connections];
  for (const connection of leaving) connection.goAway(Math.round(Math.random() * returnOverMs));
  const batchSize = Math.max(50, Math.ceil(leaving.length / batches));
  for (let start = 0; start < leaving.length; start += batchSize) {
    if (start > 0) await delay(drainMs / batches);
    for (const connection of leaving.slice(start, start + batchSize)) connection.close(code, 'draining');
  }
  const deadline = performance.now() + handshakeMs;
  while (connections.size > 0 && performance.now() < deadline) await delay(10);
  for (const connection of [...connections]) connection.terminate();
}
