import type { NewJob } from '@jobwire/db';
import { type AcceptedJob, acceptJobs } from '@jobwire/queue';
import { errorCatalogue } from '@jobwire/runtime';
import { Router } from 'express';
import { z } from 'zod';

import { ownerOf } from '../auth/caller.ts';
import { jsonBody } from '../http/app.ts';
import { onlyMethods } from '../http/only-methods.ts';
import { problemOf } from '../http/problem.ts';
import { traceIdOf } from '../http/request-id.ts';
import { answerOnce, type RecordAnswer } from '../idempotency/answer-once.ts';
import { idempotencyKey, readIdempotencyKey } from '../idempotency/idempotency-key.ts';
import { sendAnswer } from '../idempotency/send-answer.ts';
import { acceptedJobView, jobView, jobViewSchema } from '../jobs/job-view.ts';
import { problemSchema } from '../openapi/problem-schema.ts';
import { traceOf } from '../traces/trace-requests.ts';
import { batchBodyLimit, readBatch } from './batch-body.ts';
import { allOrNone, type AskedItem, askedItems } from './batch-items.ts';
import { tooManyJobs } from './job-quota.ts';
import { type StartDependencies, starterOf } from './start-job.ts';

const itemSchema = z.object({
  status: z
    .int()
    .meta({ description: 'What `POST /jobs` would have answered: 202, 200 for a deduplicated job, or an error' }),
  job: jobViewSchema.optional(),
  deduplicated: z.literal(true).optional(),
  problem: problemSchema.optional(),
});

/** The answer of `POST /jobs/batch`. */
export const batchSchema = z.object({
  items: z.array(itemSchema).meta({ description: 'In the order of the request' }),
});

type Item = z.output<typeof itemSchema>;

/** `POST /jobs/batch`: start many jobs in one transaction, all or none, or those that can be started. */
export function startBatch(dependencies: StartDependencies): Router {
  const { db, gatekeeper, dispatcher, catalog, quota } = dependencies;
  const router = Router();
  router.post('/jobs/batch', jsonBody(batchBodyLimit), async (request, response) => {
    const caller = await starterOf(gatekeeper, request);
    const { items, atomic } = readBatch(request.body);
    const asked = await askedItems(caller, items, catalog, traceOf(response));
    const jobs = atomic ? allOrNone(asked) : asked.flatMap((item) => ('job' in item ? [item.job] : []));
    const given = readIdempotencyKey(request);
    const route = 'POST /jobs/batch';
    const key = given === undefined ? undefined : idempotencyKey(given, { caller, route, asked: { items, atomic } });
    const wanted = { least: atomic ? jobs.length : 0, most: jobs.length };
    const traceId = traceIdOf(response);
    const answer = await answerOnce(db, key, (record) =>
      quota.within(ownerOf(caller), wanted, (room) =>
        startAll(dependencies, { asked, fitting: jobs.slice(0, room), traceId }, record),
      ),
    );
    if (!answer.replayed) dispatcher.wake();
    sendAnswer(response, answer);
  });
  router.all('/jobs/batch', onlyMethods('POST'));
  return router;
}

interface Batch {
  asked: readonly AskedItem[];
  /** Those that there is room for. */
  fitting: readonly NewJob[];
  traceId: string;
}

function startAll(
  { db, clock }: StartDependencies,
  { asked, fitting, traceId }: Batch,
  record: RecordAnswer,
): Promise<{ status: 202; body: z.output<typeof batchSchema> }> {
  return db.transaction(async (tx) => {
    const accepted = await acceptJobs(tx, fitting);
    const now = new Date(clock.now());
    const became = new Map(fitting.map((job, index) => [job, accepted[index]]));
    const items = asked.map((item): Item => {
      const started = 'job' in item ? became.get(item.job) : undefined;
      return started ? itemOf(started, now) : refused('refusal' in item ? item.refusal : tooManyJobs(), traceId);
    });
    const answer = { status: 202 as const, body: { items } };
    await record(tx, answer);
    return answer;
  });
}

function itemOf(accepted: AcceptedJob, now: Date): Item {
  const job = 'existing' in accepted ? jobView(accepted.existing) : acceptedJobView(accepted.made, now);
  return accepted.deduplicated ? { status: 200, job, deduplicated: true } : { status: 202, job };
}

function refused(refusal: Parameters<typeof problemOf>[0], traceId: string): Item {
  return { status: errorCatalogue[refusal.code].status, problem: problemSchema.parse(problemOf(refusal, traceId)) };
}
