import { type Database, type JobEvent, type JobRow, findJob, readJobEvents } from '@jobwire/db';
import {
  type BoundHandler,
  type Bus,
  createDispatcher,
  createEngine,
  createJobControl,
  createReconciler,
  createTransitionWriter,
  type Dispatcher,
  type Engine,
  enqueue,
  type EnqueueOptions,
  type JobControl,
  type Reconciler,
  type RunningWorkers,
  runWorkers,
  type TransitionWriter,
} from '@jobwire/queue';
import type { JobDefinition } from '@jobwire/queue/job';
import { createEvents, type Events } from '@jobwire/runtime';

/** A job type with the handler that the test gives it. */
export interface TestJob {
  definition: JobDefinition;
  handler: BoundHandler;
}

/** Queue, dispatcher and workers in this process, on a real engine and a real record. */
export interface QueueSystem {
  db: Database;
  engine: Engine;
  bus: Bus;
  events: Events;
  dispatcher: Dispatcher;
  reconciler: Reconciler;
  control: JobControl;
  /** Start the workers, when `Wrapping.workers` held them back. */
  startWorkers(): void;
  /** Accept a job in a transaction of its own and wake the dispatcher. */
  start(definition: JobDefinition, payload: unknown, options?: EnqueueOptions): Promise<string>;
  /** Wait until a job is in a final state. */
  finished(id: string): Promise<JobRow>;
  job(id: string): Promise<JobRow>;
  eventsOf(id: string): Promise<JobEvent[]>;
  stop(): Promise<void>;
}

/** Parts put between the real ones, to make them fail at a chosen moment. */
export interface Wrapping {
  engine?: (engine: Engine) => Engine;
  writer?: (writer: TransitionWriter) => TransitionWriter;
  /** Without workers the process only accepts and dispatches. */
  workers?: boolean;
}

/** Start the queue as a worker process does, for the jobs of a test. */
export async function startQueueSystem(
  urls: { database: string; redisUrl: string | undefined },
  db: Database,
  jobs: readonly TestJob[],
  wrapping: Wrapping = {},
): Promise<QueueSystem> {
  const events = createEvents();
  const names = jobs.map(({ definition }) => definition.name);
  const real = createEngine(
    { redisUrl: urls.redisUrl, directUrl: urls.database },
    { names, process: 'test', emit: events.emit, workers: names.length },
  );
  await real.prepare();
  const engine = wrapping.engine?.(real) ?? real;
  const bus = engine.bus('test');
  const plain = createTransitionWriter(db, bus, events.emit);
  const writer = wrapping.writer?.(plain) ?? plain;
  const dispatcher = createDispatcher(db, engine, bus, events.emit);
  const reconciler = createReconciler({ db, engine, dispatcher, writer, bus, emit: events.emit });
  const definitions = jobs.map(({ definition }) => definition);
  const control = createJobControl({ db, engine, dispatcher, bus, definitions, emit: events.emit });
  const startAll = (): RunningWorkers =>
    runWorkers({
      db,
      engine,
      writer,
      worker: 'test-worker',
      emit: events.emit,
      onExhausted: () => events.emit('worker.exhausted'),
      jobs: jobs.map((job) => ({ ...job, concurrency: job.definition.concurrency })),
    });
  let workers = wrapping.workers === false ? undefined : startAll();
  dispatcher.start();

  const job = async (id: string): Promise<JobRow> => {
    const row = await findJob(db, id);
    if (!row) throw new Error(`There is no job ${id}`);
    return row;
  };

  return {
    db,
    engine,
    bus,
    events,
    dispatcher,
    reconciler,
    control,
    startWorkers: () => void (workers ??= startAll()),
    job,
    async start(definition, payload, options) {
      const { id } = await db.transaction((tx) => enqueue(tx, definition, payload, options));
      dispatcher.wake();
      return id;
    },
    async finished(id) {
      // The state is another process's affair in general: asking the record is how any client would wait.
      for (;;) {
        const row = await job(id);
        if (row.finished_at) return row;
        await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    eventsOf: (id) => readJobEvents(db, id, 0, 10_000),
    async stop() {
      await dispatcher.stop();
      await reconciler.stop();
      await workers?.stop();
      await bus.close();
      await engine.close();
    },
  };
}
