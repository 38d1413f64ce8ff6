import type { Tx } from '../database.ts';
import type { JobEvent } from './job-events.ts';

/** The error of an attempt as operators see it; null members are emptied when its owner is forgotten. */
export interface AttemptError {
  name: string;
  code: string;
  message: string;
  stack: string;
}

/** An event that began or closed an attempt. */
export interface AttemptEvent extends JobEvent {
  /** What `job_attempts` has of the attempt that this event closed. */
  error: AttemptError | null;
  worker: string | null;
}

/** The events that begin or close an attempt. */
const attemptTypes = [
  'job.started',
  'job.stalled',
  'job.retrying',
  'job.succeeded',
  'job.failed',
  'job.cancelled',
  'job.expired',
];

/**
 * Read the events that tell of a job's attempts, oldest first.
 *
 * @param limit the newest so many
 */
export async function readAttemptEvents(tx: Tx, jobId: string, limit: number): Promise<AttemptEvent[]> {
  const rows = await tx.query<Omit<AttemptEvent, 'at'> & { at: Date }>(
    `SELECT event.seq, event.type, event.at, event.data, tried.error, tried.worker
     FROM job_events event LEFT JOIN job_attempts tried ON tried.job_id = event.job_id AND tried.seq = event.seq
     WHERE event.job_id = $1 AND event.type = ANY($2::text[])
     ORDER BY event.seq DESC LIMIT $3`,
    [jobId, attemptTypes, limit],
  );
  return rows.map(({ at, ...event }) => ({ ...event, at: at.toISOString() })).toReversed();
}

/**
 * Read what handlers logged, oldest first.
 *
 * @param after events with a higher number
 * @param limit rows at most
 */
export async function readJobLog(tx: Tx, jobId: string, after: number, limit: number): Promise<JobEvent[]> {
  const rows = await tx.query<Omit<JobEvent, 'at'> & { at: Date }>(
    `SELECT seq, type, at, data FROM job_events
     WHERE job_id = $1 AND seq > $2 AND type = 'job.log' ORDER BY seq LIMIT $3`,
    [jobId, after, limit],
  );
  return rows.map(({ at, ...event }) => ({ ...event, at: at.toISOString() }));
}
