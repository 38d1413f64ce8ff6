import { countJobs, type Database, listJobs } from '@jobwire/db';
import { appError, type Clock, type KeyRing } from '@jobwire/runtime';
import { type Request, Router } from 'express';
import type { z } from 'zod';

import { type Gatekeeper, ownerOf } from '../auth/caller.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { createListCursors } from '../lists/list-cursor.ts';
import { pageOf } from '../lists/list-page.ts';
import type { jobListSchema, jobStatsSchema } from './finding-views.ts';
import { jobView } from './job-view.ts';
import { readListQuery } from './list-query.ts';
import { withinSearchTime } from './search-time.ts';

/** What the routes need. */
export interface ListJobsOptions {
  db: Database;
  gatekeeper: Pick<Gatekeeper, 'callerOf'>;
  keys: KeyRing;
  clock: Clock;
}

/** `GET /jobs` and `GET /jobs/stats`: everybody's jobs for administrators, their own for others. */
export function listJobsRoutes({ db, gatekeeper, keys, clock }: ListJobsOptions): Router {
  const router = Router();
  const cursors = createListCursors(keys);

  router.get('/jobs', async (request, response) => {
    const { filter, limit, after } = readListQuery(request.query, await restrictedTo(gatekeeper, request));
    const behind = after === undefined ? undefined : cursors.read(filter, after);
    const found = await withinSearchTime(listJobs(db, filter, { after: behind, limit: limit + 1 }));
    const { rows, page } = pageOf(found, { cursors, filter, limit });
    if (page.next !== null) response.set('Link', `<${nextAddress(request, page.next)}>; rel="next"`);
    const body: z.output<typeof jobListSchema> = { jobs: rows.map(jobView), page };
    response.set('Cache-Control', 'private, no-store').json(body);
  });

  router.get('/jobs/stats', async (request, response) => {
    const ownerId = await restrictedTo(gatekeeper, request);
    const { open, finished, since, complete } = await withinSearchTime(countJobs(db, new Date(clock.now()), ownerId));
    const body: z.output<typeof jobStatsSchema> = { open, finished, since: since.toISOString(), complete };
    response.set('Cache-Control', 'private, no-store').json(body);
  });
  router.all('/jobs/stats', onlyMethods('GET, HEAD'));
  return router;
}

/**
 * Whose jobs the caller may see; undefined for administrators, who see everybody's.
 *
 * @throws AppError UNAUTHENTICATED for strangers, also with a ticket: it opens one job, no list
 */
async function restrictedTo(gatekeeper: Pick<Gatekeeper, 'callerOf'>, request: Request): Promise<string | undefined> {
  const caller = await gatekeeper.callerOf(request);
  if (caller.kind === 'admin') return undefined;
  const owner = ownerOf(caller);
  if (owner === null) throw appError('UNAUTHENTICATED');
  return owner;
}

/** The same list from the cursor on (RFC 8288 §3), under the path that was asked. */
function nextAddress(request: Request, next: string): string {
  const query = new URLSearchParams(request.originalUrl.split('?')[1] ?? '');
  query.set('after', next);
  return `${request.baseUrl}${request.path}?${query}`;
}
