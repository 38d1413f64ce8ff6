import { bulkReasons, type BulkActionRow, findBulkAction, listBulkActions } from '@jobwire/db';
import type { JobControl } from '@jobwire/queue';
import { AppError, appError, type KeyRing } from '@jobwire/runtime';
import { type Request, type Response, Router } from 'express';
import { z } from 'zod';

import { type AdminCaller, actorOf, type Gatekeeper } from '../auth/caller.ts';
import { requireAdmin } from '../auth/require-admin.ts';
import { readRedrive } from '../dead-letters/redrive-body.ts';
import { jsonBody } from '../http/app.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { optionalJsonBody } from '../http/optional-json-body.ts';
import { parse } from '../http/parse.ts';
import { idempotencyKey, readIdempotencyKey } from '../idempotency/idempotency-key.ts';
import { sendAnswer } from '../idempotency/send-answer.ts';
import { isJobId } from '../jobs/job-id.ts';
import { withinSearchTime } from '../jobs/search-time.ts';
import { createListCursors } from '../lists/list-cursor.ts';
import { pageCodes, pageOf, pageQuery } from '../lists/list-page.ts';
import { type BulkInput, readBulk } from './bulk-body.ts';
import { bulkView } from './bulk-view.ts';
import { startBulk, type StartBulkOptions, tryBulk } from './start-bulk.ts';

/** What the routes need. */
export interface BulkRoutesOptions extends StartBulkOptions {
  gatekeeper: Pick<Gatekeeper, 'callerOf'>;
  control: Pick<JobControl, 'cancel'>;
  keys: KeyRing;
}

/** The query of `GET /bulk-actions`. */
export const bulkPageQuery = z.strictObject(pageQuery);

/** What tells this list's cursors from those of others. */
const list = { list: 'bulk-actions' };

/** The body of `POST /bulk-actions/:id/abort`: there is nothing to say. */
export const abortBody = z.strictObject({});

/**
 * `POST /bulk-actions` and `/dead-letters/redrive`, `GET /bulk-actions`, `GET /bulk-actions/:id` and
 * `POST /bulk-actions/:id/abort`: operators act on many jobs, viewers look.
 */
export function bulkRoutes(options: BulkRoutesOptions): Router {
  const { db, gatekeeper, control, keys } = options;
  const router = Router();
  const cursors = createListCursors(keys);

  const start = async (request: Request, response: Response, caller: AdminCaller, input: BulkInput): Promise<void> => {
    response.set('Cache-Control', 'no-store');
    if (input.dryRun) return void response.json(await withinSearchTime(tryBulk(db, input)));
    const given = readIdempotencyKey(request);
    // Both routes make the same thing, and a key is good for one of them.
    const keyed = { caller, route: 'POST /bulk-actions', asked: input };
    const key = given === undefined ? undefined : idempotencyKey(given, keyed);
    const answer = await withinSearchTime(startBulk(options, caller, input, key));
    response.set('Location', answer.body.links.self);
    sendAnswer(response, answer);
  };
  const read = async (request: Request): Promise<BulkActionRow> => {
    const id = String(request.params['id']).toLowerCase();
    const row = isJobId(id) ? await findBulkAction(db, id) : undefined;
    if (!row) throw appError('NOT_FOUND');
    return row;
  };

  router.post('/bulk-actions', jsonBody(), async (request, response) => {
    const caller = await requireAdmin(gatekeeper, request, 'operator');
    await start(request, response, caller, readBulk(request.body));
  });
  router.post('/dead-letters/redrive', jsonBody(), async (request, response) => {
    const caller = await requireAdmin(gatekeeper, request, 'operator');
    await start(request, response, caller, readRedrive(request.body));
  });
  router.get('/bulk-actions', async (request, response) => {
    await requireAdmin(gatekeeper, request, 'viewer');
    const { after, limit } = parse(bulkPageQuery, request.query, pageCodes);
    const behind = after === undefined ? null : cursors.read(list, after);
    const { rows, page } = pageOf(await listBulkActions(db, behind, limit + 1), { cursors, filter: list, limit });
    response.set('Cache-Control', 'no-store').json({ bulkActions: rows.map((row) => bulkView(row)), page });
  });
  router.get('/bulk-actions/:id', async (request, response) => {
    await requireAdmin(gatekeeper, request, 'viewer');
    const row = await read(request);
    response.set('Cache-Control', 'no-store').json(bulkView(row, await bulkReasons(db, row.id)));
  });
  router.post('/bulk-actions/:id/abort', optionalJsonBody(), async (request, response) => {
    const caller = await requireAdmin(gatekeeper, request, 'operator');
    parse(abortBody, request.body);
    const { id, job_id: jobId } = await read(request);
    try {
      await control.cancel(jobId, actorOf(caller), { bulkActionId: id });
    } catch (error) {
      const state = (await findBulkAction(db, id))?.state;
      if (!(error instanceof AppError && error.code === 'JOB_FINISHED' && state === 'cancelled')) throw error;
    }
    response
      .status(202)
      .set('Cache-Control', 'no-store')
      .json(bulkView(await read(request)));
  });
  router.all('/bulk-actions', onlyMethods('GET, HEAD, POST'));
  router.all('/bulk-actions/:id', onlyMethods('GET, HEAD'));
  router.all(['/bulk-actions/:id/abort', '/dead-letters/redrive'], onlyMethods('POST'));
  return router;
}
