/** Even steps of time, the newest at the end: what a chart is drawn on. */
export interface Grid {
  /** How long a step is, in milliseconds. */
  stepMs: number;
  /** How many steps there are. */
  steps: number;
  /** The number of the newest step, counted from 1970. */
  last: number;
}

/** A value for each step of a grid; undefined where nothing is known. */
export type Values = readonly (number | undefined)[];

/** Numbers over time, of which only the newest are kept. */
export interface Series {
  /** Say what it is in the step of `at`, in milliseconds since 1970; the last word of a step counts. */
  put(at: number, value: number): void;
  /** The values up to step `last`, the oldest first. */
  read(last: number): Values;
}

/** The grid of a kind of step that ends now. */
export function gridUntil(now: number, { stepMs, steps }: Pick<Grid, 'stepMs' | 'steps'>): Grid {
  return { stepMs, steps, last: Math.floor(now / stepMs) };
}

/** When a step of a grid begins, in milliseconds since 1970; the oldest has the index 0. */
export function stepTime({ stepMs, steps, last }: Grid, index: number): number {
  return (last - steps + 1 + index) * stepMs;
}

/** Make a ring of values: a step takes the place of the one that is `steps` older. */
export function createSeries({ stepMs, steps }: Pick<Grid, 'stepMs' | 'steps'>): Series {
  const ring: { step: number; value: number }[] = [];
  return {
    put(at, value) {
      const step = Math.floor(at / stepMs);
      ring[step % steps] = { step, value };
    },
    read(last) {
      return Array.from({ length: steps }, (_, index) => {
        const step = last - steps + 1 + index;
        const found = ring[((step % steps) + steps) % steps];
        // A place that nothing new was put into still holds what is older than the grid.
        return found?.step === step ? found.value : undefined;
      });
    },
  };
}

/** Add series up, step by step; unknown where all of them are. */
export function sumOf(all: readonly Values[]): Values {
  const [first = []] = all;
  return first.map((_, index) => {
    const known = all.map((values) => values[index]).filter((value) => value !== undefined);
    return known.length === 0 ? undefined : known.reduce((sum, value) => sum + value, 0);
  });
}

/** The largest of series, step by step; unknown where all of them are. */
export function mostOf(all: readonly Values[]): Values {
  const [first = []] = all;
  return first.map((_, index) => {
    const known = all.map((values) => values[index]).filter((value) => value !== undefined);
    return known.length === 0 ? undefined : Math.max(...known);
  });
}

/** The least and the most of what is known. */
export function rangeOf(values: Values): { least: number; most: number } | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === 0 ? undefined : { least: Math.min(...known), most: Math.max(...known) };
}

/** The newest value that is known. */
export function latestOf(values: Values): number | undefined {
  return values.findLast((value) => value !== undefined);
}
