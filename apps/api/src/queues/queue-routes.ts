import { type Database, listQueueSettings, readQueueLoads } from '@jobwire/db';
import type { JobControl } from '@jobwire/queue';
import { appError } from '@jobwire/runtime';
import { Router } from 'express';
import { z } from 'zod';

import { actorOf, type Gatekeeper } from '../auth/caller.ts';
import { requireAdmin } from '../auth/require-admin.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { optionalJsonBody } from '../http/optional-json-body.ts';
import { parse } from '../http/parse.ts';
import { reasonText } from '../steer/steer-body.ts';
import { type QueueView, queueViews } from './queue-view.ts';

/** What the routes need. */
export interface QueueRoutesOptions {
  db: Database;
  gatekeeper: Pick<Gatekeeper, 'callerOf'>;
  control: Pick<JobControl, 'pause' | 'resume'>;
  /** The names of all queues: those of the catalog. */
  names: readonly string[];
}

/** The longest pause that ends by itself, in milliseconds: a month. Whoever wants more means until an operator says so. */
const longestPauseMs = 31 * 86_400_000;

/** The body of `POST /queues/:name/pause`. */
export const pauseBody = z.strictObject({
  reason: reasonText.optional(),
  forMs: z
    .int()
    .min(1_000)
    .max(longestPauseMs)
    .optional()
    .meta({ description: 'Resume by itself after so many milliseconds; left out, an operator has to' }),
});

/** The body of `POST /queues/:name/resume`: there is nothing to say. */
export const resumeBody = z.strictObject({});

/**
 * `GET /queues`, `GET /queues/:name`, and `POST /queues/:name/pause` and `/resume`: administrators look, operators act.
 * Everything is in the record: it works while the engine is away, which is told as soon as it is back.
 */
export function queueRoutes({ db, gatekeeper, control, names }: QueueRoutesOptions): Router {
  const router = Router();
  const read = async (wanted: readonly string[]): Promise<QueueView[]> => {
    const [settings, loads] = await Promise.all([listQueueSettings(db), readQueueLoads(db)]);
    return queueViews(wanted, settings, loads);
  };
  const readOne = async (name: string): Promise<QueueView> => {
    const [queue] = await read(names.filter((known) => known === name));
    if (!queue) throw appError('NOT_FOUND');
    return queue;
  };

  router.get('/queues', async (request, response) => {
    await requireAdmin(gatekeeper, request, 'viewer');
    response.set('Cache-Control', 'no-store').json({ queues: await read(names) });
  });
  router.get('/queues/:name', async (request, response) => {
    await requireAdmin(gatekeeper, request, 'viewer');
    response.set('Cache-Control', 'no-store').json(await readOne(request.params.name));
  });
  router.post('/queues/:name/pause', optionalJsonBody(), async (request, response) => {
    const actor = actorOf(await requireAdmin(gatekeeper, request, 'operator'));
    const { reason, forMs } = parse(pauseBody, request.body, { reason: 'REASON_INVALID', forMs: 'TIME_INVALID' });
    const name = String(request.params['name']);
    await control.pause([name], actor, {
      ...(reason === undefined ? {} : { reason }),
      ...(forMs === undefined ? {} : { forMs }),
    });
    response.set('Cache-Control', 'no-store').json(await readOne(name));
  });
  router.post('/queues/:name/resume', optionalJsonBody(), async (request, response) => {
    const actor = actorOf(await requireAdmin(gatekeeper, request, 'operator'));
    parse(resumeBody, request.body);
    const name = String(request.params['name']);
    await control.resume([name], actor);
    response.set('Cache-Control', 'no-store').json(await readOne(name));
  });
  router.all(['/queues', '/queues/:name'], onlyMethods('GET, HEAD'));
  router.all(['/queues/:name/pause', '/queues/:name/resume'], onlyMethods('POST'));
  return router;
}
