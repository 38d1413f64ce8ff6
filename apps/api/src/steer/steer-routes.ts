import { type Database, findJob } from '@jobwire/db';
import type { JobControl } from '@jobwire/queue';
import { AppError, appError } from '@jobwire/runtime';
import { type Response, Router } from 'express';

import { actorOf, type Gatekeeper } from '../auth/caller.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { optionalJsonBody } from '../http/optional-json-body.ts';
import { parse } from '../http/parse.ts';
import { jobView } from '../jobs/job-view.ts';
import { cancelBody, retryBody } from './steer-body.ts';
import { steerableJob } from './steerable-job.ts';

/** What the routes need. */
export interface SteerRoutesOptions {
  db: Database;
  gatekeeper: Pick<Gatekeeper, 'callerOf'>;
  control: Pick<JobControl, 'cancel' | 'retry'>;
}

/** `POST /jobs/:id/cancel` and `/retry`: for the job's owner, user or key, and for operators. */
export function steerRoutes({ db, gatekeeper, control }: SteerRoutesOptions): Router {
  const router = Router();

  const answer = async (response: Response, id: string): Promise<void> => {
    const job = await findJob(db, id);
    if (!job) throw appError('NOT_FOUND');
    response
      .status(202)
      .set('Cache-Control', 'private, no-store')
      .json({ job: jobView(job) });
  };

  router.post('/jobs/:id/cancel', optionalJsonBody(), async (request, response) => {
    const { caller, job } = await steerableJob(db, gatekeeper, request);
    const { reason } = parse(cancelBody, request.body, { reason: 'REASON_INVALID' });
    try {
      await control.cancel(job.id, actorOf(caller), reason === undefined ? {} : { reason });
    } catch (error) {
      if (!(await isCancelled(db, job.id, error))) throw error;
    }
    await answer(response, job.id);
  });

  router.post('/jobs/:id/retry', optionalJsonBody(), async (request, response) => {
    const { caller, job } = await steerableJob(db, gatekeeper, request);
    const { resetAttempts } = parse(retryBody, request.body);
    await control.retry(job.id, actorOf(caller), { resetAttempts });
    await answer(response, job.id);
  });

  router.all(['/jobs/:id/cancel', '/jobs/:id/retry'], onlyMethods('POST'));
  return router;
}

/** Whoever asks again gets the answer of the first time: what they wanted has happened. */
async function isCancelled(db: Database, id: string, error: unknown): Promise<boolean> {
  return error instanceof AppError && error.code === 'JOB_FINISHED' && (await findJob(db, id))?.state === 'cancelled';
}
