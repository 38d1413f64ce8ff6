import { emailNotification } from '@jobwire/jobs';
import { appError } from '@jobwire/runtime';
import type { Request } from 'express';

import type { Caller, Gatekeeper } from '../auth/caller.ts';
import { keyNames } from '../start/start-access.ts';

/**
 * Who sends a notification: an operator, or a program whose key names the job `email.notification`, which every
 * notification may start.
 *
 * @throws AppError UNAUTHENTICATED for strangers, FORBIDDEN for people, JOB_NOT_ALLOWED for keys that are for other jobs
 */
export async function notifierOf(
  gatekeeper: Pick<Gatekeeper, 'callerOf'>,
  request: Request,
): Promise<Exclude<Caller, { kind: 'anonymous' | 'user' }>> {
  const caller = await gatekeeper.callerOf(request);
  if (caller.kind === 'anonymous') throw appError('UNAUTHENTICATED');
  if (caller.kind === 'admin' && caller.role === 'operator') return caller;
  if (caller.kind !== 'key') throw appError('FORBIDDEN', { detail: 'Only operators and programs may do this' });
  if (keyNames(caller, emailNotification.name)) return caller;
  throw appError('JOB_NOT_ALLOWED', { detail: `The key does not name ${emailNotification.name}` });
}
