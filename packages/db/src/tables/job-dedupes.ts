import type { Tx } from '../database.ts';
import { type Dedupe, type DedupeMode, findJobs, type JobRow, type NewJob } from './jobs.ts';

/** A job that is asked for under a key. */
export type DedupedJob = NewJob & { dedupe: Dedupe };

interface LockedRow {
  name: string;
  key: string;
  job_id: string;
  mode: DedupeMode;
  /** Its time, if it has one, is not over. */
  current: boolean;
}

const asked = `jsonb_to_recordset($1::jsonb)
  AS asked (owner_id uuid, name text, key text, job_id uuid, mode text, until timestamptz, was uuid)`;

/**
 * The row of every key is made or locked, always in the same order, so that two who ask for several keys do not wait for
 * each other. Whether its job has ended is for the next statement to say: this one still sees the record as it was before
 * it waited.
 */
const lock = `
  INSERT INTO job_dedupes AS stored (owner_id, name, key, job_id, mode, until)
  SELECT owner_id, name, key, job_id, mode, until FROM ${asked} ORDER BY owner_id, name, key
  ON CONFLICT ON CONSTRAINT job_dedupes_key DO UPDATE SET key = excluded.key
  RETURNING name, key, job_id, mode, mode <> 'ttl' OR until > now() AS current`;

/** A job stands for one key, so that its id finds the row. */
const take = `
  UPDATE job_dedupes SET job_id = asked.job_id, mode = asked.mode, until = asked.until
  FROM ${asked} WHERE job_dedupes.job_id = asked.was`;

/**
 * Take the dedupe keys of jobs in the caller's transaction. A parallel request for one of the keys waits here until that
 * transaction ends.
 *
 * @param jobs of one owner, each name and key once
 * @returns the jobs that stand for a key already, by the ids of those that were asked for; the others are to be inserted
 */
export async function takeDedupeKeys(tx: Tx, jobs: readonly DedupedJob[]): Promise<Map<string, JobRow>> {
  const locked = await tx.query<LockedRow>(lock, [JSON.stringify(jobs.map((job) => toRow(job)))]);
  const used = locked.flatMap((row) => {
    const job = jobs.find(({ name, dedupe }) => name === row.name && dedupe.key === row.key);
    return job && row.job_id !== job.id ? [{ ...row, job }] : [];
  });
  if (used.length === 0) return new Map();

  const rows = await findJobs(
    tx,
    used.map(({ job_id }) => job_id),
  );
  const holders = new Map<string, JobRow>();
  for (const { job, job_id, mode, current } of used) {
    const row = rows.get(job_id);
    if (row && current && (mode !== 'active' || !row.finished_at)) holders.set(job.id, row);
  }
  const free = used.filter(({ job }) => !holders.has(job.id));
  if (free.length > 0) await tx.query(take, [JSON.stringify(free.map(({ job, job_id }) => toRow(job, job_id)))]);
  return holders;
}

function toRow({ id, ownerId, name, dedupe }: DedupedJob, was?: string): Record<string, unknown> {
  return { owner_id: ownerId, name, job_id: id, ...dedupe, was };
}
