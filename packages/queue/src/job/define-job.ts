import type { z } from 'zod';

import { type JobSchedule, problemOfSchedule } from './job-schedule.ts';

/** Who may start a job over `POST /jobs`. */
export type Access = 'internal' | 'key' | 'user' | 'admin';

/** How long to wait before the next attempt. All times in milliseconds. */
export type Backoff =
  | { type: 'exponential'; delayMs: number; capMs: number; jitter: number }
  | { type: 'list'; delaysMs: readonly number[]; jitter: number };

/** How often a job is tried, and how far apart. `jitter` 0.5 spreads a delay over 50-150 %. */
export interface RetryPolicy {
  attempts: number;
  backoff: Backoff;
}

/** When a run is asked to end, and when it is given up. */
export interface Timeout {
  softMs: number;
  hardMs: number;
}

/** How long finished jobs and their events are kept. */
export interface Retention {
  succeededMs: number;
  failedMs: number;
}

/** What `authorize` may look at: who asks, and for what. Ids alone, because it runs where jobs are started. */
export interface StartRequest<Payload> {
  /** As parsed. */
  payload: Payload;
  /** The user or the key; null for an operator who came by the one-time link. */
  ownerId: string | null;
  role: 'user' | 'key' | 'operator';
}

/** What a definition may say about one start. */
export interface StartRules<Payload> {
  /**
   * Whether this caller may start this very job; asked over HTTP after `access`, and for a payload that is valid. A refusal
   * looks like that of `access`.
   */
  authorize?(request: StartRequest<Payload>): boolean | Promise<boolean>;
  /**
   * The key of jobs that are the same: while one is unfinished, no second is made for its owner. Undefined for a job that
   * has no equal. Whoever starts the job may name another key.
   */
  dedupeKey?(payload: Payload): string | undefined;
}

/** The contract of a job: what everybody may know of it. Its logic is the handler, which only workers load. */
export interface JobDefinition<
  Name extends string = string,
  Payload extends z.ZodType = z.ZodType,
  Result extends z.ZodType = z.ZodType,
  Stage extends string = string,
> extends StartRules<z.output<Payload>> {
  readonly name: Name;
  readonly summary: string;
  readonly payload: Payload;
  readonly result: Result;
  readonly stages: readonly Stage[];
  readonly retry: RetryPolicy;
  readonly timeout: Timeout;
  /** How long a cancelled run may take to end before it is given up, in milliseconds. */
  readonly cancelGraceMs: number;
  readonly concurrency: number;
  readonly access: Access;
  readonly retention: Retention;
  /** 0 to 32,767; 0 goes first, and jobs with higher numbers wait for those with lower ones. */
  readonly priority: number;
  /** Fields of the payload whose words `GET /jobs?q=` finds; whoever sees the job may find it by them. */
  readonly searchable: readonly string[];
  readonly schedule?: JobSchedule;
}

/** What an author writes: only name, payload and result are required. */
export interface JobOptions<
  Name extends string,
  Payload extends z.ZodType,
  Result extends z.ZodType,
  Stage extends string,
> extends StartRules<z.output<Payload>> {
  name: Name;
  summary?: string;
  payload: Payload;
  result: Result;
  stages?: readonly Stage[];
  retry?: RetryPolicy;
  timeout?: Timeout;
  /** For a run that must not be left in the middle, e.g. of a mail's transfer; below `timeout.hardMs` to matter. */
  cancelGraceMs?: number;
  concurrency?: number;
  access?: Access;
  retention?: Partial<Retention>;
  priority?: number;
  searchable?: readonly (string & keyof z.output<Payload>)[];
  schedule?: JobSchedule<z.input<Payload>>;
}

const day = 86_400_000;

/** What a definition gets when it says nothing. */
export const jobDefaults = {
  retry: { attempts: 5, backoff: { type: 'exponential', delayMs: 1_000, capMs: 600_000, jitter: 0.5 } },
  timeout: { softMs: 60_000, hardMs: 75_000 },
  cancelGraceMs: 10_000,
  concurrency: 10,
  access: 'internal',
  retention: { succeededMs: 7 * day, failedMs: 30 * day },
  priority: 0,
  searchable: [],
} as const satisfies Partial<JobDefinition>;

/**
 * Define a job: fill in the defaults and check what types cannot.
 *
 * @throws Error when the name, a stage or a number cannot work; it stops the process at start, not a job at night
 */
export function defineJob<
  const Name extends string,
  Payload extends z.ZodType,
  Result extends z.ZodType,
  const Stage extends string = 'run',
>(options: JobOptions<Name, Payload, Result, Stage>): JobDefinition<Name, Payload, Result, Stage> {
  const definition = {
    summary: options.name,
    stages: ['run'] as unknown as readonly Stage[],
    ...jobDefaults,
    ...options,
    retention: { ...jobDefaults.retention, ...options.retention },
  };
  const problem = problemOf(definition);
  if (problem) throw new Error(`Job "${options.name}": ${problem}`);
  return definition;
}

/** The highest number of a priority, which is the last: what the record's column holds (PostgreSQL's smallint). */
export const lastPriority = 32_767;

function problemOf({
  name,
  stages,
  retry,
  timeout,
  cancelGraceMs,
  concurrency,
  priority,
  schedule,
  payload,
}: JobDefinition): string | undefined {
  // The name is also the engine's queue name, where ':' separates keys.
  if (!/^[a-z][a-z0-9-]*(\.[a-z][a-z0-9-]*)+$/.test(name)) return 'the name must look like "noun.verb", without ":"';
  if (stages.length === 0 || new Set(stages).size !== stages.length) return 'stages must be distinct, at least one';
  if (retry.attempts < 1) return 'retry.attempts must be at least 1';
  if (retry.backoff.type === 'list' && retry.backoff.delaysMs.length === 0) return 'retry.backoff.delaysMs is empty';
  if (timeout.hardMs <= timeout.softMs) return 'timeout.hardMs must be more than softMs';
  if (cancelGraceMs < 0) return 'cancelGraceMs must be at least 0';
  if (concurrency < 1) return 'concurrency must be at least 1';
  if (!Number.isInteger(priority) || priority < 0 || priority > lastPriority) {
    return `priority must be a whole number from 0 to ${lastPriority}`;
  }
  return schedule && problemOfSchedule(schedule, payload);
}
