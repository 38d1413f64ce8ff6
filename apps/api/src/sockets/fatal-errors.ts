import { closeCodes, type Operation } from '@jobwire/realtime';
import type { Clock, ErrorCode } from '@jobwire/runtime';

import { createStrikes } from './token-bucket.ts';

/** How a socket is closed. */
export interface Closing {
  code: number;
  reason: string;
}

/**
 * Subscriptions to what is not there or not theirs, within a minute, before a socket is closed: enough for one that
 * comes back to jobs which were deleted meanwhile, too few to search.
 */
const refusalLimit = { strikes: 10, windowMs: 60_000 };

/** Without a hello that was answered a socket is of no use. */
const afterHello: Partial<Record<ErrorCode, Closing>> = {
  UNAUTHENTICATED: { code: closeCodes.unauthenticated, reason: 'token not valid' },
  TOO_MANY_SOCKETS: { code: closeCodes.tooManySockets, reason: 'too many sockets' },
  UNAVAILABLE: { code: closeCodes.overloaded, reason: 'try again' },
  INTERNAL: { code: closeCodes.overloaded, reason: 'try again' },
};

/**
 * Make the judge of one socket's errors.
 *
 * @returns tells how to close the socket after this operation ended with this error; undefined when it stays open
 */
export function createFatalErrors(clock: Clock): (op: Operation, code: ErrorCode) => Closing | undefined {
  const isTooCurious = createStrikes(refusalLimit.strikes, refusalLimit.windowMs, clock);
  return (op, code) => {
    if (op === 'hello') return afterHello[code];
    if (op !== 'sub' || code !== 'UNKNOWN_CHANNEL' || !isTooCurious()) return undefined;
    return { code: closeCodes.forbidden, reason: 'too many channels that are not there, or not yours' };
  };
}
