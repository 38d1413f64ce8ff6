import type { Database, IdempotencyKey, JobRow } from '@jobwire/db';
import type { JobControl } from '@jobwire/queue';
import { appError, type Clock } from '@jobwire/runtime';
import { type Request, Router } from 'express';

import { actorOf, type Gatekeeper } from '../auth/caller.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { optionalJsonBody } from '../http/optional-json-body.ts';
import { parse } from '../http/parse.ts';
import { answerOnce, type RecordAnswer } from '../idempotency/answer-once.ts';
import { idempotencyKey, readIdempotencyKey } from '../idempotency/idempotency-key.ts';
import { sendAnswer } from '../idempotency/send-answer.ts';
import { acceptedJobView, type JobView } from '../jobs/job-view.ts';
import { askedJob, type StartableJobs } from '../start/asked-job.ts';
import type { JobQuota } from '../start/job-quota.ts';
import { problemOfJson } from '../start/problem-of-json.ts';
import { traceOf } from '../traces/trace-requests.ts';
import { replayBody } from './steer-body.ts';
import { type Steerer, steerableJob } from './steerable-job.ts';

/** What the route needs. */
export interface ReplayRouteOptions {
  db: Database;
  gatekeeper: Pick<Gatekeeper, 'callerOf'>;
  control: Pick<JobControl, 'replay'>;
  catalog: StartableJobs;
  quota: JobQuota;
  clock: Clock;
}

/** Accepted, not done. */
const status = 202;

interface ReplayAnswer {
  status: number;
  body: { job: JobView };
}

/**
 * `POST /jobs/:id/replay`: do a job once more, as a new job that belongs to the same owner. With the payload of the job it
 * is for whoever may act on that job. Another payload is for operators, and for those who may start such a job: it would
 * otherwise reach what the first payload was not allowed to name.
 */
export function replayRoute({ db, gatekeeper, control, catalog, quota, clock }: ReplayRouteOptions): Router {
  const router = Router();
  router.post('/jobs/:id/replay', optionalJsonBody(), async (request, response) => {
    const { caller, job } = await steerableJob(db, gatekeeper, request);
    const { payload } = parse(replayBody, request.body);
    if (payload !== undefined) await checkPayload(caller, job, payload, catalog);
    // Operators mend what others could not: they are not held up by how much an owner has waiting.
    const countsFor = caller.kind === 'admin' ? null : job.owner_id;
    const replayed = async (record: RecordAnswer): Promise<ReplayAnswer> => {
      const replay: { body?: { job: JobView } } = {};
      await control.replay(job.id, actorOf(caller), {
        ...(payload === undefined ? {} : { payload }),
        ...traceOf(response),
        alongside: async (tx, started) => {
          replay.body = { job: acceptedJobView(started, new Date(clock.now())) };
          await record(tx, { status, body: replay.body });
        },
      });
      if (!replay.body) throw appError('INTERNAL');
      return { status, body: replay.body };
    };
    const answer = await answerOnce(db, keyOf(request, caller, job.id, payload), (record) =>
      quota.within(countsFor, { least: 1, most: 1 }, () => replayed(record)),
    );
    response.set('Location', answer.body.job.links.self);
    sendAnswer(response, answer);
  });
  router.all('/jobs/:id/replay', onlyMethods('POST'));
  return router;
}

/**
 * @throws AppError JOB_NOT_ALLOWED for those who may not start such a job with this payload, INVALID_INPUT
 */
async function checkPayload(
  caller: Steerer,
  { name }: JobRow,
  payload: unknown,
  catalog: StartableJobs,
): Promise<void> {
  const problem = problemOfJson(payload);
  if (problem) throw appError('INVALID_INPUT', { errors: [{ pointer: '/payload', ...problem }] });
  if (caller.kind !== 'admin') await askedJob(caller, { name, payload }, catalog);
}

function keyOf(request: Request, caller: Steerer, jobId: string, payload: unknown): IdempotencyKey | undefined {
  const key = readIdempotencyKey(request);
  const asked = { jobId, payload };
  return key === undefined ? undefined : idempotencyKey(key, { caller, route: 'POST /jobs/:id/replay', asked });
}
