import { type Database, readAttemptEvents, readJobLog } from '@jobwire/db';
import { Router } from 'express';
import { z } from 'zod';

import type { Gatekeeper } from '../auth/caller.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { parse } from '../http/parse.ts';
import { pageQuery } from '../lists/list-page.ts';
import type { attemptListSchema, jobLogSchema } from './finding-views.ts';
import { attemptsOf } from './job-attempts.ts';
import { readableJob } from './readable-job.ts';

/** What the routes need. */
export interface JobHistoryOptions {
  db: Database;
  gatekeeper: Gatekeeper;
}

/** Events that tell of attempts, the newest so many: two for each run, also of those that spend no attempt. */
const attemptEvents = 400;

/** The query of `GET /jobs/:id/logs`; a ticket may stand beside it. */
export const logQuery = z.strictObject({
  after: z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .default(0)
    .meta({ description: 'Lines with a higher number: `page.next` of the page before' }),
  limit: pageQuery.limit,
  ticket: z.string().optional(),
});

/** `GET /jobs/:id/attempts` and `GET /jobs/:id/logs`: how the runs of a job went, and what they said. */
export function jobHistoryRoutes({ db, gatekeeper }: JobHistoryOptions): Router {
  const router = Router();

  router.get('/jobs/:id/attempts', async (request, response) => {
    const job = await readableJob(db, gatekeeper, request);
    const ticket = await gatekeeper.ticketOf(request);
    const caller = ticket ? undefined : await gatekeeper.callerOf(request);
    const events = await readAttemptEvents(db, job.id, attemptEvents);
    const body: z.output<typeof attemptListSchema> = { attempts: attemptsOf(events, caller?.kind === 'admin') };
    response.set('Cache-Control', 'private, no-store').json(body);
  });

  router.get('/jobs/:id/logs', async (request, response) => {
    const { after, limit } = parse(logQuery, request.query, { after: 'AFTER_INVALID', limit: 'LIMIT_INVALID' });
    const job = await readableJob(db, gatekeeper, request);
    // One more than asked for tells whether a page follows.
    const events = await readJobLog(db, job.id, after, limit + 1);
    const page = events.slice(0, limit);
    const body: z.output<typeof jobLogSchema> = {
      lines: page.map(({ seq, at, data: { message, attempt, ...facts } }) => ({
        seq,
        at,
        ...(typeof attempt === 'number' ? { attempt } : {}),
        message: typeof message === 'string' ? message : '',
        facts,
      })),
      page: { next: events.length > limit ? (page.at(-1)?.seq ?? null) : null, limit },
    };
    response.set('Cache-Control', 'private, no-store').json(body);
  });

  router.all(['/jobs/:id/attempts', '/jobs/:id/logs'], onlyMethods('GET, HEAD'));
  return router;
}
