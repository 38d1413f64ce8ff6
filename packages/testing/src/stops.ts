/** What a test has started, to be stopped in reverse order: also when its set-up failed half-way. */
export interface Stops {
  /** Remember how to stop something, and hand it on. */
  add<Started extends { stop(): Promise<unknown> }>(started: Started): Started;
  /** Stop everything; the first failure is thrown after the last stop. */
  stopAll(): Promise<void>;
}

/** Make an empty list of what to stop. */
export function createStops(): Stops {
  const started: { stop(): Promise<unknown> }[] = [];
  return {
    add(item) {
      started.push(item);
      return item;
    },
    async stopAll() {
      const failures: unknown[] = [];
      for (const item of started.splice(0).toReversed()) {
        await item.stop().catch((error: unknown) => failures.push(error));
      }
      if (failures.length > 0) throw failures[0];
    },
  };
}
