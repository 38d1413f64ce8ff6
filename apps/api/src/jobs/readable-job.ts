import { type Database, findJob, type JobRow } from '@jobwire/db';
import { appError } from '@jobwire/runtime';
import type { Request } from 'express';

import { type Caller, type Gatekeeper, mayRead } from '../auth/caller.ts';
import { isJobId } from './job-id.ts';

/** A job that may be seen, and by whom. */
export interface SeenJob {
  job: JobRow;
  /** Anonymous when a ticket opened the job: it gives nothing else. */
  caller: Caller;
}

/**
 * Read the job that a request names, if the caller may see it: by ticket, as its owner, as an admin.
 *
 * @param named the job's id when it is not the request's parameter `id`
 * @throws AppError NOT_FOUND for a job that is unknown or somebody else's, UNAUTHENTICATED for a token that is not valid
 */
export async function readableJob(
  db: Database,
  gatekeeper: Gatekeeper,
  request: Request,
  named?: string,
): Promise<JobRow> {
  return (await seenJob(db, gatekeeper, request, named)).job;
}

/**
 * The same, with who sees it.
 *
 * @throws AppError NOT_FOUND for a job that is unknown or somebody else's, UNAUTHENTICATED for a token that is not valid
 */
export async function seenJob(
  db: Database,
  gatekeeper: Gatekeeper,
  request: Request,
  named = String(request.params['id']),
): Promise<SeenJob> {
  const id = named.toLowerCase();
  if (!isJobId(id)) throw appError('NOT_FOUND');
  const opened = (await gatekeeper.ticketOf(request))?.jobId === id;
  const caller = opened ? { kind: 'anonymous' as const } : await gatekeeper.callerOf(request);
  // Asking the record only for those who may have a job keeps strangers from counting what exists.
  if (!opened && caller.kind === 'anonymous') throw appError('NOT_FOUND');
  const job = await findJob(db, id);
  if (!job || !mayRead(caller, job.owner_id, opened)) throw appError('NOT_FOUND');
  return { job, caller };
}
