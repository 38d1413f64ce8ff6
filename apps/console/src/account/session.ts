import type { Client, Verified } from '@jobwire/client';

/** The session that this browser has by its cookie. */
export interface Session {
  /** Get an access token; undefined when there is no session, or it has ended. */
  renew(): Promise<Verified | undefined>;
}

/**
 * Use the session of this browser. Its tabs renew one after the other, because each renewal replaces the cookie and an old
 * one ends the session.
 */
export function createSession(client: Pick<Client, 'refresh'>, locks: Pick<LockManager, 'request'>): Session {
  return { renew: () => locks.request('jobwire.session', () => client.refresh()) };
}
