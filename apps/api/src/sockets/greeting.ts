import { type FrameOf, type Refreshed, type Welcome } from '@jobwire/realtime';
import { appError, type Clock } from '@jobwire/runtime';

import { type Caller, type Gatekeeper, isSameCaller, ownerOf, tokenEndOf } from '../auth/caller.ts';
import type { CredentialWatch } from '../auth/credential-watch.ts';
import type { Visitor } from '../channels/channel-kind.ts';
import type { Holders } from './holders.ts';
import { announcedLimits, type SocketLimits } from './socket-limits.ts';

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
   * Go on with a newer token of the same caller.
   *
   * @throws AppError UNAUTHENTICATED for a token that is not valid, FORBIDDEN for somebody else's
   */
  refresh(frame: FrameOf<'refresh'>): Promise<Refreshed>;
  /**
   * Who calls; waits while a hello is being answered.
   *
   * @throws AppError HELLO_REQUIRED when there was none
   */
  visitor(): Promise<Visitor>;
  /** Milliseconds until the caller's token ends, below zero when it has; undefined for who has none. */
  tokenLeftMs(): number | undefined;
  /** Give the user's place back, and let go of their session. */
  leave(): void;
}

/** What a greeting works with. */
export interface GreetingOptions {
  connId: string;
  gatekeeper: Pick<Gatekeeper, 'callerOfToken'>;
  credentials: Pick<CredentialWatch, 'watch'>;
  users: Holders;
  limits: SocketLimits;
  clock: Clock;
  /** The caller is this user, or key. */
  greeted: (user: string) => void;
  /** The session or key of the caller is good no more. */
  ended: () => void;
}

/** Make the greeting of one socket. */
export function createGreeting(options: GreetingOptions): Greeting {
  const { connId, gatekeeper, credentials, users, limits, clock, greeted, ended } = options;
  let known: Promise<Visitor> | undefined;
  let endsAt: number | undefined;
  let holder: string | undefined;
  let unwatch = (): void => undefined;
  let left = false;

  /** From now on the socket lives as long as this token's session or key. */
  const hold = (caller: Caller): void => {
    unwatch();
    unwatch = credentials.watch(caller, ended);
    endsAt = tokenEndOf(caller);
  };
  const identify = async (token: string | undefined): Promise<Caller> => {
    if (token === undefined) return { kind: 'anonymous' };
    const caller = await gatekeeper.callerOfToken(token);
    if (left) return caller;
    hold(caller);
    const user = ownerOf(caller);
    if (user === null) return caller;
    if (!users.take(user)) throw appError('TOO_MANY_SOCKETS', { detail: `At most ${limits.perUser} per user` });
    holder = user;
    greeted(user);
    return caller;
  };
  const visitor = async (): Promise<Visitor> => {
    if (!known) throw appError('HELLO_REQUIRED');
    return known;
  };

  return {
    async hello({ token, name }) {
      if (known) throw appError('BAD_REQUEST', { detail: 'The socket has said hello before' });
      known = identify(token).then((caller) => ({ caller, connId, name }));
      const { caller } = await known;
      return {
        connId,
        user: ownerOf(caller),
        heartbeatMs: limits.heartbeatMs,
        expiresAt: dateOf(endsAt),
        limits: announcedLimits(limits),
      };
    },
    async refresh({ token }) {
      const present = await visitor();
      const caller = await gatekeeper.callerOfToken(token);
      if (!isSameCaller(present.caller, caller))
        throw appError('FORBIDDEN', { detail: 'The token is somebody else’s' });
      if (!left) {
        hold(caller);
        known = Promise.resolve({ ...present, caller });
      }
      return { expiresAt: dateOf(tokenEndOf(caller)) };
    },
    visitor,
    tokenLeftMs: () => (endsAt === undefined ? undefined : endsAt - clock.now()),
    leave() {
      left = true;
      unwatch();
      if (holder !== undefined) users.release(holder);
      holder = undefined;
    },
  };
}

function dateOf(time: number | undefined): string | null {
  return time === undefined ? null : new Date(time).toISOString();
}
