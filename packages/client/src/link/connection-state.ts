/** How a connection carries. */
export type CarriedBy = 'websocket' | 'sse';

/** What the connection of a client is doing, for a page to show. */
export type ConnectionState =
  /** Nothing is watched, so nothing is connected. */
  | { state: 'idle' }
  | { state: 'connecting'; transport: CarriedBy }
  | { state: 'live'; transport: CarriedBy }
  /** It was lost. The next attempt is at `until`, in milliseconds since 1970. */
  | { state: 'waiting'; transport: CarriedBy; until: number; failures: number };

/** What is shown of several connections: the first of these that one of them is in. */
const order = ['waiting', 'connecting', 'live', 'idle'] as const;

/** The state of a client with these connections: the worst of theirs. */
export function stateOfAll(states: readonly ConnectionState[]): ConnectionState {
  for (const wanted of order) {
    const found = states.find(({ state }) => state === wanted);
    if (found) return found;
  }
  return { state: 'idle' };
}
