import { type Database, listDeadLetters } from '@jobwire/db';
import type { KeyRing } from '@jobwire/runtime';
import { Router } from 'express';
import { z } from 'zod';

import type { Gatekeeper } from '../auth/caller.ts';
import { requireAdmin } from '../auth/require-admin.ts';
import { bulkBody } from '../bulk-actions/bulk-body.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { parse } from '../http/parse.ts';
import { jobView, jobViewSchema } from '../jobs/job-view.ts';
import { withinSearchTime } from '../jobs/search-time.ts';
import { createListCursors } from '../lists/list-cursor.ts';
import { pageCodes, pageOf, pageQuery, pageSchema } from '../lists/list-page.ts';

/** What the route needs. */
export interface DeadLetterRoutesOptions {
  db: Database;
  keys: KeyRing;
  gatekeeper: Pick<Gatekeeper, 'callerOf'>;
}

const { name, code, finishedAfter, finishedBefore } = bulkBody.shape.filter.shape;

/** The query of `GET /dead-letters`. */
export const deadLetterQuery = z.strictObject({
  name,
  code,
  finishedAfter,
  finishedBefore,
  ...pageQuery,
});

/** A page of jobs that failed for good. */
export const deadLetterPageSchema = z.object({
  deadLetters: z.array(jobViewSchema),
  page: pageSchema,
});

/** `GET /dead-letters`: the jobs that failed for good, with error and attempts, for administrators. */
export function deadLetterRoutes({ db, keys, gatekeeper }: DeadLetterRoutesOptions): Router {
  const router = Router();
  const cursors = createListCursors(keys);
  router.get('/dead-letters', async (request, response) => {
    await requireAdmin(gatekeeper, request, 'viewer');
    const { after, limit, ...given } = parse(deadLetterQuery, request.query, pageCodes);
    const scope = { list: 'dead-letters', ...given };
    const filter = {
      name: given.name,
      code: given.code,
      finishedAfter: dateOf(given.finishedAfter),
      finishedBefore: dateOf(given.finishedBefore),
    };
    const from = after === undefined ? undefined : cursors.read(scope, after);
    const found = await withinSearchTime(listDeadLetters(db, filter, { after: from, limit: limit + 1 }));
    const { rows, page } = pageOf(found, { cursors, filter: scope, limit });
    response.set('Cache-Control', 'no-store').json({ deadLetters: rows.map((row) => jobView(row)), page });
  });
  router.all('/dead-letters', onlyMethods('GET, HEAD'));
  return router;
}

function dateOf(given: string | undefined): Date | undefined {
  return given === undefined ? undefined : new Date(given);
}
