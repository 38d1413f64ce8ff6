import type { Events, Facts } from '@jobwire/runtime';

import { createSeen } from './seen.ts';

/** An event that was emitted. */
export interface SeenEvent {
  name: string;
  facts: Facts;
}

/** Hears the events of a process. */
export interface EventSpy {
  /** All events so far, oldest first. */
  readonly events: readonly SeenEvent[];
  /** Those of one name. */
  named(name: string): readonly SeenEvent[];
  /**
   * The first event of this name whose facts fit, now or later.
   *
   * @throws Error after four minutes
   */
  waitFor(name: string, fits?: (facts: Facts) => boolean): Promise<SeenEvent>;
  stop(): void;
}

/** Listen to the events of a process, so that tests wait for what happened instead of sleeping. */
export function spyEvents(events: Events): EventSpy {
  const seen = createSeen<SeenEvent>();
  const stop = events.subscribe((name, facts) => seen.add({ name, facts }));
  return {
    events: seen.items,
    named: (name) => seen.items.filter((event) => event.name === name),
    waitFor: (name, fits = () => true) =>
      seen.waitFor(`event ${name}`, (event) => event.name === name && fits(event.facts)),
    stop,
  };
}
