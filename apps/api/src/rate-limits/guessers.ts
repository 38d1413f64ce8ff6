/** Remembers who has sent so many tokens that are not valid that no more are looked up. */
export interface Guessers {
  /** For how long still, in milliseconds; 0 for everybody else. */
  shutOutMs(holder: string): number;
  shutOut(holder: string, ms: number): void;
}

/** Above so many entries the ended ones are dropped. */
const sweepAbove = 1_000;

/** Make the memory of one process: each of them may be made to look up as many tokens as the limit allows. */
export function createGuessers(now: () => number = () => performance.now()): Guessers {
  const until = new Map<string, number>();
  return {
    shutOutMs: (holder) => Math.max(0, (until.get(holder) ?? 0) - now()),
    shutOut(holder, ms) {
      if (until.size >= sweepAbove) {
        for (const [known, end] of until) if (end <= now()) until.delete(known);
      }
      until.set(holder, now() + ms);
    },
  };
}
