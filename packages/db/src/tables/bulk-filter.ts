import type { Tx } from '../database.ts';
import { finalStates, type JobState } from './jobs.ts';

/** Which jobs a bulk action is about. What is left out narrows nothing; all that is given must hold. */
export interface BulkFilter {
  /** One of these; a job that has left them by the time of the act is passed over. */
  states: readonly JobState[];
  name?: string | undefined;
  tag?: string | undefined;
  ownerId?: string | undefined;
  /** Of the error that the job failed with. */
  code?: string | undefined;
  createdAfter?: Date | undefined;
  createdBefore?: Date | undefined;
  finishedAfter?: Date | undefined;
  finishedBefore?: Date | undefined;
}

/** How many jobs to look for, and whose jobs are left alone. */
export interface BulkMatch {
  filter: BulkFilter;
  /** Jobs of this name are never matched: those that carry bulk actions out. */
  except: string;
  limit: number;
}

/**
 * The statement that finds the ids, the oldest first, as a part of others. A branch per outcome walks an index in the order
 * of the ids and stops at the limit.
 *
 * @param params filled with the values
 */
export function matchStatement({ filter, except, limit }: BulkMatch, params: unknown[]): string {
  const param = (value: unknown, type: string): string => `$${params.push(value)}::${type}`;
  const conditions = [`job.name <> ${param(except, 'text')}`];
  const narrow = (value: unknown, type: string, condition: (value: string) => string): void => {
    if (value !== undefined) conditions.push(condition(param(value, type)));
  };
  narrow(filter.name, 'text', (name) => `job.name = ${name}`);
  narrow(filter.tag, 'text', (tag) => `${tag} = ANY(job.tags)`);
  narrow(filter.ownerId, 'uuid', (owner) => `job.owner_id = ${owner}`);
  narrow(filter.code, 'text', (code) => `job.error ->> 'code' = ${code}`);
  narrow(filter.createdAfter, 'timestamptz', (time) => `job.created_at >= ${time}`);
  narrow(filter.createdBefore, 'timestamptz', (time) => `job.created_at < ${time}`);
  narrow(filter.finishedAfter, 'timestamptz', (time) => `job.finished_at >= ${time}`);
  narrow(filter.finishedBefore, 'timestamptz', (time) => `job.finished_at < ${time}`);

  const most = param(limit, 'int');
  const open = filter.states.filter((state) => !finalStates.includes(state));
  const branches = [
    ...filter.states
      .filter((state) => finalStates.includes(state))
      .map((state) => `job.outcome = ${param(state, 'text')}`),
    ...(open.length > 0 ? [`job.outcome IS NULL AND job.state = ANY(${param(open, 'text[]')})`] : []),
  ].map(
    (branch) =>
      `(SELECT job.id FROM jobs job WHERE ${[branch, ...conditions].join(' AND ')} ORDER BY job.id LIMIT ${most})`,
  );
  return `SELECT id FROM (${branches.join(' UNION ALL ')}) matched ORDER BY id LIMIT ${most}`;
}

/** The ids of the jobs that fit now, the oldest first. */
export async function matchJobs(tx: Tx, match: BulkMatch): Promise<string[]> {
  const params: unknown[] = [];
  const rows = await tx.query<{ id: string }>(matchStatement(match, params), params);
  return rows.map(({ id }) => id);
}
