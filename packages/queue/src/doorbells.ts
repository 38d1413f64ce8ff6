import type { TransitionResult } from '@jobwire/db';

import type { Bus, Doorbell } from './bus.ts';

/** Events larger than this together stay in the record; the doorbell then carries the position alone. In bytes. */
const largestEvents = 4_096;

/** Ring once per changed job. */
export function ringFor(bus: Pick<Bus, 'ring'>, results: readonly Pick<TransitionResult, 'id' | 'events'>[]): void {
  const doorbells = results.filter(({ events }) => events.length > 0).map(doorbellOf);
  if (doorbells.length > 0) bus.ring(doorbells);
}

function doorbellOf({ id, events }: Pick<TransitionResult, 'id' | 'events'>): Doorbell {
  const seq = events.at(-1)?.seq ?? 0;
  const small = JSON.stringify(events).length <= largestEvents;
  return small ? { channel: `job:${id}`, seq, events } : { channel: `job:${id}`, seq };
}
