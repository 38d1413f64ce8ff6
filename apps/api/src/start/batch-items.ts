import type { NewJob } from '@jobwire/db';
import { AppError, appError, type InputError } from '@jobwire/runtime';

import type { Caller } from '../auth/caller.ts';
import { askedJob, type StartableJobs } from './asked-job.ts';
import type { BatchItem } from './batch-body.ts';

/** A job of a batch that can be made, or why it cannot. */
export type AskedItem = { job: NewJob } | { refusal: AppError };

/**
 * Look at every job of a batch as at a single one.
 *
 * @param trace what their spans continue
 */
export function askedItems(
  caller: Caller,
  items: readonly BatchItem[],
  catalog: StartableJobs,
  trace: Pick<NewJob, 'traceContext'> = {},
): Promise<readonly AskedItem[]> {
  return Promise.all(
    items.map(async (item): Promise<AskedItem> => {
      if ('errors' in item) return { refusal: appError('INVALID_INPUT', { errors: item.errors }) };
      try {
        return { job: { ...(await askedJob(caller, item.input, catalog)), ...trace } };
      } catch (error) {
        if (error instanceof AppError) return { refusal: error };
        throw error;
      }
    }),
  );
}

/** Mistakes that are told at once. */
const mostErrors = 100;

/**
 * The jobs of a batch that is started as a whole.
 *
 * @throws AppError JOB_NOT_ALLOWED or INVALID_INPUT when not all of them can be, with pointers like `/jobs/3/payload/to`
 */
export function allOrNone(items: readonly AskedItem[]): NewJob[] {
  const refusals = items.flatMap((item, index) => ('refusal' in item ? [{ index, ...item }] : []));
  const forbidden = refusals.find(({ refusal }) => refusal.code !== 'INVALID_INPUT');
  const told = forbidden ? refusals.filter(({ refusal }) => refusal.code === forbidden.refusal.code) : refusals;
  const errors = told.flatMap(({ refusal, index }) => errorsOf(refusal, index)).slice(0, mostErrors);
  if (told.length > 0) throw appError(forbidden?.refusal.code ?? 'INVALID_INPUT', { errors });
  return items.flatMap((item) => ('job' in item ? [item.job] : []));
}

function errorsOf({ code, message, facts }: AppError, index: number): InputError[] {
  const errors = facts.errors ?? [{ pointer: '/name', code, message }];
  return errors.map((error) => ({ ...error, pointer: `/jobs/${index}${error.pointer}` }));
}
