import { type Database, finalStates, findJob } from '@jobwire/db';
import type { Request, Response } from 'express';

import type { Answer } from '../idempotency/answer-once.ts';
import { jobView, type JobView } from '../jobs/job-view.ts';
import type { JobWaits } from '../jobs/job-waits.ts';

/**
 * Hold the answer to a started job as `Prefer: wait` asks: 200 with the job as it ended, or the answer as it was when it
 * has not ended by then. What is stored for repetitions stays the first answer; a repetition may wait as well.
 */
export async function waitedAnswer<Body extends { job: JobView }>(
  answer: Answer<Body>,
  { db, waits }: { db: Database; waits: JobWaits },
  request: Request,
  response: Response,
): Promise<Answer<Body>> {
  const { job } = answer.body;
  if (!(await waits.hold(job, request, response))) return answer;
  const row = await findJob(db, job.id);
  if (!row || !finalStates.includes(row.state)) return answer;
  return { ...answer, status: 200, body: { ...answer.body, job: jobView(row) } };
}
