import { type FailedAttempt, type NewJobEvent, RecordUnavailable, type Transition } from '@jobwire/db';
import { asError } from '@jobwire/runtime';

import type { AbortKind } from './abort.ts';
import { backoffDelay } from './backoff.ts';
import { type JobDefinition, Permanent, Retryable, RetryAfter, Skip } from './job/index.ts';

/** How a run ended. */
export type Verdict =
  | { kind: 'succeeded'; result: unknown }
  | { kind: 'skipped'; reason: string }
  | { kind: 'handed-back'; reason: string; delayMs: number; error?: FailedAttempt['error'] }
  | { kind: 'retrying'; delayMs: number; error: FailedAttempt['error'] }
  | { kind: 'failed'; error: FailedAttempt['error'] }
  | { kind: 'cancelled'; error?: FailedAttempt['error'] };

/** What a handler did: returned, threw, or did not end in time. */
export type Outcome = { returned: unknown } | { threw: unknown } | { abandoned: true };

/** How soon a job is delivered again when the record was out of reach, in milliseconds. */
const unavailableDelayMs = 1_000;

/**
 * Judge a run. The handler's word counts first: what it returned or decided holds even if it was asked to end meanwhile.
 *
 * @param attempt the attempt that ran, from 1
 * @param aborted why the run was asked to end, if it was
 */
export function judge(
  outcome: Outcome,
  definition: JobDefinition,
  attempt: { attempt: number; maxAttempts: number },
  aborted: AbortKind | undefined,
): Verdict {
  if ('returned' in outcome) return judgeResult(outcome.returned, definition);
  if ('abandoned' in outcome) {
    if (aborted === 'cancel') return { kind: 'cancelled', error: didNotEnd(definition.cancelGraceMs) };
    return judgeFailure(timedOut(definition.timeout.hardMs), definition, attempt);
  }
  const { threw } = outcome;
  if (threw instanceof Skip) return { kind: 'skipped', reason: threw.reason };
  if (threw instanceof Permanent) return { kind: 'failed', error: describe(threw, threw.code) };
  // Whatever else it threw: the job is not to run again.
  if (aborted === 'cancel') return { kind: 'cancelled', error: describe(asError(threw), 'CANCELLED') };
  if (threw instanceof RetryAfter) {
    return {
      kind: 'handed-back',
      reason: threw.message,
      delayMs: threw.delayMs,
      error: describe(threw, 'RETRY_AFTER'),
    };
  }
  if (threw instanceof RecordUnavailable) {
    return { kind: 'handed-back', reason: 'record unavailable', delayMs: unavailableDelayMs };
  }
  if (aborted === 'shutdown' || aborted === 'lost-lock') return { kind: 'handed-back', reason: aborted, delayMs: 0 };
  if (aborted === 'timeout') return judgeFailure(timedOut(definition.timeout.softMs), definition, attempt);
  return judgeFailure(describe(asError(threw), codeOf(threw)), definition, attempt);
}

function judgeResult(returned: unknown, definition: JobDefinition): Verdict {
  const parsed = definition.result.safeParse(returned);
  if (parsed.success) return { kind: 'succeeded', result: parsed.data };
  return { kind: 'failed', error: describe(parsed.error, 'INVALID_RESULT') };
}

function judgeFailure(
  error: FailedAttempt['error'],
  definition: JobDefinition,
  { attempt, maxAttempts }: { attempt: number; maxAttempts: number },
): Verdict {
  if (attempt >= maxAttempts) return { kind: 'failed', error };
  return { kind: 'retrying', error, delayMs: backoffDelay(definition.retry.backoff, attempt) };
}

/** An attempt's error as operators see it. */
export function describe(error: Error, code: string): FailedAttempt['error'] {
  return { name: error.name, code, message: error.message, stack: stackOf(error) };
}

/** The stack with the stacks of its causes: the cause is where the truth is. */
function stackOf(error: Error): string {
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause instanceof Error ? `${own}\nCaused by: ${stackOf(error.cause)}` : own;
}

function timedOut(afterMs: number): FailedAttempt['error'] {
  const message = `The run took longer than ${afterMs} ms`;
  return { name: 'Timeout', code: 'TIMEOUT', message, stack: message };
}

function didNotEnd(graceMs: number): FailedAttempt['error'] {
  const message = `The run was cancelled and did not end within ${graceMs} ms`;
  return { name: 'Cancelled', code: 'CANCELLED', message, stack: message };
}

/** Only a code that the author chose is shown: system codes and messages may name hosts and paths. */
function codeOf(threw: unknown): string {
  return threw instanceof Retryable ? threw.code : 'ERROR';
}

/** Write a verdict as a transition of the job. `pending` are reports that have not been stored yet. */
export function transitionOf(
  verdict: Verdict,
  claim: { id: string; token: string; attempt: number },
  pending: readonly NewJobEvent[],
): Transition {
  const { id, token, attempt } = claim;
  const base = { id, token, kind: 'settle' } as const;
  const events = (type: string, data: Record<string, unknown>): NewJobEvent[] => [
    ...pending,
    { type, data: { ...data, attempt } },
  ];
  switch (verdict.kind) {
    case 'succeeded':
      return {
        ...base,
        state: 'succeeded',
        result: verdict.result,
        events: events('job.succeeded', { result: verdict.result }),
      };
    case 'skipped':
      return {
        ...base,
        state: 'succeeded',
        skipped: verdict.reason,
        events: events('job.succeeded', { skipped: verdict.reason }),
      };
    case 'handed-back':
      return {
        ...base,
        state: 'retrying',
        handBack: true,
        delayMs: verdict.delayMs,
        events: events('job.retrying', { reason: verdict.reason, delayMs: verdict.delayMs }),
        ...(verdict.error ? { failedAttempt: { outcome: 'handed back', error: verdict.error } } : {}),
      };
    case 'retrying':
      return {
        ...base,
        state: 'retrying',
        delayMs: verdict.delayMs,
        error: publicError(verdict.error),
        failedAttempt: { outcome: 'failed', error: verdict.error },
        events: events('job.retrying', { delayMs: verdict.delayMs, error: publicError(verdict.error) }),
      };
    case 'failed':
      return {
        ...base,
        state: 'failed',
        error: publicError(verdict.error),
        failedAttempt: { outcome: 'failed', error: verdict.error },
        events: events('job.failed', { error: publicError(verdict.error) }),
      };
    case 'cancelled':
      return {
        ...base,
        state: 'cancelled',
        events: events('job.cancelled', {}),
        ...(verdict.error ? { failedAttempt: { outcome: 'cancelled', error: verdict.error } } : {}),
      };
  }
}

/** What a job's owner may see: the code, and the message only where the author gave the error a code of its own. */
function publicError({ code, message }: FailedAttempt['error']): { code: string; message: string } {
  return { code, message: code === 'ERROR' ? 'The job failed' : message };
}
