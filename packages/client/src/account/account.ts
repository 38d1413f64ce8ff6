import * as z from 'zod/mini';

import { type Registered, registered, type Verified, verified } from '../answers.ts';
import { type AnswerOf, documented } from '../http/documented.ts';
import type { CallControl, CallOptions, Rest } from '../http/rest.ts';
import type { Tokens } from '../http/tokens.ts';
import { JobwireError } from '../problem.ts';

/** What somebody registers with. */
export interface Registration {
  email: string;
  name?: string;
  locale?: string;
}

/** How a request is sent that creates something. */
export type CreateOptions = Pick<CallOptions, 'idempotencyKey' | 'signal'>;

/** An account as its owner sees it. */
export type User = AnswerOf<'getMe', 200>;

/** Where somebody is signed in. */
export type Session = AnswerOf<'listSessions', 200>['sessions'][number];

/** Coming, going, and who one is. */
export interface Account {
  register(registration: Registration, options?: CreateOptions): Promise<Registered>;
  /** Ask for a mail with a link to sign in by. */
  signIn(email: string, options?: CreateOptions): Promise<void>;
  /** Use the token of a mail's link: it answers with an access token. */
  verify(token: string, options?: CreateOptions): Promise<Verified>;
  /**
   * Get an access token by the session cookie of the page; undefined when nobody is signed in there. It is sent without a
   * token, so that the client's own `token` may call it.
   */
  refresh(options?: CallControl): Promise<Verified | undefined>;
  /** End the session of the token, or of the page's cookie. The next call asks for a token anew. */
  signOut(options?: CallControl): Promise<void>;
  /** Whose token it is. */
  me(options?: CallControl): Promise<User>;
  /** Where the user is signed in; `current` is the session of this client. */
  sessions(options?: CallControl): Promise<Session[]>;
  /** End one of them: what it has open is closed. */
  endSession(sessionId: string, options?: CallControl): Promise<void>;
  /** Delete the account, with its sessions, uploads, and what its jobs were given. The next call asks for a token anew. */
  deleteAccount(options?: CallControl): Promise<void>;
}

/** Make the calls about accounts. */
export function createAccount(rest: Rest, tokens: Pick<Tokens, 'forget'>): Account {
  return {
    register: (body, options) => rest.call('/register', registered, { ...options, method: 'POST', body }),
    async signIn(email, options) {
      await rest.call('/sign-in', z.unknown(), { ...options, method: 'POST', body: { email } });
    },
    async verify(token, options) {
      const answer = await rest.call('/verify', verified, { ...options, method: 'POST', body: { token } });
      tokens.forget();
      return answer;
    },
    async refresh(options) {
      try {
        return await rest.call('/refresh', verified, { ...options, method: 'POST', withoutToken: true });
      } catch (error) {
        if (error instanceof JobwireError && error.code === 'UNAUTHENTICATED') return undefined;
        throw error;
      }
    },
    async signOut(options) {
      await rest.call('/sign-out', z.unknown(), { ...options, method: 'POST' });
      tokens.forget();
    },
    me: (options) => rest.call('/me', documented<'getMe', 200>(), options),
    async sessions(options) {
      return (await rest.call('/sessions', documented<'listSessions', 200>(), options)).sessions;
    },
    async endSession(id, options) {
      await rest.call(`/sessions/${encodeURIComponent(id)}`, z.unknown(), { ...options, method: 'DELETE' });
    },
    async deleteAccount(options) {
      await rest.call('/me', z.unknown(), { ...options, method: 'DELETE' });
      tokens.forget();
    },
  };
}
