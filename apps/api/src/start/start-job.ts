import { type Database, finalStates, insertJob, type NewJob } from '@jobwire/db';
import { acceptJobs } from '@jobwire/queue';
import { appError, type Clock } from '@jobwire/runtime';
import { type Request, Router } from 'express';
import { z } from 'zod';

import { type Caller, type Gatekeeper, ownerOf } from '../auth/caller.ts';
import { issuedTicketSchema } from '../auth/tickets.ts';
import { jsonBody } from '../http/app.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { answerOnce, type RecordAnswer } from '../idempotency/answer-once.ts';
import { idempotencyKey, readIdempotencyKey } from '../idempotency/idempotency-key.ts';
import { sendAnswer } from '../idempotency/send-answer.ts';
import { acceptedJobView, jobView, jobViewSchema } from '../jobs/job-view.ts';
import type { JobWaits } from '../jobs/job-waits.ts';
import { retryAfterSeconds } from '../jobs/retry-after.ts';
import { traceOf } from '../traces/trace-requests.ts';
import { askedJob, type StartableJobs } from './asked-job.ts';
import type { JobQuota } from './job-quota.ts';
import { readStart } from './start-body.ts';
import { waitedAnswer } from './waited-answer.ts';

/** What starting jobs needs. */
export interface StartDependencies {
  db: Database;
  gatekeeper: Pick<Gatekeeper, 'callerOf' | 'issueTicket'>;
  dispatcher: { wake(): void };
  catalog: StartableJobs;
  quota: JobQuota;
  clock: Clock;
}

/** The answer of `POST /jobs`. */
export const startedSchema = issuedTicketSchema.extend({
  job: jobViewSchema,
  deduplicated: z.literal(true).optional().meta({ description: 'No job was made: this one stands for the key' }),
});

type Started = z.output<typeof startedSchema>;

interface StartAnswer {
  status: 200 | 202;
  body: Started;
}

/**
 * `POST /jobs`: start a job of the catalog. It belongs to the caller. One round trip, unless it has a dedupe key.
 */
export function startJob(dependencies: StartDependencies & { waits: JobWaits }): Router {
  const { db, gatekeeper, dispatcher, catalog, quota, clock } = dependencies;
  const router = Router();
  router.post('/jobs', jsonBody(), async (request, response) => {
    const caller = await starterOf(gatekeeper, request);
    const input = readStart(request.body);
    const job = { ...(await askedJob(caller, input, catalog)), ...traceOf(response) };
    const given = readIdempotencyKey(request);
    const key = given === undefined ? undefined : idempotencyKey(given, { caller, route: 'POST /jobs', asked: input });
    const start = job.dedupe ? startDeduped : startNew;
    const answer = await answerOnce(db, key, (record) =>
      quota.within(ownerOf(caller), { least: 1, most: 1 }, () => start(dependencies, job, record)),
    );
    if (answer.status === 202 && !answer.replayed) dispatcher.wake();
    response.set('Location', answer.body.job.links.self);
    const waited = await waitedAnswer(answer, dependencies, request, response);
    const { job: shown } = waited.body;
    if (!finalStates.includes(shown.state)) response.set('Retry-After', String(retryAfterSeconds(shown, clock.now())));
    sendAnswer(response, waited);
  });
  router.all('/jobs', onlyMethods('GET, HEAD, POST'));
  return router;
}

/**
 * Who wants to start something.
 *
 * @throws AppError UNAUTHENTICATED for strangers
 */
export async function starterOf(gatekeeper: Pick<Gatekeeper, 'callerOf'>, request: Request): Promise<Caller> {
  const caller = await gatekeeper.callerOf(request);
  if (caller.kind === 'anonymous') throw appError('UNAUTHENTICATED');
  return caller;
}

async function startNew(
  { db, gatekeeper, clock }: StartDependencies,
  job: NewJob,
  record: RecordAnswer,
): Promise<StartAnswer> {
  const ticket = await gatekeeper.issueTicket({ jobId: job.id });
  const answer: StartAnswer = {
    status: 202,
    body: { job: acceptedJobView(job, new Date(clock.now())), ...ticket },
  };
  await db.pipeline((tx) => Promise.all([record(tx, answer), insertJob(tx, job)]));
  return answer;
}

/** Only when the key is ours is it known which job the answer is about. */
function startDeduped(
  { db, gatekeeper, clock }: StartDependencies,
  job: NewJob,
  record: RecordAnswer,
): Promise<StartAnswer> {
  return db.transaction(async (tx) => {
    const [accepted] = await acceptJobs(tx, [job]);
    const existing = accepted && 'existing' in accepted ? accepted.existing : undefined;
    const ticket = await gatekeeper.issueTicket({ jobId: existing?.id ?? job.id });
    const answer: StartAnswer = existing
      ? { status: 200, body: { job: jobView(existing), deduplicated: true, ...ticket } }
      : { status: 202, body: { job: acceptedJobView(job, new Date(clock.now())), ...ticket } };
    await record(tx, answer);
    return answer;
  });
}
