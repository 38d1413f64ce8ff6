import { type FrameOf, maxFrameBytes, type Welcome } from '@jobwire/realtime';
import { appError } from '@jobwire/runtime';

import { type Caller, type Gatekeeper, ownerOf } from '../auth/caller.ts';
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
  /** Give the user's place back. */
  leave(): void;
}

/** What a greeting works with. */
export interface GreetingOptions {
  connId: string;
  gatekeeper: Gatekeeper;
  users: Holders;
  limits: SocketLimits;
}

/** Make the greeting of one socket. */
export function createGreeting({ connId, gatekeeper, users, limits }: GreetingOptions): Greeting {
  let known: Promise<Caller> | undefined;
  let holder: string | undefined;
  let left = false;

  const identify = async (token: string | undefined): Promise<Caller> => {
    if (token === undefined) return { kind: 'anonymous' };
    const caller = await gatekeeper.callerOfToken(token);
    const user = ownerOf(caller);
    if (user === null || left) return caller;
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
      if (holder !== undefined) users.release(holder);
      holder = undefined;
    },
  };
}
