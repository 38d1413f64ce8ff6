import type { Tx } from '../database.ts';

/** One numbered thing that happened to a job. Immutable. */
export interface JobEvent {
  seq: number;
  type: string;
  /** ISO 8601, UTC. */
  at: string;
  data: Record<string, unknown>;
}

const finalTypes = new Set(['job.succeeded', 'job.failed', 'job.cancelled', 'job.expired']);

/** True for the event after which nothing more is expected. */
export function isFinalEvent(event: Pick<JobEvent, 'type'>): boolean {
  return finalTypes.has(event.type);
}

/**
 * Read a job's events with a number above `after`, oldest first.
 *
 * @param limit rows at most
 */
export async function readJobEvents(tx: Tx, jobId: string, after: number, limit: number): Promise<JobEvent[]> {
  const rows = await tx.query<{ seq: number; type: string; at: Date; data: Record<string, unknown> }>(
    'SELECT seq, type, at, data FROM job_events WHERE job_id = $1 AND seq > $2 ORDER BY seq LIMIT $3',
    [jobId, after, limit],
    'read-job-events',
  );
  return rows.map(({ at, ...event }) => ({ ...event, at: at.toISOString() }));
}

/** The number of a job's first stored event; 1 until retention has taken the beginning. Undefined without events. */
export async function firstJobEvent(tx: Tx, jobId: string): Promise<number | undefined> {
  const [row] = await tx.query<{ seq: number | null }>('SELECT min(seq) AS seq FROM job_events WHERE job_id = $1', [
    jobId,
  ]);
  return row?.seq ?? undefined;
}
