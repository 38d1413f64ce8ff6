import { type Database, finalStates, findFile, type JobRow } from '@jobwire/db';
import { appError, type KeyRing } from '@jobwire/runtime';
import { Router } from 'express';
import { z } from 'zod';

import type { Gatekeeper } from '../auth/caller.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { seeOther } from '../http/see-other.ts';
import { createSignedUrls } from '../uploads/signed-urls.ts';
import { jobView } from './job-view.ts';
import { readableJob } from './readable-job.ts';
import { retryAfterSeconds } from './retry-after.ts';

/** What the route needs. */
export interface JobResultOptions {
  db: Database;
  gatekeeper: Gatekeeper;
  keys: KeyRing;
}

/** A result that is a file, as the port `files` describes one. */
const fileResult = z.object({ url: z.string().regex(/^\/files\/[0-9a-f-]{36}$/) });

/**
 * `GET /jobs/:id/result`: what the job handed back, as it is (`null` for nothing), or the way to its file.
 */
export function jobResultRoute({ db, gatekeeper, keys }: JobResultOptions): Router {
  const urls = createSignedUrls(keys);
  const router = Router();
  router.get('/jobs/:id/result', async (request, response) => {
    const job = await readableJob(db, gatekeeper, request);
    if (!finalStates.includes(job.state)) {
      throw appError('JOB_NOT_FINISHED', { retryAfterSeconds: retryAfterSeconds(jobView(job), Date.now()) });
    }
    if (job.state !== 'succeeded') throw appError('JOB_FAILED', { failure: { state: job.state, ...job.error } });
    response.set('Cache-Control', 'private, no-store');
    const address = await addressOfFile(db, job, urls.sign);
    if (address === undefined) response.json(job.result ?? null);
    else seeOther(response, address);
  });
  router.all('/jobs/:id/result', onlyMethods('GET, HEAD'));
  return router;
}

/** A result may say `url: /files/<id>` of its own accord: it leads to a file only when that is the job's. */
async function addressOfFile(
  db: Database,
  job: JobRow,
  signed: (path: string, version: string) => string,
): Promise<string | undefined> {
  const result = fileResult.safeParse(job.result);
  const id = z.uuid().safeParse(result.data?.url.slice('/files/'.length));
  const file = id.success ? await findFile(db, id.data) : undefined;
  return file?.job_id === job.id ? signed(`/files/${file.id}`, file.sha256.slice(0, 16)) : undefined;
}
