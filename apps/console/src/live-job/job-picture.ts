import type { Job, JobWatch } from '@jobwire/client';

/** An event of a job as it arrived. */
export interface SeenEvent {
  seq: number;
  type: string;
  /** ISO 8601, UTC. */
  at: string;
  data: Readonly<Record<string, unknown>>;
  /** Progress reports right before it that were left out. */
  skipped: number;
}

/** What is known of a job while it is watched. */
export interface JobPicture {
  /** As the server showed it last; undefined until then. */
  job: Job | undefined;
  state: Job['state'];
  /** 0 to 100. A later attempt starts over, the bar does not: it waits where it was. */
  percent: number;
  stage: string | undefined;
  detail: string | undefined;
  attempt: number;
  maxAttempts: number | undefined;
  /** When a retrying job runs again, in milliseconds since 1970. */
  nextAttemptAt: number | undefined;
  error: { code: string; message: string } | undefined;
  result: unknown;
  /** Why it ended without doing anything. */
  skipped: string | undefined;
  final: boolean;
  events: readonly SeenEvent[];
}

/** What a watch of a job tells. */
export type JobItem = JobWatch extends AsyncIterable<infer Item> ? Item : never;

/** A job of which nothing is known yet. */
export const unknownJob: JobPicture = {
  job: undefined,
  state: 'queued',
  percent: 0,
  stage: undefined,
  detail: undefined,
  attempt: 0,
  maxAttempts: undefined,
  nextAttemptAt: undefined,
  error: undefined,
  result: undefined,
  skipped: undefined,
  final: false,
  events: [],
};

/** What is known after one more item. */
export function pictureAfter(before: JobPicture, item: JobItem): JobPicture {
  return item.kind === 'snapshot' ? afterSnapshot(before, item.snapshot, item.final) : afterEvent(before, item);
}

/** What is known when the server shows the job. */
export function afterSnapshot(before: JobPicture, job: Job, final: boolean): JobPicture {
  const { nextAttemptAt, skipped } = job;
  return {
    ...before,
    job,
    state: job.state,
    percent: job.state === 'succeeded' ? 100 : Math.max(before.percent, job.progress?.percent ?? 0),
    stage: job.progress?.stage,
    detail: job.progress?.detail,
    attempt: job.attempt,
    maxAttempts: job.maxAttempts,
    nextAttemptAt: typeof nextAttemptAt === 'string' ? Date.parse(nextAttemptAt) : undefined,
    error: job.error,
    result: job.result,
    skipped: typeof skipped === 'string' ? skipped : undefined,
    final,
  };
}

function afterEvent(before: JobPicture, item: Extract<JobItem, { kind: 'event' }>): JobPicture {
  const { seq, type, at, data, skipped, final } = item;
  const next: JobPicture = {
    ...before,
    attempt: numberIn(data, 'attempt') ?? before.attempt,
    events: [...before.events, { seq, type, at, data, skipped }],
    final,
  };
  switch (type) {
    case 'job.scheduled':
      return { ...next, state: 'scheduled' };
    case 'job.queued':
      return { ...next, state: 'queued', error: undefined, nextAttemptAt: undefined };
    case 'job.started':
    case 'job.stalled':
      return { ...next, state: 'running', stage: undefined, detail: undefined, nextAttemptAt: undefined };
    case 'job.progress':
      return {
        ...next,
        state: 'running',
        percent: Math.max(before.percent, numberIn(data, 'percent') ?? 0),
        stage: textIn(data, 'stage'),
        detail: textIn(data, 'detail'),
      };
    case 'job.retrying':
      return {
        ...next,
        state: 'retrying',
        nextAttemptAt: Date.parse(at) + (numberIn(data, 'delayMs') ?? 0),
        error: errorIn(data),
      };
    case 'job.succeeded':
      return {
        ...next,
        state: 'succeeded',
        percent: 100,
        result: data['result'],
        skipped: textIn(data, 'skipped'),
        error: undefined,
      };
    case 'job.failed':
      return { ...next, state: 'failed', error: errorIn(data) };
    case 'job.cancelled':
      return { ...next, state: 'cancelled' };
    case 'job.expired':
      return { ...next, state: 'expired' };
    default:
      return next;
  }
}

/** A number of an event's data, if it is one. */
export function numberIn(data: Readonly<Record<string, unknown>>, name: string): number | undefined {
  const value = data[name];
  return typeof value === 'number' ? value : undefined;
}

/** A text of an event's data, if it is one. */
export function textIn(data: Readonly<Record<string, unknown>>, name: string): string | undefined {
  const value = data[name];
  return typeof value === 'string' ? value : undefined;
}

function errorIn(data: Readonly<Record<string, unknown>>): JobPicture['error'] {
  const { error } = data;
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return { code: String(error.code), message: 'message' in error ? String(error.message) : '' };
}
