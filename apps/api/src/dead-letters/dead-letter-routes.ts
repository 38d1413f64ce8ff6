import { type Database, listDeadLetters } from '@jobwire/db';
import type { KeyRing } from '@jobwire/runtime';
import { Router } from 'express';
import { z } from 'zod';

import type { Gatekeeper } from '../auth/caller.ts';
import { requireAdmin } from '../auth/require-admin.ts';
import { bulkBody } from '../bulk-actions/bulk-body.ts';
import { bulkPageQuery } from '../bulk-actions/bulk-routes.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { parse } from '../http/parse.ts';
import { jobView, jobViewSchema } from '../jobs/job-view.ts';
import { createListCursors } from '../jobs/list-cursor.ts';

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
  after: z.string().optional().meta({ description: 'The `next` of the page before' }),
  limit: bulkPageQuery.shape.limit,
});

/** A page of jobs that failed for good. */
export const deadLetterPageSchema = z.object({
  deadLetters: z.array(jobViewSchema),
  next: z.string().nullable().meta({ description: 'Send it as `after`, with the same filters, for the next page' }),
});

/** `GET /dead-letters`: the jobs that failed for good, with error and attempts, for administrators. */
export function deadLetterRoutes({ db, keys, gatekeeper }: DeadLetterRoutesOptions): Router {
  const router = Router();
  const cursors = createListCursors(keys);
  router.get('/dead-letters', async (request, response) => {
    await requireAdmin(gatekeeper, request, 'viewer');
    const { after, limit, ...given } = parse(deadLetterQuery, request.query, { limit: 'LIMIT_INVALID' });
    const scope = { list: 'dead-letters', ...given };
    const filter = {
      name: given.name,
      code: given.code,
      finishedAfter: dateOf(given.finishedAfter),
      finishedBefore: dateOf(given.finishedBefore),
    };
    const from = after === undefined ? undefined : cursors.read(scope, after);
    // One row more than asked for tells whether a page follows.
    const rows = await listDeadLetters(db, filter, { after: from, limit: limit + 1 });
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    response.set('Cache-Control', 'no-store').json({
      deadLetters: page.map((row) => jobView(row)),
      next: last ? cursors.write(scope, last.id) : null,
    });
  });
  router.all('/dead-letters', onlyMethods('GET, HEAD'));
  return router;
}

function dateOf(given: string | undefined): Date | undefined {
  return given === undefined ? undefined : new Date(given);
}
