import type { Client, Verified } from '@jobwire/client';

/** The session that this browser has by its cookie. */
export interface Session {
  /** Get an access token; undefined when there is no session, or it has ended. */
  renew(): Promise<Verified | undefined>;
}

/**
 * Use the session of this browser. Its tabs renew one after the other, because each renewal replaces the cookie and an old
 * one ends the session.
 *
 * @param locks undefined where the page did not come over TLS or from this machine: browsers have none there
 */
export function createSession(client: Pick<Client, 'refresh'>, locks: LockManager | undefined): Session {
  const renew = (): ReturnType<Client['refresh']> => client.refresh();
  return { renew: () => (locks ? locks.request('jobwire.session', renew) : renew()) };
}
