import type { NewJob } from '@jobwire/db';
import { newJob } from '@jobwire/queue';
import type { JobDefinition, StartRequest } from '@jobwire/queue/job';
import { appError } from '@jobwire/runtime';

import { type Caller, ownerOf } from '../auth/caller.ts';
import { mayStart } from './start-access.ts';
import { optionsOf, type StartInput } from './start-body.ts';

/** The jobs that there are, by name. */
export type StartableJobs = Readonly<Record<string, JobDefinition>>;

/**
 * Make the job that a caller asks for; it belongs to them. A name that there is not, one that nobody may start, one that
 * this caller may not start and one that they may not start with this payload are refused alike: the catalog is not for
 * guessing.
 *
 * @throws AppError JOB_NOT_ALLOWED, INVALID_INPUT for a payload that the definition does not take
 */
export async function askedJob(caller: Caller, input: StartInput, catalog: StartableJobs): Promise<NewJob> {
  const definition = Object.hasOwn(catalog, input.name) ? catalog[input.name] : undefined;
  if (!definition || !mayStart(caller, definition)) throw appError('JOB_NOT_ALLOWED');
  const ownerId = ownerOf(caller);
  const job = newJob(definition, input.payload, { ...optionsOf(input), ownerId });
  const allowed = await definition.authorize?.({ payload: job.payload, ownerId, role: roleOf(caller) });
  if (allowed === false) throw appError('JOB_NOT_ALLOWED');
  return job;
}

function roleOf({ kind }: Caller): StartRequest<unknown>['role'] {
  return kind === 'admin' ? 'operator' : kind === 'key' ? 'key' : 'user';
}
