import type { JobRow, NewJob } from '@jobwire/db';

/** A job as clients see it. */
export interface JobView {
  id: string;
  name: string;
  state: JobRow['state'];
  progress: JobRow['progress'];
  attempt: number;
  maxAttempts: number;
  createdAt: string;
  startedAt?: string;
  finishedAt?: string;
  nextAttemptAt?: string;
  runAt?: string;
  result?: unknown;
  error?: { code: string; message: string };
  skipped?: string;
  links: { self: string; events: string; socket: string };
}

/** Show a job of the record. */
export function jobView(row: JobRow): JobView {
  return {
    id: row.id,
    name: row.name,
    state: row.state,
    progress: row.progress,
    attempt: row.attempt,
    maxAttempts: row.max_attempts,
    createdAt: row.created_at.toISOString(),
    ...(row.started_at ? { startedAt: row.started_at.toISOString() } : {}),
    ...(row.finished_at ? { finishedAt: row.finished_at.toISOString() } : {}),
    ...(row.state === 'retrying' && row.next_attempt_at ? { nextAttemptAt: row.next_attempt_at.toISOString() } : {}),
    ...(row.state === 'scheduled' ? { runAt: row.run_at.toISOString() } : {}),
    ...(row.state === 'succeeded' && row.result !== null ? { result: row.result } : {}),
    ...(row.error ? { error: row.error } : {}),
    ...(row.skipped === null ? {} : { skipped: row.skipped }),
    links: linksOf(row.id),
  };
}

/** Show a job that was accepted a moment ago, without asking the record for what is known. */
export function acceptedJobView(job: NewJob, now: Date): JobView {
  return {
    id: job.id,
    name: job.name,
    state: job.runAt ? 'scheduled' : 'queued',
    progress: null,
    attempt: 0,
    maxAttempts: job.maxAttempts,
    createdAt: now.toISOString(),
    ...(job.runAt ? { runAt: job.runAt.toISOString() } : {}),
    links: linksOf(job.id),
  };
}

function linksOf(id: string): JobView['links'] {
  return { self: `/jobs/${id}`, events: `/jobs/${id}/events`, socket: `job:${id}` };
}
