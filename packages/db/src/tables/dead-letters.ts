import type { Tx } from '../database.ts';
import { jobColumns, type JobRow } from './jobs.ts';

/** Which jobs that failed for good. */
export interface DeadLetterFilter {
  name?: string | undefined;
  /** Of the error that it failed with. */
  code?: string | undefined;
  finishedAfter?: Date | undefined;
  finishedBefore?: Date | undefined;
}

/**
 * A page of the jobs that failed for good, the newest first by id.
 *
 * @param after the job behind which the page begins
 */
export async function listDeadLetters(
  tx: Tx,
  { name, code, finishedAfter, finishedBefore }: DeadLetterFilter,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<JobRow[]> {
  const params: unknown[] = [limit];
  const conditions = ["outcome = 'failed'"];
  const narrow = (value: unknown, condition: (param: string) => string): void => {
    if (value !== undefined) conditions.push(condition(`$${params.push(value)}`));
  };
  narrow(after, (param) => `id < ${param}::uuid`);
  narrow(name, (param) => `name = ${param}::text`);
  narrow(code, (param) => `error ->> 'code' = ${param}::text`);
  narrow(finishedAfter, (param) => `finished_at >= ${param}::timestamptz`);
  narrow(finishedBefore, (param) => `finished_at < ${param}::timestamptz`);
  return tx.query<JobRow>(
    `SELECT ${jobColumns} FROM jobs WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT $1`,
    params,
  );
}
