import { messageData, type Published, published, roomChannel } from '@jobwire/protocol';

import { persist } from '../http/persist.ts';
import type { Rest } from '../http/rest.ts';
import type { Link } from '../link/link.ts';
import { newKey } from './message-key.ts';

/** How a message is sent. */
export interface SendOptions {
  /** The same key again is the same message, which is stored once; made up unless it is given. */
  key?: string;
  /** Id of the only user who gets it; in their inbox and yours. */
  to?: string;
  /** True: it does not come back to this client, while it is connected by a socket. */
  exclude?: boolean;
  /** Stops trying; whether the message was stored is then not known. */
  signal?: AbortSignal;
}

/** What a message is sent with. */
export interface SendWith {
  rest: Rest;
  /** Where the room is joined; undefined when it is not. */
  link: () => Link | undefined;
}

/**
 * Send a message until the server confirms it: over the socket of a joined room, so that messages keep their order, else by
 * a request. Each attempt has the same key, so that it is stored at most once.
 *
 * @throws $ZodError for what is not JSON or too long, JobwireError when it may not be said
 */
export async function sendMessage(
  { rest, link }: SendWith,
  room: string,
  data: unknown,
  { key = newKey(), to, exclude, signal }: SendOptions = {},
): Promise<Published> {
  const message = { data: messageData.parse(data), key, ...(to === undefined ? {} : { to }) };
  return persist(async () => {
    const joined = link();
    if (!joined || isCarriedByStream(joined)) {
      const path = `/rooms/${encodeURIComponent(room)}/messages`;
      return rest.call(path, published, { method: 'POST', body: message, signal });
    }
    const { name: ch } = roomChannel(room);
    const chosen = exclude === undefined ? {} : { exclude };
    return published.parse(await joined.request({ op: 'pub', ch, ...message, ...chosen }));
  }, signal);
}

function isCarriedByStream({ state }: Link): boolean {
  return state.state !== 'idle' && state.transport === 'sse';
}
