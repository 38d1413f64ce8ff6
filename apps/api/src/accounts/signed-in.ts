import { appError } from '@jobwire/runtime';
import type { Request } from 'express';

import type { Gatekeeper } from '../auth/caller.ts';
import { userRoleOf, type UserRole } from './user-view.ts';

/** Somebody with an account, who came with an access token. */
export interface SignedIn {
  userId: string;
  sessionId: string;
  role: UserRole;
}

/**
 * The person who sent a request.
 *
 * @throws AppError UNAUTHENTICATED for strangers, FORBIDDEN for keys and for the session of the one-time admin link, which
 * belongs to nobody
 */
export async function signedIn(gatekeeper: Pick<Gatekeeper, 'callerOf'>, request: Request): Promise<SignedIn> {
  const caller = await gatekeeper.callerOf(request);
  if (caller.kind === 'anonymous') throw appError('UNAUTHENTICATED');
  if (caller.kind === 'key' || caller.userId === null) {
    throw appError('FORBIDDEN', { detail: 'This is for people with an account' });
  }
  return { userId: caller.userId, sessionId: caller.sessionId, role: userRoleOf(caller) };
}
