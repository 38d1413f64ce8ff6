import { type ConnectionState, stateOfAll } from './connection-state.ts';
import { createLink, type Link, type LinkOptions } from './link.ts';

/** All connections of a client: as few as its channels fit on. */
export interface Links {
  /** The first one that has room for this channel. */
  for(channel: string): Link;
  readonly state: ConnectionState;
  /** Be told of changes of the state until the returned function is called. */
  onState(listener: (state: ConnectionState) => void): () => void;
}

/** Make the connections of a client; none is opened before it is needed. */
export function createLinks(options: Omit<LinkOptions, 'changed'>): Links {
  const links: Link[] = [];
  const listeners = new Set<(state: ConnectionState) => void>();
  let shown: ConnectionState = { state: 'idle' };

  const changed = (): void => {
    const next = stateOfAll(links.map(({ state }) => state));
    if (JSON.stringify(next) === JSON.stringify(shown)) return;
    shown = next;
    for (const listener of [...listeners]) listener(next);
  };
  return {
    for(channel) {
      const free = links.find((link) => link.accepts(channel));
      if (free) return free;
      const link = createLink({ ...options, changed });
      links.push(link);
      return link;
    },
    get state() {
      return shown;
    },
    onState(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
