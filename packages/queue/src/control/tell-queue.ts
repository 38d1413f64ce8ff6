import { appendChannelEvent, type Tx } from '@jobwire/db';

import type { Doorbell } from '../bus.ts';

/**
 * Write what was done to a queue into the log of its channel, `admin:queue:<name>`, in the transaction that does it.
 *
 * @returns the doorbell to ring after the commit
 */
export async function tellQueue(
  tx: Tx,
  queue: string,
  type: 'queue.paused' | 'queue.resumed',
  data: { by: string; reason?: string; forMs?: number },
): Promise<Doorbell> {
  const channel = `admin:queue:${queue}`;
  const event = await appendChannelEvent(tx, { channel, type, data: { name: queue, ...data } });
  return { channel, seq: event.seq, events: [event] };
}
