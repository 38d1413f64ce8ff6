import type { Person, User } from './person.ts';

/** What a session gives: a token for an hour, and whose it is. */
export interface Access {
  token: string;
  person: Person;
}

/** The session that this browser has by its cookie. */
export interface Session {
  /** Get an access token; undefined when there is no session, or it has ended. */
  renew(): Promise<Access | undefined>;
  end(): Promise<void>;
}

/** What browsers offer. */
export interface SessionOptions {
  fetch: (path: string, init: RequestInit) => Promise<Response>;
  locks: Pick<LockManager, 'request'>;
}

/** Use the session of this browser. Its tabs renew one after the other, because each renewal replaces the cookie. */
export function createSession({ fetch, locks }: SessionOptions): Session {
  return {
    renew: () =>
      locks.request('jobwire.session', async () => {
        const response = await fetch('/refresh', { method: 'POST' });
        if (response.status === 401) return undefined;
        if (!response.ok) throw new Error(`The server answered ${response.status}`);
        return accessOf(await response.json());
      }),
    async end() {
      await fetch('/sign-out', { method: 'POST' });
    },
  };
}

function accessOf(answer: { accessToken: string; user: User | null }): Access {
  const person: Person = answer.user ? { kind: 'user', user: answer.user } : { kind: 'link' };
  return { token: answer.accessToken, person };
}
