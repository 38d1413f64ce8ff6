import { clearMissing, type Database, type DispatchedJob, dispatchMissing, takeProbes, tryLead } from '@jobwire/db';
import type { Emit } from '@jobwire/runtime';

import type { Dispatcher } from './dispatcher.ts';
import type { Engine } from './engine.ts';
import type { TransitionWriter } from './transition-writer.ts';
import { workerLost } from './worker-lost.ts';

/** What the comparison needs. */
export interface ProbeOptions {
  db: Database;
  engine: Pick<Engine, 'ready' | 'states'>;
  dispatcher: Pick<Dispatcher, 'wake'>;
  writer: TransitionWriter;
  emit: Emit;
}

/** Jobs that are compared in one round, the longest unseen first. */
const batchSize = 1_000;
/** A running job must be missing this long: longer than abort and grace, so that no handler of it is left at work. */
const runningAfterSeconds = 60;

/**
 * Make the comparison of record and engine: what the engine does not know is delivered again, what it gave up is closed,
 * what it finished without a verdict in the record is delivered again.
 */
export function createProbe({ db, engine, dispatcher, writer, emit }: ProbeOptions): () => Promise<void> {
  return async () => {
    if (!engine.ready()) return;
    // The transaction ends before the engine is asked: no lock is held while waiting for another server.
    const jobs = await db.transaction(async (tx) => ((await tryLead(tx, 'probe')) ? takeProbes(tx, batchSize) : []));
    if (jobs.length === 0) return;
    const states = await engine.states(jobs);
    const those = (...wanted: string[]): DispatchedJob[] =>
      jobs.filter((_job, index) => wanted.includes(states[index] ?? ''));

    const known = those('waiting');
    if (known.length > 0) await clearMissing(db, known);
    const missing = [...those('missing'), ...those('completed').filter(({ state }) => state !== 'running')];
    if (missing.length > 0) {
      const again = await dispatchMissing(db, missing, runningAfterSeconds);
      if (again > 0) emit('jobs.missing', { jobs: again });
      dispatcher.wake();
    }
    for (const { id, name, dispatch } of those('failed')) {
      const closed = await writer.write(workerLost(id, dispatch));
      if (closed) emit('job.lost', { job: name, jobId: id });
    }
  };
}
