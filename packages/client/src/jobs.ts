import createTypedFetch from 'openapi-fetch';

import type { components, operations, paths } from './api.gen.ts';
import { problemOf } from './rest.ts';

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
/** When, how urgently and under which labels a job starts. */
export type StartOptions = Omit<
  NonNullable<operations['startJob']['requestBody']>['content']['application/json'],
  'name' | 'payload'
> & {
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
  list(filter?: JobFilter): Promise<JobPage>;
  /** What a job handed back; the address of the file when it is one. */
  result(jobId: string): Promise<unknown>;
  /** The same, for a job whose name is known. */
  result<Name extends JobName>(jobId: string, name: Name): Promise<JobResult<Name>>;
  cancel(jobId: string, reason?: string): Promise<ListedJob>;
  /** The same job again. */
  retry(jobId: string): Promise<ListedJob>;
  /** Once more as a new job, with another payload if one is given. */
  replay(jobId: string, payload?: unknown): Promise<ListedJob>;
}

/** Make the typed calls of one server. */
export function createJobs(baseUrl: string, token: string | undefined): Jobs {
  const api = createTypedFetch<paths>({
    baseUrl,
    headers: { accept: 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
  });
  const at = (id: string) => ({ path: { id } });
  return {
    async start(name, payload, { idempotencyKey, ...options } = {}) {
      const header = idempotencyKey === undefined ? {} : { 'Idempotency-Key': idempotencyKey };
      return dataOf(await api.POST('/jobs', { params: { header }, body: { name, payload, ...options } }));
    },
    list: async (query = {}) => dataOf(await api.GET('/jobs', { params: { query } })),
    result: async (jobId: string) => dataOf(await api.GET('/jobs/{id}/result', { params: at(jobId) })),
    async cancel(jobId, reason) {
      const body = reason === undefined ? {} : { reason };
      return dataOf(await api.POST('/jobs/{id}/cancel', { params: at(jobId), body })).job;
    },
    retry: async (jobId) => dataOf(await api.POST('/jobs/{id}/retry', { params: at(jobId) })).job,
    async replay(jobId, payload) {
      const body = payload === undefined ? {} : { payload };
      return dataOf(await api.POST('/jobs/{id}/replay', { params: at(jobId), body })).job;
    },
  };
}

/** @throws JobwireError for an error answer */
function dataOf<Data>({ data, error, response }: { data?: Data; error?: unknown; response: Response }): Data {
  if (!response.ok || data === undefined) throw problemOf(response.status, JSON.stringify(error ?? {}));
  return data;
}
