import type { Delivery } from './delivery.ts';

/** The newest deliveries of a channel, without a hole between them. */
export interface Recent {
  push(delivery: Delivery): void;
  /** The deliveries with numbers `after + 1 … upTo`; undefined when one of them is not kept. */
  between(after: number, upTo: number): readonly Delivery[] | undefined;
  clear(): void;
}

/** How much is kept: events, and characters of their data as JSON. */
export interface RecentLimits {
  events: number;
  characters: number;
}

/**
 * Keep the newest deliveries: enough for those who are just joining, and for those who come back from a short absence.
 * When a process has gone, thousands come back at once, and each reading of the log is saved, and each frame encoded once.
 */
export function createRecent(limits: RecentLimits): Recent {
  let kept: { delivery: Delivery; length: number }[] = [];
  let characters = 0;
  return {
    push(delivery) {
      const { length } = JSON.stringify(delivery.event.data);
      kept.push({ delivery, length });
      characters += length;
      while (kept.length > limits.events || characters > limits.characters) characters -= kept.shift()?.length ?? 0;
    },
    between(after, upTo) {
      if (after >= upTo) return [];
      const first = kept[0]?.delivery.event.seq;
      if (first === undefined || first > after + 1) return undefined;
      const found = kept.slice(after + 1 - first, upTo + 1 - first);
      return found.length === upTo - after ? found.map(({ delivery }) => delivery) : undefined;
    },
    clear() {
      kept = [];
      characters = 0;
    },
  };
}
