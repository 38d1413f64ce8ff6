import { createLifecycle } from '@jobwire/runtime';

import { announce } from './announcement.ts';
import { childEnvironment } from './child-environment.ts';
import { startChildren } from './children.ts';
import { takeGround } from './ground.ts';
import { startParts } from './parts.ts';
import type { Run, StandaloneOptions } from './run.ts';

/** One run of the whole system. */
export interface Standalone {
  /** Resolves when everything serves; rejects with what kept it from starting, or when it was stopped before. */
  readonly started: Promise<void>;
  /** Stop everything, PostgreSQL last. A second call waits for the first. */
  stop(reason: string): Promise<void>;
  /** Do not wait for api and worker any longer. PostgreSQL still stops properly. */
  stopNow(): void;
}

/** Start the whole system: the one parent of PostgreSQL, inbox, api and worker. */
export function createStandalone(options: StandaloneOptions): Standalone {
  const { output, emit } = options;
  const aborting = new AbortController();
  const hurrying = new AbortController();
  const run: Run = { ...options, lifecycle: createLifecycle(emit), signal: aborting.signal, children: [] };
  const started = start(run);
  const settled = started.catch(() => undefined);
  const hurried = new Promise<void>((resolve) => hurrying.signal.addEventListener('abort', () => resolve()));
  let stopped: Promise<void> | undefined;

  const stop = async (reason: string): Promise<void> => {
    output.say(`stopping (${reason})…`);
    aborting.abort();
    // A step of the start that is under way must end first, or what it starts would never be stopped.
    await Promise.race([settled, hurried]);
    await run.lifecycle.stop(reason);
    output.say('stopped.');
  };
  return {
    started,
    stop: (reason) => (stopped ??= stop(reason)),
    stopNow() {
      if (hurrying.signal.aborted) return;
      output.say('stopping at once…');
      hurrying.abort();
      for (const child of run.children) child.kill();
    },
  };
}

async function start(run: Run): Promise<void> {
  const startedAt = run.clock.now();
  run.output.say('starting…');
  const ground = await takeGround(run);
  run.signal.throwIfAborted();
  const parts = await startParts(run, ground);
  run.signal.throwIfAborted();
  const env = childEnvironment(run.env, { ...ground, ...parts });
  const urls = await startChildren(run, env, (children) => ground.lock.record([...parts.processes, ...children]));
  const api = urls.api ?? `http://localhost:${ground.ports.api}`;
  await announce(run, ground, parts, { api, startedAt });
}
