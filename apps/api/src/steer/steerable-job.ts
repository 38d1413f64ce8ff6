import { type Database, findJob, type JobRow } from '@jobwire/db';
import { appError } from '@jobwire/runtime';
import type { Request } from 'express';

import { type Caller, type Gatekeeper, mayRead } from '../auth/caller.ts';
import { isJobId } from '../jobs/job-id.ts';

/** Whoever may act on jobs at all. */
export type Steerer = Exclude<Caller, { kind: 'anonymous' }>;

/**
 * Read the job that a request is about, if the caller may act on it: the user or key that it belongs to, or an operator.
 * Tickets only read.
 *
 * @throws AppError UNAUTHENTICATED for strangers and tickets, FORBIDDEN for viewers, NOT_FOUND for a job that is unknown or
 * somebody else's
 */
export async function steerableJob(
  db: Database,
  gatekeeper: Pick<Gatekeeper, 'callerOf'>,
  request: Request,
): Promise<{ caller: Steerer; job: JobRow }> {
  const caller = await gatekeeper.callerOf(request);
  if (caller.kind === 'anonymous') throw appError('UNAUTHENTICATED');
  if (caller.kind === 'admin' && caller.role !== 'operator') {
    throw appError('FORBIDDEN', { detail: 'A viewer changes nothing' });
  }
  const id = String(request.params['id']).toLowerCase();
  const job = isJobId(id) ? await findJob(db, id) : undefined;
  if (!job || !mayRead(caller, job.owner_id, false)) throw appError('NOT_FOUND');
  return { caller, job };
}
