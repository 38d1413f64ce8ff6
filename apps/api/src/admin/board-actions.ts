import { type Actor, readBoardJobs, type Tx } from '@jobwire/db';
import { deliveryOf, type JobControl } from '@jobwire/queue';
import { appError } from '@jobwire/runtime';
import { type Request, type RequestHandler, Router } from 'express';

import { type AdminCaller, actorOf } from '../auth/caller.ts';

/** What the buttons need. */
export interface BoardActionsOptions {
  db: Tx;
  control: JobControl;
  /** The names of all queues. */
  names: readonly string[];
  /** Who sent a request that has passed the guard. */
  adminOf(request: Request): AdminCaller;
}

/**
 * What the board's buttons do, in the place of what the library would do to the engine behind the record's back: Retry,
 * Remove (which cancels), Pause and Resume, at the library's own methods and paths and with its answers. Every other
 * request that is not a reading one ends here, whatever its path: what is not in this list does not exist.
 *
 * Mount it where the board is, before it and behind the guard, which lets nobody but operators change anything.
 */
export function boardActions({ db, control, names, adminOf }: BoardActionsOptions): Router {
  const router = Router();
  const act =
    (status: 200 | 204, work: (actor: Actor, request: Request) => Promise<void>): RequestHandler =>
    async (request, response) => {
      await work(actorOf(adminOf(request)), request);
      response.status(status).json({});
    };
  const onQueue = (work: (queues: readonly string[], actor: Actor) => Promise<void>): RequestHandler =>
    act(200, (actor, request) => work([textOf(request, 'queue')], actor));
  const onJob = (work: (jobId: string, actor: Actor) => Promise<void>): RequestHandler =>
    act(204, async (actor, request) => {
      await work(await newestDelivery(db, textOf(request, 'queue'), textOf(request, 'delivery')), actor);
    });

  router.use((request, _response, next) => {
    if (isReading(request)) return next('router');
    next();
  });
  router.put(
    '/api/queues/pause',
    act(200, (actor) => control.pause(names, actor)),
  );
  router.put(
    '/api/queues/resume',
    act(200, (actor) => control.resume(names, actor)),
  );
  router.put('/api/queues/:queue/pause', onQueue(control.pause));
  router.put('/api/queues/:queue/resume', onQueue(control.resume));
  router.put('/api/queues/:queue/:delivery/retry', onJob(control.retry));
  router.put('/api/queues/:queue/:delivery/clean', onJob(control.cancel));
  router.use(() => {
    throw appError('FORBIDDEN', { detail: 'The board cannot do this: the record would not know of it' });
  });
  return router;
}

function isReading({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}

function textOf(request: Request, name: string): string {
  return String(request.params[name]);
}

/**
 * The job of a delivery that still counts.
 *
 * @throws AppError NOT_FOUND, or DELIVERY_OUTDATED when the job was delivered again since
 */
async function newestDelivery(db: Tx, queue: string, engineId: string): Promise<string> {
  const delivery = deliveryOf(engineId);
  const job = delivery && (await readBoardJobs(db, [delivery.id])).get(delivery.id);
  if (!job || job.name !== queue) throw appError('NOT_FOUND');
  if (job.dispatch !== delivery.dispatch)
    throw appError('DELIVERY_OUTDATED', { detail: 'Look for its newest delivery' });
  return job.id;
}
