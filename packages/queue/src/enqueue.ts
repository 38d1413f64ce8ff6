import { insertJob, type NewJob, type Tx } from '@jobwire/db';
import { appError, uuidv7 } from '@jobwire/runtime';
import type { z } from 'zod';

import type { JobDefinition } from './job/index.ts';

/** What the one who starts a job may choose. */
export interface EnqueueOptions {
  ownerId?: string | null;
  /** Start then, not now. */
  runAt?: Date;
  /** 0 is the default and goes first; jobs with higher numbers wait for those with lower ones, as in BullMQ. */
  priority?: number;
  tags?: readonly string[];
  /** End it `expired` when it has not started so many milliseconds after its time has come. */
  expiresInMs?: number;
  /** The job that this one does once more. */
  replayOf?: string;
}

/**
 * Check a payload and make the job that stands for it. Nothing is written: pass it to `insertJob` in the transaction
 * that it belongs to.
 *
 * @throws AppError INVALID_INPUT with a pointer per problem
 */
export function newJob<Definition extends JobDefinition>(
  definition: Definition,
  payload: z.input<Definition['payload']>,
  options: EnqueueOptions = {},
): NewJob {
  const parsed = definition.payload.safeParse(payload);
  if (!parsed.success) {
    const errors = parsed.error.issues.map(({ path, code, message }) => ({
      pointer: ['', 'payload', ...path.map(String)].join('/'),
      code: code.toUpperCase(),
      message,
    }));
    throw appError('INVALID_INPUT', { detail: `The payload of ${definition.name} is not valid`, errors });
  }
  const now = Date.now();
  const runAt = options.runAt && options.runAt.getTime() > now ? options.runAt : null;
  return {
    id: uuidv7(),
    name: definition.name,
    payload: parsed.data,
    ownerId: options.ownerId ?? null,
    maxAttempts: definition.retry.attempts,
    priority: options.priority ?? definition.priority,
    runAt,
    tags: options.tags && options.tags.length > 0 ? options.tags : null,
    expiresAt: options.expiresInMs === undefined ? null : new Date((runAt?.getTime() ?? now) + options.expiresInMs),
    replayOf: options.replayOf ?? null,
  };
}

/**
 * Accept a job in the caller's transaction: it runs once the transaction commits. Wake the dispatcher after the commit.
 *
 * @throws AppError INVALID_INPUT with a pointer per problem
 */
export async function enqueue<Definition extends JobDefinition>(
  tx: Tx,
  definition: Definition,
  payload: z.input<Definition['payload']>,
  options: EnqueueOptions = {},
): Promise<NewJob> {
  const job = newJob(definition, payload, options);
  await insertJob(tx, job);
  return job;
}
