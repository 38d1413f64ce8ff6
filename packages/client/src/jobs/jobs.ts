import type { components, operations } from '../api.gen.ts';
import { type AnswerOf, documented } from '../http/documented.ts';
import { queryOf } from '../http/query.ts';
import type { CallControl, ReadOptions, Rest } from '../http/rest.ts';

type Schemas = components['schemas'];

/** The kinds of job, by their names. */
export type JobName = keyof Schemas['JobPayloads'];
/** What a kind of job is given. */
export type JobPayload<Name extends JobName> = Schemas['JobPayloads'][Name];
/** What a kind of job hands back. */
export type JobResult<Name extends JobName> = Schemas['JobResults'][Name];
/** A job as the server shows it. */
export type ListedJob = AnswerOf<'getJob', 200>;
/** When, how urgently and under which labels a job starts. */
export type StartOptions = Omit<
  NonNullable<operations['startJob']['requestBody']>['content']['application/json'],
  'name' | 'payload'
> &
  CallControl & {
    /** Makes a repetition of the call safe. */
    idempotencyKey?: string;
  };
/** Which jobs are listed. */
export type JobFilter = NonNullable<operations['listJobs']['parameters']['query']>;
/** A page of jobs. */
export type JobPage = AnswerOf<'listJobs', 200>;
/** A started job, and a ticket to watch it with. */
export type StartedJob = AnswerOf<'startJob', 202>;
/** The runs of a job, the oldest first. */
export type JobAttempts = AnswerOf<'listJobAttempts', 200>;
/** A page of what a job said while it ran, the oldest first. */
export type JobLog = AnswerOf<'listJobLogs', 200>;
/** What happened to a job, in order; `final` when nothing follows. */
export type JobEvents = AnswerOf<'getJobEvents', 200>;
/** Counts of jobs by name and state. */
export type JobStats = AnswerOf<'countJobs', 200>;
/** How many jobs ended, step by step. */
export type Throughput = AnswerOf<'readThroughput', 200>;

/** Which lines of a job's log are read. */
export interface LogOptions extends ReadOptions {
  /** `page.next` of the page before. */
  after?: number;
  /** Lines of a page. */
  limit?: number;
}

/** Which events of a job are read. */
export interface EventOptions extends ReadOptions {
  /** A number, or a position `epoch:seq`: only events after it. */
  after?: number | string;
}

/** The jobs of the caller, typed by the server's document. Every call throws `JobwireError` for error answers. */
export interface Jobs {
  start<Name extends JobName>(name: Name, payload: JobPayload<Name>, options?: StartOptions): Promise<StartedJob>;
  get(jobId: string, options?: ReadOptions): Promise<ListedJob>;
  list(filter?: JobFilter, options?: CallControl): Promise<JobPage>;
  /** How many there are, by name and state. */
  stats(options?: CallControl): Promise<JobStats>;
  /**
   * How many ended lately, in steps of ten seconds; for administrators.
   *
   * @param since ISO 8601; left out, a quarter of an hour
   */
  throughput(since?: string, options?: CallControl): Promise<Throughput>;
  /** What a job handed back, where that is no file. */
  result(jobId: string, name?: undefined, options?: ReadOptions): Promise<unknown>;
  /** The same, for a job whose name is known. */
  result<Name extends JobName>(jobId: string, name: Name, options?: ReadOptions): Promise<JobResult<Name>>;
  /** The file that a job handed back, where its result is one. */
  file(jobId: string, options?: ReadOptions): Promise<Blob>;
  /** Its runs, each with how it ended. */
  attempts(jobId: string, options?: ReadOptions): Promise<JobAttempts>;
  /** What it said while it ran, page by page. */
  logs(jobId: string, options?: LogOptions): Promise<JobLog>;
  /** What happened so far; code `POSITION_LOST` when the events after a position cannot be had. */
  events(jobId: string, options?: EventOptions): Promise<JobEvents>;
  cancel(jobId: string, reason?: string, options?: CallControl): Promise<ListedJob>;
  /** The same job again. */
  retry(jobId: string, options?: CallControl): Promise<ListedJob>;
  /** Once more as a new job, with another payload if one is given. */
  replay(jobId: string, payload?: unknown, options?: CallControl): Promise<ListedJob>;
}

/** Make the typed calls of one server. */
export function createJobs(rest: Rest): Jobs {
  return {
    start: (name, payload, { idempotencyKey, signal, ...options } = {}) =>
      rest.call('/jobs', documented<'startJob', 202>(), {
        method: 'POST',
        body: { name, payload, ...options },
        idempotencyKey,
        signal,
      }),
    get: (id, options) => rest.call(pathOf(id), documented<'getJob', 200>(), options),
    list: (filter = {}, options = {}) => rest.call(`/jobs${queryOf(filter)}`, documented<'listJobs', 200>(), options),
    stats: (options) => rest.call('/jobs/stats', documented<'countJobs', 200>(), options),
    throughput: (since, options) =>
      rest.call(`/jobs/throughput${queryOf({ since })}`, documented<'readThroughput', 200>(), options),
    result: (id: string, _name?: JobName, options?: ReadOptions) =>
      rest.call(`${pathOf(id)}/result`, documented<'getJobResult', 200>(), options),
    file: (id, options) => rest.download(`${pathOf(id)}/result`, options),
    attempts: (id, options) => rest.call(`${pathOf(id)}/attempts`, documented<'listJobAttempts', 200>(), options),
    logs: (id, { after, limit, ...options } = {}) =>
      rest.call(`${pathOf(id)}/logs${queryOf({ after, limit })}`, documented<'listJobLogs', 200>(), options),
    events: (id, { after, ...options } = {}) =>
      rest.call(`${pathOf(id)}/events${queryOf({ after })}`, documented<'getJobEvents', 200>(), options),
    async cancel(id, reason, options) {
      const body = reason === undefined ? {} : { reason };
      const sent = { ...options, method: 'POST', body } as const;
      return (await rest.call(`${pathOf(id)}/cancel`, documented<'cancelJob', 202>(), sent)).job;
    },
    async retry(id, options) {
      const sent = { ...options, method: 'POST' } as const;
      return (await rest.call(`${pathOf(id)}/retry`, documented<'retryJob', 202>(), sent)).job;
    },
    async replay(id, payload, options) {
      const body = payload === undefined ? {} : { payload };
      const sent = { ...options, method: 'POST', body } as const;
      return (await rest.call(`${pathOf(id)}/replay`, documented<'replayJob', 202>(), sent)).job;
    },
  };
}

function pathOf(id: string): string {
  return `/jobs/${encodeURIComponent(id)}`;
}
