/** Counts what each holder has, up to a limit. */
export interface Holders {
  /** Take one; false when the holder has its share. */
  take(holder: string): boolean;
  release(holder: string): void;
}

/** Count holdings; a holder without any costs nothing. */
export function createHolders(limit: number): Holders {
  const counts = new Map<string, number>();
  return {
    take(holder) {
      const count = counts.get(holder) ?? 0;
      if (count >= limit) return false;
      counts.set(holder, count + 1);
      return true;
    },
    release(holder) {
      const count = counts.get(holder) ?? 0;
      if (count > 1) counts.set(holder, count - 1);
      else counts.delete(holder);
    },
  };
}
