import createTypedFetch from 'openapi-fetch';

import type { components, operations, paths } from '../api.gen.ts';
import { authorizedFetch, bearer, type Caller, keyHeader, problemOf } from './rest.ts';

type Schemas = components['schemas'];
type Body<
  Operation extends { responses: Record<number, unknown> },
  Status extends keyof Operation['responses'],
> = Operation['responses'][Status] extends { content: { 'application/json': infer Json } } ? Json : never;

/** The kinds of job, by their names. */
export type JobName = keyof Schemas['JobPayloads'];
/** What a kind of job is given. */
export type JobPayload<Name extends JobName> = Schemas['JobPayloads'][Name];
/** What a kind of job hands back. */
export type JobResult<Name extends JobName> = Schemas['JobResults'][Name];
/** A job as the server shows it. */
export type ListedJob = Body<operations['getJob'], 200>;
/** Ends a call before its answer. */
export interface CallControl {
  signal?: AbortSignal;
}
/** How something is read that the caller may not own. */
export interface ReadOptions extends CallControl {
  /** The ticket of the job; not needed by its owner. */
  ticket?: string;
}
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
export type JobPage = Body<operations['listJobs'], 200>;
/** A started job, and a ticket to watch it with. */
export type StartedJob = Body<operations['startJob'], 202>;

/** The jobs of the caller, typed by the server's document. Every call throws `JobwireError` for error answers. */
export interface Jobs {
  start<Name extends JobName>(name: Name, payload: JobPayload<Name>, options?: StartOptions): Promise<StartedJob>;
  get(jobId: string, options?: ReadOptions): Promise<ListedJob>;
  list(filter?: JobFilter, options?: CallControl): Promise<JobPage>;
  /** What a job handed back; the address of the file when it is one. */
  result(jobId: string, name?: undefined, options?: ReadOptions): Promise<unknown>;
  /** The same, for a job whose name is known. */
  result<Name extends JobName>(jobId: string, name: Name, options?: ReadOptions): Promise<JobResult<Name>>;
  cancel(jobId: string, reason?: string, options?: CallControl): Promise<ListedJob>;
  /** The same job again. */
  retry(jobId: string, options?: CallControl): Promise<ListedJob>;
  /** Once more as a new job, with another payload if one is given. */
  replay(jobId: string, payload?: unknown, options?: CallControl): Promise<ListedJob>;
}

/** Make the typed calls of one server. */
export function createJobs(caller: Caller): Jobs {
  const api = createTypedFetch<paths>({
    baseUrl: caller.baseUrl,
    fetch: authorizedFetch(caller),
    headers: { accept: 'application/json' },
  });
  const at = (id: string) => ({ path: { id } });
  const sent = ({ ticket, signal }: ReadOptions = {}) => ({ headers: bearer(ticket), ...(signal ? { signal } : {}) });
  return {
    async start(name, payload, { idempotencyKey, signal, ...options } = {}) {
      const params = { header: keyHeader(idempotencyKey) };
      return dataOf(
        await api.POST('/jobs', { params, body: { name, payload, ...options }, ...(signal ? { signal } : {}) }),
      );
    },
    get: async (id, options) => dataOf(await api.GET('/jobs/{id}', { params: at(id), ...sent(options) })),
    list: async (query = {}, options = {}) => dataOf(await api.GET('/jobs', { params: { query }, ...sent(options) })),
    result: async (id: string, _name?: JobName, options?: ReadOptions) =>
      dataOf(await api.GET('/jobs/{id}/result', { params: at(id), ...sent(options) })),
    async cancel(id, reason, options) {
      const body = reason === undefined ? {} : { reason };
      return dataOf(await api.POST('/jobs/{id}/cancel', { params: at(id), body, ...sent(options) })).job;
    },
    retry: async (id, options) => dataOf(await api.POST('/jobs/{id}/retry', { params: at(id), ...sent(options) })).job,
    async replay(id, payload, options) {
      const body = payload === undefined ? {} : { payload };
      return dataOf(await api.POST('/jobs/{id}/replay', { params: at(id), body, ...sent(options) })).job;
    },
  };
}

/** @throws JobwireError for an error answer */
function dataOf<Data>({ data, error, response }: { data?: Data; error?: unknown; response: Response }): Data {
  if (!response.ok || data === undefined) throw problemOf(response.status, JSON.stringify(error ?? {}));
  return data;
}
