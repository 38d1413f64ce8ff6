import type { Delivery } from './delivery.ts';

/** The newest deliveries of a channel, without a hole between them. */
export interface Recent {
  push(delivery: Delivery): void;
  /** The deliveries with numbers `after + 1 … upTo`; undefined when one of them is not kept. */
  between(after: number, upTo: number): readonly Delivery[] | undefined;
  clear(): void;
}

/** Keep the newest `limit` deliveries: enough for those who are just joining. */
export function createRecent(limit: number): Recent {
  let kept: Delivery[] = [];
  return {
    push(delivery) {
      kept.push(delivery);
      if (kept.length > limit) kept.shift();
    },
    between(after, upTo) {
      if (after >= upTo) return [];
      const found = kept.filter(({ event }) => event.seq > after && event.seq <= upTo);
      return found.length === upTo - after ? found : undefined;
    },
    clear() {
      kept = [];
    },
  };
}
