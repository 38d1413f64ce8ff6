import type { Doorbell, DoorbellBus } from '../source.ts';
import type { ChannelEvent, ChannelSource } from '../source.ts';

/** A channel whose log is a list, for tests of what the hub does with it. */
export interface MemoryChannel extends ChannelSource {
  /** All events that ever happened. */
  readonly events: readonly ChannelEvent[];
  /** Calls of `read`, for counting. */
  readonly reads: number;
  append(type?: string): ChannelEvent;
  /** Forget the stored events up to this number, as retention would. */
  forget(upTo: number): void;
  /** Take the whole channel away. */
  remove(): void;
}

/**
 * Make a channel.
 *
 * @param settle called twice in each statement: before the moment it looks at the log and before its answer arrives
 */
export function createMemoryChannel(settle: () => Promise<unknown> = () => Promise.resolve()): MemoryChannel {
  const events: ChannelEvent[] = [];
  let forgotten = 0;
  let removed = false;
  let reads = 0;
  const statement = async <Answer>(look: () => Answer): Promise<Answer> => {
    await settle();
    const answer = look();
    await settle();
    return answer;
  };
  return {
    events,
    get reads() {
      return reads;
    },
    append(type = 'progress') {
      const event = { seq: events.length + 1, type, at: '2026-01-01T00:00:00.000Z', data: {} };
      events.push(event);
      return event;
    },
    forget: (upTo) => void (forgotten = Math.max(forgotten, upTo)),
    remove: () => void (removed = true),
    state: () =>
      statement(() => {
        if (removed) return undefined;
        const seqs = events.map(({ seq }) => seq);
        return { seq: events.length, final: events.at(-1)?.type === 'final', snapshot: seqs };
      }),
    read(_id, after, limit) {
      reads += 1;
      return statement(() => events.filter(({ seq }) => seq > after && seq > forgotten).slice(0, limit));
    },
    positions: (ids) => statement(() => new Map(removed ? [] : ids.map((id) => [id, events.length]))),
    isFinal: ({ type }) => type === 'final',
    isReplaceable: ({ type }) => type === 'progress',
  };
}

/** A bus by hand. */
export interface HandBus extends DoorbellBus {
  ring(doorbell: Doorbell): void;
  gap(): void;
  readonly watched: number;
}

/** Make a bus that rings when the test says so. */
export function createHandBus(confirmed: () => Promise<void> = () => Promise.resolve()): HandBus {
  const listeners = new Set<(doorbell: Doorbell) => void>();
  const gaps = new Set<() => void>();
  return {
    watch(_channel, onRing) {
      const listener = (doorbell: Doorbell): void => onRing(doorbell);
      listeners.add(listener);
      return { confirmed: confirmed(), unsubscribe: () => void listeners.delete(listener) };
    },
    onGap(listener) {
      gaps.add(listener);
      return () => void gaps.delete(listener);
    },
    ring(doorbell) {
      for (const listener of listeners) listener(doorbell);
    },
    gap() {
      for (const listener of gaps) listener();
    },
    get watched() {
      return listeners.size;
    },
  };
}
