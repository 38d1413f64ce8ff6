import type { Facts, Subscriber } from '../events.ts';

/** What is counted when an event of a name happens. */
export type EventCounts = Readonly<Record<string, (facts: Facts) => void>>;

/** Subscribe counts to the events of a process. An event that nobody counts costs one look-up. */
export function onEvents(counts: EventCounts): Subscriber {
  const byName = new Map(Object.entries(counts));
  return (name, facts) => byName.get(name)?.(facts);
}

/** A fact as a label; `unknown` when it is not there. */
export function labelOf(facts: Facts, name: string): string {
  const value = facts[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : 'unknown';
}

/** A fact in milliseconds as seconds; undefined when it is not there. */
export function secondsOf(facts: Facts, name: string): number | undefined {
  const value = facts[name];
  return typeof value === 'number' ? Math.max(0, value) / 1_000 : undefined;
}

/**
 * Keep the values of a label few: those that came first have a series of their own, the others share `other`. For texts
 * that the authors of jobs choose.
 */
export function boundedLabel(most: number): (value: string) => string {
  const known = new Set<string>();
  return (value) => {
    if (known.has(value)) return value;
    if (known.size >= most) return 'other';
    known.add(value);
    return value;
  };
}
