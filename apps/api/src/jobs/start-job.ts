import { type Database, type IdempotencyKey, insertJob } from '@jobwire/db';
import { newJob } from '@jobwire/queue';
import type { JobDefinition } from '@jobwire/queue/job';
import { appError, type Clock } from '@jobwire/runtime';
import { type Request, Router } from 'express';

import { type Caller, type Gatekeeper, ownerOf } from '../auth/caller.ts';
import type { IssuedTicket } from '../auth/tickets.ts';
import { jsonBody } from '../http/app.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { answerOnce } from '../idempotency/answer-once.ts';
import { idempotencyKey, readIdempotencyKey } from '../idempotency/idempotency-key.ts';
import { sendAnswer } from '../idempotency/send-answer.ts';
import { acceptedJobView, type JobView } from './job-view.ts';
import { mayStart } from './start-access.ts';
import { readStart, type StartInput } from './start-body.ts';

/** What the route needs. */
export interface StartJobOptions {
  db: Database;
  gatekeeper: Pick<Gatekeeper, 'callerOf' | 'issueTicket'>;
  dispatcher: { wake(): void };
  /** The jobs that there are, by name. */
  catalog: Readonly<Record<string, JobDefinition>>;
  clock: Clock;
}

/** The answer. */
interface Started extends IssuedTicket {
  job: JobView;
}

/** Accepted, not done. */
const status = 202;

/**
 * `POST /jobs`: start a job of the catalog, in one round trip. It belongs to the caller. A name that there is not, one
 * that nobody may start and one that this caller may not start are refused alike: the catalog is not for guessing.
 */
export function startJob({ db, gatekeeper, dispatcher, catalog, clock }: StartJobOptions): Router {
  const router = Router();
  router.post('/jobs', jsonBody(), async (request, response) => {
    const caller = await gatekeeper.callerOf(request);
    if (caller.kind === 'anonymous') throw appError('UNAUTHENTICATED');
    const input = readStart(request.body);
    const job = newJob(definitionFor(caller, input.name, catalog), input.payload, { ownerId: ownerOf(caller) });
    const ticket = await gatekeeper.issueTicket({ jobId: job.id });
    const body: Started = { job: acceptedJobView(job, new Date(clock.now())), ...ticket };
    const answer = await answerOnce(db, keyOf(request, caller, input), async (record) => {
      await db.pipeline((tx) => Promise.all([record(tx, { status, body }), insertJob(tx, job)]));
      return { status, body };
    });
    if (!answer.replayed) dispatcher.wake();
    response.set('Location', answer.body.job.links.self);
    sendAnswer(response, answer);
  });
  router.all('/jobs', onlyMethods('POST'));
  return router;
}

function definitionFor(caller: Caller, name: string, catalog: StartJobOptions['catalog']): JobDefinition {
  const definition = Object.hasOwn(catalog, name) ? catalog[name] : undefined;
  if (!definition || !mayStart(caller, definition)) throw appError('JOB_NOT_ALLOWED');
  return definition;
}

function keyOf(request: Request, caller: Caller, asked: StartInput): IdempotencyKey | undefined {
  const key = readIdempotencyKey(request);
  return key === undefined ? undefined : idempotencyKey(key, { caller, route: 'POST /jobs', asked });
}
