import * as z from 'zod/mini';

import type { Job } from '../answers.ts';
import { JobwireError } from '../problem.ts';
import type { WatchItem } from './watched-channel.ts';

/** How a job ended. */
export interface JobEnding {
  state: string;
  result?: unknown;
  error?: { code: string; message: string } | undefined;
  /** Why it was cancelled, where somebody said so. */
  reason?: string | undefined;
}

const endingData = z.looseObject({
  result: z.optional(z.unknown()),
  error: z.optional(z.looseObject({ code: z.string(), message: z.string() })),
  reason: z.optional(z.string()),
});

/** How the job ended by what its watcher was told; undefined when that is not the end. */
export function endingOfItem(item: WatchItem<Job>): JobEnding | undefined {
  if (!item.final) return undefined;
  if (item.kind === 'snapshot') return item.snapshot;
  const { data } = endingData.safeParse(item.data);
  return { state: item.type.slice('job.'.length), ...data };
}

/**
 * What a job handed back; null for nothing.
 *
 * @throws JobwireError JOB_FAILED when it ended otherwise, with `failure` in its problem
 */
export function resultOf({ state, result, error, reason }: JobEnding): unknown {
  if (state === 'succeeded') return result ?? null;
  throw new JobwireError({
    code: 'JOB_FAILED',
    status: 409,
    title: `The job ${state === 'failed' || state === 'expired' ? state : `was ${state}`}`,
    ...(error || reason !== undefined ? { detail: error?.message ?? reason } : {}),
    failure: { state, ...error },
  });
}
