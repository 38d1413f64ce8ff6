import { type FrameOf, maxFrameBytes, type Welcome } from '@jobwire/realtime';
import { appError } from '@jobwire/runtime';

import { type Caller, type Gatekeeper, ownerOf } from '../auth/caller.ts';
import type { CredentialWatch } from '../auth/credential-watch.ts';
import type { Holders } from './holders.ts';
import type { SocketLimits } from './socket-limits.ts';

/** Who is at the other end of a socket, once it has said so. */
export interface Greeting {
  /**
   * Answer `hello`.
   *
   * @throws AppError UNAUTHENTICATED for a token that is not valid, TOO_MANY_SOCKETS for a user with enough of them,
   * BAD_REQUEST for a second hello
   */
  hello(frame: FrameOf<'hello'>): Promise<Welcome>;
  /**
   * Who calls; waits while a hello is being answered.
   *
   * @throws AppError HELLO_REQUIRED when there was none
   */
  caller(): Promise<Caller>;
  /** Give the user's place back, and let go of their session. */
  leave(): void;
}

/** What a greeting works with. */
export interface GreetingOptions {
  connId: string;
  gatekeeper: Gatekeeper;
  credentials: Pick<CredentialWatch, 'watch'>;
  users: Holders;
  limits: SocketLimits;
  /** The session or key of the caller is good no more. */
  ended: () => void;
}

/** Make the greeting of one socket. */
export function createGreeting(options: GreetingOptions): Greeting {
  const { connId, gatekeeper, credentials, users, limits, ended } = options;
  let known: Promise<Caller> | undefined;
  let holder: string | undefined;
  let unwatch = (): void => undefined;
  let left = false;

  const identify = async (token: string | undefined): Promise<Caller> => {
    if (token === undefined) return { kind: 'anonymous' };
    const caller = await gatekeeper.callerOfToken(token);
    if (left) return caller;
    unwatch = credentials.watch(caller, ended);
    const user = ownerOf(caller);
    if (user === null) return caller;
    if (!users.take(user)) throw appError('TOO_MANY_SOCKETS', { detail: `At most ${limits.perUser} per user` });
    holder = user;
    return caller;
  };

  return {
    async hello({ token }) {
      if (known) throw appError('BAD_REQUEST', { detail: 'The socket has said hello before' });
      known = identify(token);
      const caller = await known;
      return {
        connId,
        user: ownerOf(caller),
        heartbeatMs: limits.heartbeatMs,
        limits: {
          subscriptions: limits.subscriptions,
          frameBytes: maxFrameBytes,
          opsPerSecond: limits.opsPerSecond,
          opsBurst: limits.opsBurst,
        },
      };
    },
    async caller() {
      if (!known) throw appError('HELLO_REQUIRED');
      return known;
    },
    leave() {
      left = true;
      unwatch();
      if (holder !== undefined) users.release(holder);
      holder = undefined;
    },
  };
}
