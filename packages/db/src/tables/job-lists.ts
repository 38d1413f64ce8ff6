import type { Database } from '../database.ts';
import { finalStates, jobColumns, type JobRow, type JobState } from './jobs.ts';

/** Which jobs a list is about. What is left out narrows nothing; all that is given must hold. */
export interface JobFilter {
  ownerId?: string | undefined;
  /** One of these. */
  states?: readonly JobState[] | undefined;
  name?: string | undefined;
  tag?: string | undefined;
  /** Not before. */
  createdAfter?: Date | undefined;
  /** Before. */
  createdBefore?: Date | undefined;
  /** How the id begins, as a UUID is written. */
  idPrefix?: string | undefined;
  /** Words that must stand in the searchable fields, in lower case, each as a whole or as a beginning. */
  words?: readonly string[] | undefined;
}

/** Which part of a list. */
export interface JobPage {
  /** Jobs that come after this one in the list: older ones. */
  after?: string | undefined;
  /** Rows at most. */
  limit: number;
}

/** What one list may take, in milliseconds: a hundred times the usual, and no filter holds a connection longer. */
export const searchTimeoutMs = 2_000;

/**
 * How far the time in an id may be from `created_at`, in milliseconds: the clocks of API and database, and the time from
 * the request to the insert.
 */
const clockSkewMs = 60_000;

/**
 * Read a page of jobs, newest first by id.
 *
 * Each branch of the statement is about one outcome, so that it walks one index in the order of the page and stops at the
 * limit; the branches are merged. No total is counted.
 *
 * @throws RecordUnavailable with code 57014 after `searchTimeoutMs`
 */
export async function listJobs(db: Database, filter: JobFilter, page: JobPage): Promise<JobRow[]> {
  const { sql, params } = listStatement(filter, page);
  let rows: JobRow[] = [];
  await db.pipeline(async (tx) => {
    const limited = tx.query(`SET LOCAL statement_timeout = ${searchTimeoutMs}`);
    const read = tx.query<JobRow>(sql, params);
    await limited;
    rows = await read;
  });
  return rows;
}

/** The statement of a page; PostgreSQL plans it for its values each time, because they decide which index is best. */
export function listStatement(filter: JobFilter, { after, limit }: JobPage): { sql: string; params: unknown[] } {
  const params: unknown[] = [];
  const param = (value: unknown, type: string): string => `$${params.push(value)}::${type}`;
  const from = [
    'jobs job',
    ...(filter.tag === undefined ? [] : [`JOIN job_tags tagged ON tagged.job_id = job.id`]),
    ...(filter.words === undefined ? [] : [`JOIN job_words worded ON worded.job_id = job.id`]),
  ].join(' ');
  const conditions = conditionsOf(filter, after, param);
  const most = param(limit, 'int');
  const branches = branchesOf(filter, param).map(({ where, order }) => {
    const all = [...conditions, ...where].join(' AND ');
    return `(SELECT job.id FROM ${from}${all && ` WHERE ${all}`} ORDER BY ${order} LIMIT ${most})`;
  });
  const sql = `
    WITH found AS MATERIALIZED (SELECT id FROM (${branches.join(' UNION ALL ')}) any_branch ORDER BY id DESC LIMIT ${most})
    SELECT ${jobColumns} FROM jobs WHERE id IN (SELECT id FROM found) ORDER BY id DESC`;
  return { sql, params };
}

type Param = (value: unknown, type: string) => string;

function conditionsOf(filter: JobFilter, after: string | undefined, param: Param): string[] {
  const { ownerId, name, tag, createdAfter, createdBefore, idPrefix, words } = filter;
  const conditions: string[] = [];
  if (after !== undefined) conditions.push(`job.id < ${param(after, 'uuid')}`);
  if (ownerId !== undefined) conditions.push(`job.owner_id = ${param(ownerId, 'uuid')}`);
  if (name !== undefined) conditions.push(`job.name = ${param(name, 'text')}`);
  if (tag !== undefined) conditions.push(`tagged.tag = ${param(tag, 'text')}`);
  if (words !== undefined) conditions.push(`worded.words @@ ${param(queryOf(words), 'tsquery')}`);
  if (idPrefix !== undefined) {
    const [first, last] = idsWith(idPrefix);
    conditions.push(`job.id BETWEEN ${param(first, 'uuid')} AND ${param(last, 'uuid')}`);
  }
  if (createdAfter) {
    conditions.push(`job.id >= ${param(firstIdAt(createdAfter.getTime() - clockSkewMs), 'uuid')}`);
    conditions.push(`job.created_at >= ${param(createdAfter, 'timestamptz')}`);
  }
  if (createdBefore) {
    conditions.push(`job.id < ${param(firstIdAt(createdBefore.getTime() + clockSkewMs), 'uuid')}`);
    conditions.push(`job.created_at < ${param(createdBefore, 'timestamptz')}`);
  }
  return conditions;
}

interface Branch {
  where: string[];
  order: string;
}

const newestFirst = 'job.id DESC';
/** The same order for open jobs, and one that the primary key does not have: it would walk past all that have ended. */
const newestOpenFirst = 'job.outcome DESC, job.id DESC';

/** Which statements are merged: together they are the states that were asked for. */
function branchesOf({ ownerId, name, states }: JobFilter, param: Param): Branch[] {
  if (ownerId === undefined && name === undefined && !states) return [{ where: [], order: newestFirst }];
  const branches = finalStates
    .filter((state) => states?.includes(state) ?? true)
    .map((state) => ({ where: [`job.outcome = ${param(state, 'text')}`], order: newestFirst }));
  const open = states?.filter((state) => !finalStates.includes(state));
  if (open?.length === 0) return branches;
  const where = ['job.outcome IS NULL', ...(open ? [`job.state = ANY(${param(open, 'text[]')})`] : [])];
  return [...branches, { where, order: newestOpenFirst }];
}

/** Words are letters and digits alone, so nothing in them means anything to a tsquery. */
function queryOf(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '')}':*`).join(' & ');
}

function idsWith(prefix: string): [first: string, last: string] {
  return [
    prefix + '00000000-0000-0000-0000-000000000000'.slice(prefix.length),
    prefix + 'ffffffff-ffff-ffff-ffff-ffffffffffff'.slice(prefix.length),
  ];
}

/** The smallest UUIDv7 of a moment (RFC 9562 §5.7); 48 bits hold the milliseconds. */
function firstIdAt(ms: number): string {
  const hex = Math.min(Math.max(0, ms), 2 ** 48 - 1)
    .toString(16)
    .padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
}
