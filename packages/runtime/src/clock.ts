/**
 * The passing of time, as an argument, so that tests may hold it still. Milliseconds since the epoch.
 */
export interface Clock {
  now(): number;
}

/** Make the clock of the running machine. */
export function systemClock(): Clock {
  return { now: () => Date.now() };
}
