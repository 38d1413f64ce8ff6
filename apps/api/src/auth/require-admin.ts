import { appError } from '@jobwire/runtime';
import type { Request } from 'express';

import type { AdminCaller, Gatekeeper } from './caller.ts';

/**
 * The administrator who sent a request with a bearer token.
 *
 * @param role `viewer` lets both roles through
 * @throws AppError UNAUTHENTICATED for strangers, FORBIDDEN for everybody else
 */
export async function requireAdmin(
  gatekeeper: Pick<Gatekeeper, 'callerOf'>,
  request: Request,
  role: AdminCaller['role'],
): Promise<AdminCaller> {
  const caller = await gatekeeper.callerOf(request);
  if (caller.kind === 'anonymous') throw appError('UNAUTHENTICATED');
  if (caller.kind === 'admin' && (role === 'viewer' || caller.role === 'operator')) return caller;
  throw appError('FORBIDDEN', {
    detail: `Only an administrator may do this${role === 'operator' ? ': an operator' : ''}`,
  });
}
