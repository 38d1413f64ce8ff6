import type { Emit } from './events.ts';

/** One thing to stop, with the time it may take. */
export interface StopStep {
  name: string;
  /** Milliseconds; a step that takes longer is left behind and the stop counts as forced. */
  deadlineMs: number;
  stop: () => Promise<unknown> | unknown;
}

/** The stack of what a process started: stopped in reverse order, each step with a deadline. */
export interface Lifecycle {
  /** Register a started part; it is stopped before everything registered earlier. */
  add(step: StopStep): void;
  /** True from the first call of `stop`: readiness answers 503 from then on. */
  readonly stopping: boolean;
  /** Stop everything once; a second call waits for the first. Resolves `false` when a step failed or was left behind. */
  stop(reason: string): Promise<boolean>;
}

/** Make the lifecycle of a process. */
export function createLifecycle(emit: Emit): Lifecycle {
  const steps: StopStep[] = [];
  let stopped: Promise<boolean> | undefined;

  const stopAll = async (reason: string): Promise<boolean> => {
    // Whoever stops must already be seen as stopping: `stopped` is set when this function first waits.
    await Promise.resolve();
    emit('process.stopping', { reason });
    let clean = true;
    for (const step of steps.toReversed()) {
      clean = (await stopOne(step, emit)) && clean;
    }
    emit('process.stopped', { clean });
    return clean;
  };

  return {
    add: (step) => void steps.push(step),
    get stopping() {
      return stopped !== undefined;
    },
    stop(reason) {
      stopped ??= stopAll(reason);
      return stopped;
    },
  };
}

async function stopOne(step: StopStep, emit: Emit): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), step.deadlineMs);
  });
  try {
    const outcome = await Promise.race([(async () => step.stop())().then(() => 'done' as const), late]);
    if (outcome === 'late') emit('stop.failed', { step: step.name, deadlineMs: step.deadlineMs });
    return outcome === 'done';
  } catch (error) {
    emit('stop.failed', { step: step.name, error });
    return false;
  } finally {
    clearTimeout(timer);
  }
}
