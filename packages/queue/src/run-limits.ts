import { type AbortKind, abortKindOf, RunAborted } from './abort.ts';
import type { JobDefinition } from './job/index.ts';

/** What may end a run from outside. */
export interface RunLimits {
  /** The handler's signal. */
  readonly signal: AbortSignal;
  /** Resolves when nobody waits for the handler any longer: at the hard timeout, or some time after a cancel. */
  readonly expired: Promise<'expired'>;
  /** Why the run was asked to end, if it was. A cancel is an answer to all other reasons: the job must not run again. */
  abortedBy(): AbortKind | undefined;
  /** Somebody has asked the job to end. */
  cancel(): void;
  disarm(): void;
}

/** Arm the soft timeout (asks the run to end), the hard one (gives it up), the engine's signal and the cancel. */
export function armLimits({ timeout, cancelGraceMs }: JobDefinition, engineSignal: AbortSignal): RunLimits {
  const controller = new AbortController();
  const abort = (kind: AbortKind): void => {
    if (!controller.signal.aborted) controller.abort(new RunAborted(kind));
  };
  const onEngine = (): void => abort(abortKindOf(engineSignal.reason));
  engineSignal.addEventListener('abort', onEngine, { once: true });
  if (engineSignal.aborted) onEngine();
  const timers = new Set([setTimeout(() => abort('timeout'), timeout.softMs)]);
  let expire = (): void => undefined;
  const expired = new Promise<'expired'>((resolve) => {
    expire = () => resolve('expired');
  });
  timers.add(setTimeout(expire, timeout.hardMs));
  let cancelled = false;
  return {
    signal: controller.signal,
    expired,
    abortedBy() {
      if (cancelled) return 'cancel';
      return controller.signal.reason instanceof RunAborted ? controller.signal.reason.kind : undefined;
    },
    cancel() {
      cancelled = true;
      timers.add(setTimeout(expire, cancelGraceMs));
      abort('cancel');
    },
    disarm() {
      for (const timer of timers) clearTimeout(timer);
      engineSignal.removeEventListener('abort', onEngine);
    },
  };
}
