import type { Database } from '@jobwire/db';
import type { JobControl } from '@jobwire/queue';
import { Router } from 'express';
import { z } from 'zod';

import { actorOf, type Gatekeeper } from '../auth/caller.ts';
import { jsonBody } from '../http/app.ts';
import { expectedVersion } from '../http/entity-tag.ts';
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
    const changed = await control.change(
      job.id,
      actorOf(caller),
      change,
      expectedVersion(request.get('if-match'), job.seq),
    );
    response.set({ ETag: `"${changed.seq}"`, 'Cache-Control': 'private, no-store' }).json(jobView(changed));
  });
  return router;
}
