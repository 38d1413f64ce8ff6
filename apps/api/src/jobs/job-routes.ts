import { type Database, finalStates, findJob } from '@jobwire/db';
import { type Hub, jobChannel } from '@jobwire/realtime';
import { appError } from '@jobwire/runtime';
import { type RequestHandler, type Response, Router } from 'express';

import type { Gatekeeper } from '../auth/caller.ts';
import { matchesTag } from '../http/entity-tag.ts';
import { onlyMethods } from '../http/only-methods.ts';
import type { EventStreams } from '../sse/event-streams.ts';
import { wantsStream } from '../sse/wants-stream.ts';
import { eventPage } from './event-page.ts';
import { eventPosition } from './event-position.ts';
import { shownPayload } from './job-payload.ts';
import { jobView } from './job-view.ts';
import type { JobWaits } from './job-waits.ts';
import { readableJob, seenJob } from './readable-job.ts';
import { retryAfterSeconds } from './retry-after.ts';

/** What the job routes work with. */
export interface JobRoutesOptions {
  db: Database;
  gatekeeper: Gatekeeper;
  hub: Hub;
  streams: EventStreams;
  waits: JobWaits;
}

/** `GET /jobs/:id` and `GET /jobs/:id/events`. */
export function jobRoutes({ db, gatekeeper, hub, streams, waits }: JobRoutesOptions): Router {
  const router = Router();

  router
    .route('/jobs/:id')
    .get(async (request, response) => {
      const { job: seen, caller } = await seenJob(db, gatekeeper, request);
      const job = (await waits.hold(seen, request, response)) ? await findJob(db, seen.id) : seen;
      if (!job) throw appError('NOT_FOUND');
      const tag = `"${job.seq}"`;
      response.set({ ETag: tag, 'Cache-Control': 'private, no-cache' });
      // Not everybody who may read the job sees its payload.
      response.vary('Authorization, Prefer');
      const view = jobView(job);
      if (!finalStates.includes(job.state)) response.set('Retry-After', String(retryAfterSeconds(view, Date.now())));
      if (matchesTag(request.get('if-none-match'), tag)) return void response.status(304).end();
      response.json({ ...view, ...(await shownPayload(db, job, caller)) });
    })
    .all(onlyMethods('GET, HEAD, PATCH'));

  router
    .route('/jobs/:id/events')
    .get(async (request, response) => {
      const job = await readableJob(db, gatekeeper, request);
      const since = eventPosition(request, hub.epoch) ?? { epoch: hub.epoch, seq: 0 };
      response.vary('Accept');
      if (wantsStream(request)) return streams.serve(jobChannel(job.id), since, request, response);
      await answerPage(response, eventPage(db, job, hub.epoch, since));
    })
    .all(onlyReading);

  return router;
}

async function answerPage(response: Response, page: ReturnType<typeof eventPage>): Promise<void> {
  response.set('Cache-Control', 'private, no-store').json(await page);
}

const onlyReading: RequestHandler = (_request, response) => {
  response.set('Allow', 'GET, HEAD');
  throw appError('METHOD_NOT_ALLOWED');
};
