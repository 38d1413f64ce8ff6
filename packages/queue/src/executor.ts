import type { Database, JobProgress, NewJobEvent, TransitionResult } from '@jobwire/db';
import { type Emit, traceIdOfContext, uuidv7 } from '@jobwire/runtime';

import { ClaimLost } from './abort.ts';
import type { CancelWatch } from './control/cancel-watch.ts';
import { type JobContext, type JobDefinition, Permanent } from './job/index.ts';
import { createProgressReports } from './progress.ts';
import { armLimits } from './run-limits.ts';
import { createSteps } from './steps.ts';
import type { TransitionWriter } from './transition-writer.ts';
import { judge, type Outcome, transitionOf, type Verdict } from './verdict.ts';

/** A delivery of the engine. */
export interface Delivery {
  id: string;
  dispatch: number;
}

/** What became of a delivery; `ignored` when it was not ours to run, or when another run took the job over. */
export type DeliveryVerdict = Verdict | { kind: 'ignored' };

/** A handler with its ports already given. */
export type BoundHandler = (payload: unknown, context: JobContext) => Promise<unknown>;

/** Runs deliveries of the engine. */
export interface Executor {
  /** Run one delivery to its verdict. The verdict is in the record before this resolves. */
  run(
    delivery: Delivery,
    definition: JobDefinition,
    handler: BoundHandler,
    signal: AbortSignal,
  ): Promise<DeliveryVerdict>;
}

/** What the executor needs. */
export interface ExecutorOptions {
  db: Database;
  writer: TransitionWriter;
  cancels: CancelWatch;
  /** The name of this worker, shown with attempts. */
  worker: string;
  emit: Emit;
  /** Called when a handler was left behind; it may still hold memory and connections. */
  onAbandoned: () => void;
}

/**
 * Make the executor: claim → parse → arm → run → judge → commit the verdict. Only then does the caller tell the engine.
 */
export function createExecutor(options: ExecutorOptions): Executor {
  const { writer, worker, emit } = options;
  return {
    async run(delivery, definition, handler, signal) {
      const token = uuidv7();
      const claim = await writer.write({ ...delivery, kind: 'claim', token, worker, events: [] });
      if (!claim) return { kind: 'ignored' };
      const facts = { job: definition.name, jobId: claim.id, attempt: claim.attempt, ...traceFacts(claim) };
      const waitedMs = Date.now() - Math.max(claim.createdAt.getTime(), claim.runAt.getTime());
      emit('job.claimed', { ...facts, waitedMs, ...(claim.traceContext ? { traceContext: claim.traceContext } : {}) });
      const started = performance.now();

      // Cancelled while its last run was under way, which died or handed it back.
      const ran: Ran = claim.cancelRequested
        ? { verdict: { kind: 'cancelled' }, events: [], progress: undefined }
        : await runHandler(options, { claim, token, definition, handler, signal });
      const { verdict, events, progress } = ran;
      if (verdict.kind === 'ignored') {
        emit('claim.lost', facts);
        return verdict;
      }
      const transition = transitionOf(verdict, { id: claim.id, token, attempt: claim.attempt }, events);
      const settled = await writer.write({ ...transition, ...shownProgress(verdict, definition, progress) });
      if (!settled) {
        emit('claim.lost', facts);
        return { kind: 'ignored' };
      }
      report(emit, { ...facts, ranMs: Math.round(performance.now() - started) }, verdict);
      return verdict;
    },
  };
}

/** What ties the log lines of a run to the request that the job comes from. */
function traceFacts({ traceContext }: TransitionResult): { traceId?: string } {
  const traceId = traceIdOfContext(traceContext);
  return traceId === undefined ? {} : { traceId };
}

interface Run {
  claim: TransitionResult;
  token: string;
  definition: JobDefinition;
  handler: BoundHandler;
  signal: AbortSignal;
}

/** How a run ended, and what it reported that is not stored yet. */
interface Ran {
  verdict: DeliveryVerdict;
  events: readonly NewJobEvent[];
  progress: JobProgress | undefined;
}

/** Run the handler within its limits and judge what it did. */
async function runHandler(options: ExecutorOptions, run: Run): Promise<Ran> {
  const { claim, token, definition, signal } = run;
  const { db, writer, cancels, emit } = options;
  const limits = armLimits(definition, signal);
  const unwatch = cancels.watch(token, limits.cancel);
  const reports = createProgressReports(definition.stages, claim.attempt, (events, progress) =>
    writer
      .write({ id: claim.id, kind: 'progress', token, events, ...(progress ? { progress } : {}) })
      // A report that cannot be stored never fails the run: the next one or the verdict carries the state.
      .catch((error: unknown) => emit('progress.failed', { jobId: claim.id, error })),
  );
  const context: JobContext = {
    job: { id: claim.id, ownerId: claim.ownerId, attempt: claim.attempt, maxAttempts: claim.maxAttempts },
    signal: limits.signal,
    progress: (stage, fraction, detail) => reports.report(stage, fraction, detail),
    log: (message, facts = {}) => reports.add({ type: 'job.log', data: { message, ...facts, attempt: claim.attempt } }),
    ...createSteps(db, { id: claim.id, token, attempt: claim.attempt }),
  };
  const outcome = await outcomeOf(options, run, context, limits.expired);
  limits.disarm();
  unwatch();
  const lost = 'threw' in outcome && outcome.threw instanceof ClaimLost;
  const verdict: DeliveryVerdict = lost ? { kind: 'ignored' } : judge(outcome, definition, claim, limits.abortedBy());
  return { verdict, ...reports.close() };
}

/** The one try/catch of the worker: whatever a handler does becomes an outcome. */
async function outcomeOf(
  { emit, onAbandoned }: ExecutorOptions,
  { claim, definition, handler }: Run,
  context: JobContext,
  expired: Promise<'expired'>,
): Promise<Outcome> {
  try {
    const payload = definition.payload.safeParse(claim.payload);
    if (!payload.success) throw new Permanent('INVALID_PAYLOAD', 'The stored payload does not fit the definition');
    const running = handler(payload.data, context);
    const ended = await Promise.race([running.then((returned) => ({ returned })), expired]);
    if (ended !== 'expired') return ended;
    // Nobody waits for it any more, but its end must not become an unhandled rejection.
    running.catch((error: unknown) => emit('handler.ended', { jobId: claim.id, error }));
    onAbandoned();
    return { abandoned: true };
  } catch (threw) {
    return { threw };
  }
}

/** What the row shows of the run: whoever succeeded is at the end, however little the handler has reported. */
function shownProgress(
  verdict: Verdict,
  { stages }: JobDefinition,
  last: JobProgress | undefined,
): { progress?: JobProgress } {
  const stage = stages.at(-1);
  if (verdict.kind === 'succeeded' && stage) return { progress: { percent: 100, stage } };
  return last ? { progress: last } : {};
}

function report(emit: Emit, facts: Record<string, unknown>, verdict: Verdict): void {
  if (verdict.kind === 'failed') emit('job.failed', { ...facts, error: verdict.error });
  else if (verdict.kind === 'retrying')
    emit('job.retrying', { ...facts, delayMs: verdict.delayMs, error: verdict.error });
  else if (verdict.kind === 'cancelled') emit('job.cancelled', { ...facts, was: 'running' });
  else if (verdict.kind === 'handed-back') emit('job.handed-back', { ...facts, reason: verdict.reason });
  else emit('job.finished', { ...facts, outcome: verdict.kind });
}
