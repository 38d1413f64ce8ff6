import type { ChannelEvent } from '@jobwire/realtime';

import type { ChannelKind } from '../../channels/channel-kind.ts';

/** A kind of channel whose record is in memory. Every event is told by its `n`, which no other has. */
export interface MemoryRecord {
  readonly kind: ChannelKind;
  /** All events of a channel that ever happened in this life of the record, oldest first. */
  events(id: string): readonly ChannelEvent[];
  append(id: string, type: string, except?: string): ChannelEvent;
  /** Take the stored events up to this number away, as retention does. */
  forget(id: string, upTo: number): void;
  /** Go back to a part (0…1) of what happened, as the restoring of a backup does. */
  restore(share: number): void;
  /** The next statement fails. */
  breakOnce(): void;
}

/**
 * Make the record.
 *
 * @param settle called twice in each statement: before the moment it looks at the log and before its answer arrives
 */
export function createMemoryRecord(settle: () => Promise<void>): MemoryRecord {
  const logs = new Map<string, ChannelEvent[]>();
  const forgotten = new Map<string, number>();
  let broken = false;
  let n = 0;
  const log = (id: string): ChannelEvent[] => {
    const found = logs.get(id) ?? [];
    logs.set(id, found);
    return found;
  };
  const statement = async <Answer>(look: () => Answer): Promise<Answer> => {
    await settle();
    if (broken) {
      broken = false;
      throw new Error('The record is out of reach');
    }
    const answer = look();
    await settle();
    return answer;
  };
  return {
    events: log,
    append(id, type, except) {
      n += 1;
      const at = new Date().toISOString();
      const event = { seq: log(id).length + 1, type, at, data: { n }, ...(except === undefined ? {} : { except }) };
      log(id).push(event);
      return event;
    },
    forget: (id, upTo) => void forgotten.set(id, Math.max(forgotten.get(id) ?? 0, upTo)),
    restore(share) {
      for (const events of logs.values()) events.length = Math.floor(events.length * share);
      forgotten.clear();
    },
    breakOnce: () => void (broken = true),
    kind: {
      mayWatch: () => Promise.resolve(true),
      state: (id) => statement(() => stateOf(id, log(id))),
      read: (id, after, limit) =>
        statement(() => {
          const first = Math.max(after, forgotten.get(id) ?? 0);
          return log(id)
            .filter(({ seq }) => seq > first)
            .slice(0, limit);
        }),
      positions: (ids) => statement(() => new Map(ids.map((id) => [id, log(id).length]))),
      isFinal: ({ type }) => type === finalType,
      isReplaceable: ({ type }) => type === 'job.progress',
    },
  };
}

/** The type of the event after which nothing follows. */
export const finalType = 'job.succeeded';

/** A job as clients know it, with the `n` of all that happened to it. */
function stateOf(id: string, events: readonly ChannelEvent[]) {
  const final = events.at(-1)?.type === finalType;
  const snapshot = {
    id,
    name: 'memory',
    state: final ? 'succeeded' : 'running',
    progress: null,
    attempt: 1,
    maxAttempts: 1,
    createdAt: '2026-01-01T00:00:00.000Z',
    held: events.map(({ data }) => data['n']),
  };
  return { seq: events.length, final, snapshot };
}
