import { countStuck, type Database } from '@jobwire/db';
import { asError, type Emit } from '@jobwire/runtime';

import type { Engine } from './engine.ts';
import type { RunningWorkers } from './run-workers.ts';

/** Finds out that this worker has silently stopped taking jobs, which BullMQ's history shows to happen. */
export interface SelfCheck {
  start(): void;
  stop(): void;
  /** One look; true when the worker is stuck. */
  check(): Promise<boolean>;
}

/** How often to look, and how long rows may wait while nothing is taken, in milliseconds. */
const intervalMs = 15_000;
const patienceMs = 60_000;

/** Make the self-check. `onStuck` is called once; the process should exit and be started afresh. */
export function createSelfCheck(
  db: Database,
  engine: Pick<Engine, 'ready' | 'queue'>,
  workers: Pick<RunningWorkers, 'loads'>,
  emit: Emit,
  onStuck: () => void,
): SelfCheck {
  let timer: NodeJS.Timeout | undefined;

  const check = async (): Promise<boolean> => {
    // An engine that is away explains everything; restarting would not help.
    if (!engine.ready()) return false;
    const idle = workers.loads().filter(({ concurrency, running, lastClaim }) => {
      return running < concurrency && performance.now() - lastClaim > patienceMs;
    });
    for (const { name } of idle) {
      const stuck = await countStuck(db, name, patienceMs / 1_000);
      if (stuck === 0 || (await isHeld(engine, name))) continue;
      emit('worker.stuck', { job: name, waiting: stuck });
      return true;
    }
    return false;
  };

  return {
    check,
    start() {
      timer = setInterval(() => {
        check().then(
          (stuck) => {
            if (!stuck) return;
            clearInterval(timer);
            onStuck();
          },
          (error: unknown) => emit('self-check.failed', { error: asError(error) }),
        );
      }, intervalMs);
    },
    stop: () => clearInterval(timer),
  };
}

/** A queue that is paused or rate limited waits on purpose. */
async function isHeld(engine: Pick<Engine, 'queue'>, name: string): Promise<boolean> {
  const queue = engine.queue(name);
  return (await queue.isPaused()) || (await queue.getRateLimitTtl()) > 0;
}
