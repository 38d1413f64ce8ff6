import type { InputError } from '@jobwire/runtime';
import { z } from 'zod';

import { jsonBodyLimit } from '../http/app.ts';
import { inputErrors, parse } from '../http/parse.ts';
import { problemOfJson } from './problem-of-json.ts';
import { startBody, type StartInput } from './start-body.ts';

/** Jobs of one batch. */
export const mostJobs = 1_000;
/** Largest body of a batch, in bytes; each payload must also fit into the body of a single start. */
export const batchBodyLimit = 5 * 1024 * 1024;

/** The body of `POST /jobs/batch`, as it is documented. */
export const batchBody = z.strictObject({
  jobs: z.array(startBody).min(1).max(mostJobs).meta({ description: 'As in the body of `POST /jobs`' }),
  atomic: z
    .boolean()
    .meta({
      description: 'false: start those that can be started, and say of each what became of it. Otherwise all or none',
    })
    .optional(),
});

/** The same, when every job is looked at by itself. */
const outerBody = batchBody.extend({ jobs: z.array(z.unknown()).min(1).max(mostJobs) });

/** A job of a batch as it was read: what is asked, or what is wrong with it. Pointers begin at the job. */
export type BatchItem = { input: StartInput } | { errors: readonly InputError[] };

/** What somebody starts at once. */
export interface BatchInput {
  items: readonly BatchItem[];
  atomic: boolean;
}

/**
 * Read the body of `POST /jobs/batch`. What is wrong with one job is in its item.
 *
 * @throws AppError INVALID_INPUT when it is no list of 1 to 1,000 jobs
 */
export function readBatch(body: unknown): BatchInput {
  const { jobs, atomic = true } = parse(outerBody, body);
  return { items: jobs.map(readItem), atomic };
}

function readItem(job: unknown): BatchItem {
  const parsed = startBody.safeParse(job);
  if (!parsed.success) {
    return { errors: parsed.error.issues.flatMap((issue) => inputErrors(issue, { name: 'NAME_INVALID' })) };
  }
  const problem = problemOfJson(parsed.data.payload) ?? problemOfSize(parsed.data.payload);
  return problem ? { errors: [{ pointer: '/payload', ...problem }] } : { input: parsed.data };
}

function problemOfSize(payload: unknown): { code: string; message: string } | undefined {
  if (Buffer.byteLength(JSON.stringify(payload) ?? '') <= jsonBodyLimit) return undefined;
  return { code: 'PAYLOAD_TOO_LARGE', message: `must have at most ${jsonBodyLimit} bytes` };
}
