import type { Database } from '@jobwire/db';
import type { JobControl } from '@jobwire/queue';
import { appError } from '@jobwire/runtime';
import { type Request, Router } from 'express';
import { z } from 'zod';

import { actorOf, type Gatekeeper } from '../auth/caller.ts';
import { jsonBody } from '../http/app.ts';
import { parse } from '../http/parse.ts';
import { jobView } from '../jobs/job-view.ts';
import { steerableJob } from '../steer/steerable-job.ts';
import { changeable } from './start-body.ts';

/** The body of `PATCH /jobs/:id`. */
export const changeBody = z
  .strictObject(changeable)
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'must change something');

/** What the route needs. */
export interface ChangeJobOptions {
  db: Database;
  gatekeeper: Pick<Gatekeeper, 'callerOf'>;
  control: Pick<JobControl, 'change'>;
}

/** `PATCH /jobs/:id`: give a job another time, priority or tags before it begins. For its owner and for operators. */
export function changeJob({ db, gatekeeper, control }: ChangeJobOptions): Router {
  const router = Router();
  router.patch('/jobs/:id', jsonBody(), async (request, response) => {
    const { caller, job } = await steerableJob(db, gatekeeper, request);
    const { runAt, priority, tags } = parse(changeBody, request.body);
    const change = {
      ...(runAt === undefined ? {} : { runAt: new Date(runAt) }),
      ...(priority === undefined ? {} : { priority }),
      ...(tags === undefined ? {} : { tags: [...new Set(tags)] }),
    };
    const changed = await control.change(job.id, actorOf(caller), change, expectedSeq(request, job.seq));
    response.set('ETag', `"${changed.seq}"`).json(jobView(changed));
  });
  return router;
}

/**
 * The number of the event that `If-Match` names. Only strong tags count (RFC 9110 §13.1.1).
 *
 * @param seq of the job that was just read: of several tags in the header the right one is meant
 * @throws AppError PRECONDITION_FAILED
 */
function expectedSeq(request: Request, seq: number): number | undefined {
  const header = request.get('if-match');
  if (header === undefined || header.trim() === '*') return undefined;
  if (header.split(',').some((tag) => tag.trim() === `"${seq}"`)) return seq;
  throw appError('PRECONDITION_FAILED');
}
