/** How long anything is waited for, in milliseconds; only to end what hangs. */
export const patienceMs = 240_000;

/** A growing list on which tests wait for what they expect. */
export interface Seen<Item> {
  readonly items: readonly Item[];
  add(item: Item): void;
  /**
   * The first item that fits, now or later.
   *
   * @param what says in the error what was waited for
   * @throws Error after four minutes, with the items that came
   */
  waitFor<Wanted extends Item>(what: string, fits: (item: Item) => item is Wanted): Promise<Wanted>;
  waitFor(what: string, fits: (item: Item) => boolean): Promise<Item>;
}

/** Make a list to wait on. */
export function createSeen<Item>(): Seen<Item> {
  const items: Item[] = [];
  const waiting = new Set<(item: Item) => void>();
  const waitFor = (what: string, fits: (item: Item) => boolean): Promise<Item> => {
    const found = items.find(fits);
    if (found !== undefined) return Promise.resolve(found);
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        waiting.delete(look);
        reject(new Error(`Waited ${patienceMs / 1_000} s for ${what}; came: ${JSON.stringify(items).slice(0, 2_000)}`));
      }, patienceMs);
      const look = (item: Item): void => {
        if (!fits(item)) return;
        clearTimeout(timer);
        waiting.delete(look);
        resolve(item);
      };
      waiting.add(look);
    });
  };
  return {
    items,
    add(item) {
      items.push(item);
      for (const look of waiting) look(item);
    },
    waitFor,
  };
}
