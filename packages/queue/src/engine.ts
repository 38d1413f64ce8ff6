import type { Dispatch } from '@jobwire/db';
import type { Emit } from '@jobwire/runtime';
import type { Queue, Worker } from 'bullmq';

import type { Bus } from './bus.ts';
import type { RateLimiter, RateRule } from './rate-limits/rate-limiter.ts';

/** Where BullMQ keeps its queues. */
export type EngineKind = 'redis' | 'postgres';

/** What BullMQ knows of a delivery. */
export type EngineState = 'missing' | 'waiting' | 'completed' | 'failed';

/** Runs one delivery; declared with three parameters, because only then does BullMQ pass the abort signal. */
export type Processor = (
  delivery: { id?: string | undefined },
  token: string | undefined,
  signal: AbortSignal | undefined,
) => Promise<unknown>;

/** One worker of one queue. */
export interface WorkerSettings {
  concurrency: number;
  processor: Processor;
  /** Milliseconds to wait after a failed attempt, read from the error that the processor threw. */
  delayOf: (error: Error) => number;
}

/** BullMQ behind the few words that the rest of the code uses. Everything above it is the same on both engines. */
export interface Engine {
  readonly kind: EngineKind;
  /** The job types that it has queues for. */
  readonly names: readonly string[];
  /** Make the engine fit for use: its schema, or a check of the server's settings. Throws when it must not be used. */
  prepare(): Promise<void>;
  /** False while the engine cannot take jobs. */
  ready(): boolean;
  /** Give deliveries to the engine. Returns those that it did not take. */
  add(dispatches: readonly Dispatch[]): Promise<Set<Dispatch>>;
  /** Take a delivery out of the engine; one that is gone or at work stays as it is. */
  remove(delivery: { name: string; id: string; dispatch: number }): Promise<void>;
  /** Give no more deliveries of a queue to workers. Those that run go on. */
  pause(name: string): Promise<void>;
  resume(name: string): Promise<void>;
  isPaused(name: string): Promise<boolean>;
  /** The state of deliveries, in the order asked. */
  states(deliveries: readonly { name: string; id: string; dispatch: number }[]): Promise<EngineState[]>;
  /** Whether what the engine was given is still there. */
  memory(): Promise<'kept' | 'lost' | 'restarted'>;
  /** Remember that everything was given again. */
  remember(): Promise<void>;
  /** The queue of a job type, for dashboards. */
  queue(name: string): Queue;
  worker(name: string, settings: WorkerSettings): Worker;
  bus(nodeName: string): Bus;
  /** Count by a rule, together with the other processes on this engine; ask once per rule. */
  limiter(rule: RateRule): RateLimiter;
  /** Free what the engine holds; never waits for a server that does not answer. */
  close(): Promise<void>;
}

/** What both engines need. */
export interface EngineOptions {
  /** Job types; one queue each. */
  names: readonly string[];
  /** The process, shown in the server's client list. */
  process: string;
  emit: Emit;
  /** The server appeared after the start and must not be used: the process should end. */
  onUnfit?: (error: unknown) => void;
  /** Workers of this process; the PostgreSQL engine keeps a connection for each. */
  workers?: number;
  /** How long a request waits for the store of rate limits, in milliseconds; for tests. */
  limitPatienceMs?: number;
}

/** BullMQ's settings that do not depend on the engine (reliability: a killed worker's job runs again within 25 s). */
export const engineSettings = {
  /** A lock that is not renewed for this long is lost, in milliseconds. */
  lockDuration: 15_000,
  /** How often lost locks are looked for, in milliseconds. */
  stalledInterval: 5_000,
  /** How often a delivery may be found stalled; once more and the engine fails it without calling us. */
  maxStalledCount: 3,
  /** After an error of the server, in milliseconds. Longer than the lock would cost the run. */
  runRetryDelay: 2_000,
  /** Finished deliveries that are kept per queue, for dashboards; the record keeps the truth. */
  kept: { count: 1_000 },
  /** A payload is an id; anything near this size is a mistake. In bytes. */
  sizeLimit: 4_096,
} as const;

/** The engine's id of a delivery. */
export function engineJobId({ id, dispatch }: { id: string; dispatch: number }): string {
  return `${id}-${dispatch}`;
}
