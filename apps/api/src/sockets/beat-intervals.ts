/** Between which bounds the time from one heartbeat to the next may be. In milliseconds. */
export interface BeatBounds {
  minMs: number;
  /** What clients are told; also the time for those of whom nothing is known. */
  maxMs: number;
}

/** A connection that lived this long shows that its heartbeats are not too far apart, in milliseconds. */
export const steadyMs = 5 * 60_000;

/** Holders that are remembered; those who dropped first are forgotten first. */
const remembered = 10_000;

/**
 * The time between heartbeats after a connection dropped. What is on the way lets go of a connection when it has been
 * idle for some time: half of that is safe. A drop in the middle of traffic says nothing.
 */
export function afterDrop(currentMs: number, idleMs: number, { minMs }: BeatBounds): number {
  return idleMs < minMs ? currentMs : Math.min(currentMs, Math.max(minMs, idleMs / 2));
}

/** The time between heartbeats after a connection that lived: longer again, in steps. */
export function afterLife(currentMs: number, { maxMs }: BeatBounds): number {
  return Math.min(maxMs, currentMs * 1.5);
}

/** Remembers whose connections need heartbeats more often than others. */
export interface BeatIntervals {
  /** The time for a connection of all these holders: a user, an address. */
  of(holders: readonly string[]): number;
  /** A connection of theirs dropped without a word, after so long without traffic. */
  dropped(holders: readonly string[], idleMs: number): void;
  /** A connection of theirs ended in an orderly way, after it had lived for so long. */
  ended(holders: readonly string[], livedMs: number): void;
}

/** Make the memory of a door. Holders whose connections live cost nothing. */
export function createBeatIntervals(bounds: BeatBounds): BeatIntervals {
  const known = new Map<string, number>();
  const change = (holders: readonly string[], changed: (current: number) => number): void => {
    for (const holder of holders) {
      const interval = changed(known.get(holder) ?? bounds.maxMs);
      known.delete(holder);
      if (interval < bounds.maxMs) known.set(holder, interval);
    }
    for (const [oldest] of known) {
      if (known.size <= remembered) break;
      known.delete(oldest);
    }
  };
  return {
    of: (holders) => Math.min(bounds.maxMs, ...holders.map((holder) => known.get(holder) ?? bounds.maxMs)),
    dropped: (holders, idleMs) => change(holders, (current) => afterDrop(current, idleMs, bounds)),
    ended(holders, livedMs) {
      if (livedMs >= steadyMs) change(holders, (current) => afterLife(current, bounds));
    },
  };
}
