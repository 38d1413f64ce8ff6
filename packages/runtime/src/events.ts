/** Facts of an event: plain values only, so that every subscriber can print, count or send them. */
export type Facts = Readonly<Record<string, unknown>>;

/** Say that something happened. The name is `noun.verb`; the facts are fields, never part of the name. */
export type Emit = (name: string, facts?: Facts) => void;

/** One who hears every event: the log, the metrics, a test's spy. */
export type Subscriber = (name: string, facts: Facts) => void;

/** Events of one process: the core emits, logs and metrics subscribe, and neither knows the other. */
export interface Events {
  emit: Emit;
  /** Hear every event until the returned function is called. */
  subscribe(subscriber: Subscriber): () => void;
}

/** Make the event hub of a process. */
export function createEvents(): Events {
  const subscribers = new Set<Subscriber>();
  return {
    emit(name, facts = {}) {
      for (const subscriber of subscribers) subscriber(name, facts);
    },
    subscribe(subscriber) {
      subscribers.add(subscriber);
      return () => void subscribers.delete(subscriber);
    },
  };
}
