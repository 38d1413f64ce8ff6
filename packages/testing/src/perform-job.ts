import type { Database } from '@jobwire/db';
import type { Handler, JobContext, JobDefinition, JsonValue } from '@jobwire/queue/job';
import { judge, type Outcome, type Verdict } from '@jobwire/queue/verdict';
import { uuidv7 } from '@jobwire/runtime';
import type { z } from 'zod';

import { createMemorySteps, type StepMemory } from './memory-steps.ts';

/** A report of a handler, as clients would see it. */
export interface SeenProgress {
  percent: number;
  stage: string;
  detail?: string;
}

/** Facts of the run that a test may choose. */
export interface PerformOptions {
  jobId?: string;
  ownerId?: string | null;
  /** From 1. */
  attempt?: number;
  /** By default what the definition says. */
  maxAttempts?: number;
  signal?: AbortSignal;
  /** Where `commit` runs its transactions; without one a handler that commits fails the test. */
  db?: Database;
  /** The `steps` of an earlier run, to perform the same job again. */
  steps?: StepMemory;
}

/** What a run did. */
export interface PerformedJob<Result> {
  /** As the worker would judge it: `succeeded`, `skipped`, `retrying`, `handed-back` or `failed`. */
  verdict: Verdict;
  /** The result after its trip through JSON and the definition's schema; `undefined` unless succeeded. */
  result: Result | undefined;
  /** What the handler threw, if it did. */
  threw: unknown;
  progress: readonly SeenProgress[];
  logs: readonly { message: string; facts: Readonly<Record<string, JsonValue>> }[];
  steps: StepMemory;
}

/**
 * Run one handler in this process, without engine and record, and judge it as a worker would. Payload and result go
 * through JSON and the definition's schemas, as they do in a real run.
 */
export async function performJob<Definition extends JobDefinition, Ports>(
  definition: Definition,
  handler: Handler<Definition, Ports>,
  payload: z.input<Definition['payload']>,
  ports: Ports,
  options: PerformOptions = {},
): Promise<PerformedJob<z.output<Definition['result']>>> {
  const { jobId = uuidv7(), ownerId = null, attempt = 1, signal, db, steps = new Map() } = options;
  const { maxAttempts = definition.retry.attempts } = options;
  const progress: SeenProgress[] = [];
  const logs: { message: string; facts: Readonly<Record<string, JsonValue>> }[] = [];
  const context: JobContext<Definition['stages'][number]> = {
    job: { id: jobId, ownerId, attempt, maxAttempts },
    signal: signal ?? new AbortController().signal,
    progress: (stage, fraction, detail) => void progress.push(seenProgress(definition, stage, fraction, detail)),
    log: (message, facts = {}) => void logs.push({ message, facts }),
    ...createMemorySteps(steps, db),
  };
  const outcome = await runOnce(definition, handler, payload, context, ports);
  const verdict = judge(outcome, definition, { attempt, maxAttempts }, undefined);
  return {
    verdict,
    // The judge has parsed it with the definition's schema.
    result: verdict.kind === 'succeeded' ? (verdict.result as z.output<Definition['result']>) : undefined,
    threw: 'threw' in outcome ? outcome.threw : undefined,
    progress,
    logs,
    steps,
  };
}

async function runOnce<Definition extends JobDefinition, Ports>(
  definition: Definition,
  handler: Handler<Definition, Ports>,
  payload: unknown,
  context: JobContext<Definition['stages'][number]>,
  ports: Ports,
): Promise<Outcome> {
  // A payload that does not fit is a mistake of the test: it throws here instead of becoming a verdict.
  const parsed = definition.payload.parse(throughJson(payload)) as z.output<Definition['payload']>;
  try {
    return { returned: throughJson(await handler(parsed, context, ports)) };
  } catch (threw) {
    return { threw };
  }
}

/** What is left of a value after it was stored. */
export function throughJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** Percent = (stage index + fraction) / stages, as in a real run. */
function seenProgress({ stages }: JobDefinition, stage: string, fraction = 0, detail?: string): SeenProgress {
  const index = stages.indexOf(stage);
  if (index < 0) throw new Error(`Unknown stage "${stage}": the definition has ${stages.join(', ')}`);
  const percent = Math.round((100 * (index + Math.min(1, Math.max(0, fraction)))) / stages.length);
  return { percent, stage, ...(detail === undefined ? {} : { detail }) };
}
