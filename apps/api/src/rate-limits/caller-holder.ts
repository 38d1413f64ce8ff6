import { AppError, appError } from '@jobwire/runtime';
import type { Request } from 'express';

import type { Caller, Gatekeeper } from '../auth/caller.ts';
import type { Count, Limit } from './count.ts';
import { createGuessers } from './guessers.ts';
import { retryAfterSeconds } from './rate-limit-headers.ts';

/** What decides by whom a request is counted. */
export interface HolderOfCallerOptions {
  gatekeeper: Pick<Gatekeeper, 'callerOf'>;
  holderOfAddress(request: Request): string;
  perAddress: Limit;
  perCaller: Limit;
}

/**
 * Make the function that says what a request counts as: users and keys count by themselves wherever they come from,
 * everybody else by their address. A token frees nobody from the count of their address until it has proven valid, and an
 * address that has used its count up with tokens that are not valid has no more of them looked up.
 *
 * @returns a function that throws AppError TOO_MANY_REQUESTS
 */
export function createHolderOfCaller(options: HolderOfCallerOptions): (request: Request) => Promise<Count> {
  const { gatekeeper, holderOfAddress, perAddress, perCaller } = options;
  const guessers = createGuessers();
  return async (request) => {
    const address = holderOfAddress(request);
    const byAddress: Count = { limit: perAddress, holder: address };
    if (request.get('authorization') === undefined) return byAddress;
    const resetMs = guessers.shutOutMs(address);
    if (resetMs > 0) {
      throw appError('TOO_MANY_REQUESTS', { retryAfterSeconds: retryAfterSeconds({ resetMs }) });
    }
    try {
      const caller = await gatekeeper.callerOf(request);
      return caller.kind === 'anonymous' ? byAddress : { limit: perCaller, holder: holderOfCaller(caller) };
    } catch (error) {
      // The route gets the same error when it asks, and answers it.
      if (!(error instanceof AppError)) return byAddress;
      return { ...byAddress, refused: (state) => guessers.shutOut(address, state.resetMs) };
    }
  };
}

/** An administrator without a user counts by their session. */
function holderOfCaller(caller: Exclude<Caller, { kind: 'anonymous' }>): string {
  return caller.kind === 'key' ? caller.keyId : (caller.userId ?? caller.sessionId);
}
