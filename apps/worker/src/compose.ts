import { hostname } from 'node:os';

import { createDatabase } from '@jobwire/db';
import { catalog } from '@jobwire/jobs';
import {
  createBulkSteps,
  createDispatcher,
  createEngine,
  createJobControl,
  createReconciler,
  createRetention,
  createScheduler,
  createSelfCheck,
  createTransitionWriter,
  jobMetrics,
  jobTraces,
  recordMetrics,
  runWorkers,
} from '@jobwire/queue';
import { createMetrics, createTracer, type ProcessParts, requireConfig, startHealthServer } from '@jobwire/runtime';
import { createStorage } from '@jobwire/storage';

import { createPorts } from './create-ports.ts';
import { mailMetrics } from './metrics/mail-metrics.ts';
import { runnableJobs } from './runnable-jobs.ts';
import { createSweeper } from './sweeper.ts';

/** Make and start the parts of a worker. What is started first is stopped last. */
export async function compose({
  config: given,
  events,
  emit,
  lifecycle,
  leave,
}: ProcessParts): Promise<{ url: string }> {
  const config = requireConfig(given);
  const directUrl = config.DATABASE_DIRECT_URL ?? config.DATABASE_URL;
  const definitions = Object.values(catalog);
  const names = definitions.map(({ name }) => name);

  const db = createDatabase({ url: config.DATABASE_URL, name: 'jobwire-worker', maxConnections: 20, emit });
  lifecycle.add({ name: 'database', deadlineMs: 1_000, stop: () => db.close() });
  const engine = createEngine(
    { redisUrl: config.REDIS_URL, directUrl },
    { names, process: 'worker', emit, onUnfit: (error) => void leave('unfit engine', error), workers: names.length },
  );
  lifecycle.add({ name: 'engine', deadlineMs: 1_000, stop: () => engine.close() });
  const tracer = await createTracer(config.OTEL_EXPORTER_OTLP_ENDPOINT, 'jobwire-worker');
  if (tracer) {
    events.subscribe(jobTraces(tracer));
    lifecycle.add({ name: 'tracer', deadlineMs: 1_000, stop: () => tracer.stop() });
  }
  const metrics = createMetrics('worker', emit);
  recordMetrics(metrics, db);
  events.subscribe(jobMetrics(metrics, { db, engine }));
  events.subscribe(mailMetrics(metrics));
  await engine.prepare();
  const bus = engine.bus('worker');
  lifecycle.add({ name: 'bus', deadlineMs: 1_000, stop: () => bus.close() });

  const storage = createStorage(config.STORAGE_URL, emit, config);
  const writer = createTransitionWriter(db, bus, emit);
  const dispatcher = createDispatcher(db, engine, bus, emit);
  const control = createJobControl({ db, engine, dispatcher, bus, definitions, emit });
  const bulkActions = createBulkSteps({ db, engine, dispatcher, bus, definitions, emit });
  const { ports, ...adapters } = await createPorts({ config, db, control, bulkActions, storage, emit });
  lifecycle.add({ name: 'adapters', deadlineMs: 1_000, stop: () => adapters.close() });
  const reconciler = createReconciler({ db, engine, dispatcher, writer, bus, emit });
  const retention = createRetention(db, definitions, emit);
  const scheduler = createScheduler({ db, engine, dispatcher, bus, definitions, emit });
  const sweeper = createSweeper({ db, storage, emit });
  const workers = runWorkers({
    db,
    engine,
    writer,
    worker: `${hostname()}:${process.pid}`,
    emit,
    jobs: runnableJobs(config, ports),
    onExhausted: () => void leave('too many abandoned handlers'),
  });
  lifecycle.add({ name: 'dispatcher', deadlineMs: 1_000, stop: () => dispatcher.stop() });
  lifecycle.add({ name: 'workers', deadlineMs: 20_500, stop: () => workers.stop() });
  lifecycle.add({ name: 'reconciler', deadlineMs: 500, stop: () => reconciler.stop() });
  lifecycle.add({ name: 'scheduler', deadlineMs: 1_000, stop: () => scheduler.stop() });
  lifecycle.add({ name: 'retention', deadlineMs: 500, stop: () => retention.stop() });
  lifecycle.add({ name: 'sweeper', deadlineMs: 500, stop: () => sweeper.stop() });
  const selfCheck = createSelfCheck(db, engine, workers, emit, () => void leave('stuck'));
  lifecycle.add({ name: 'self-check', deadlineMs: 100, stop: () => selfCheck.stop() });

  dispatcher.start();
  reconciler.start();
  scheduler.start();
  retention.start();
  sweeper.start();
  selfCheck.start();
  const checks = { database: () => db.query('SELECT 1'), engine: async () => assertReady(engine.ready()) };
  const isUp = { accepting: () => !lifecycle.stopping, checks };
  const health = await startHealthServer(config.WORKER_PORT, isUp, metrics);
  lifecycle.add({ name: 'health', deadlineMs: 200, stop: () => undefined });
  emit('worker.ready', { engine: engine.kind, jobs: names });
  return { url: health.url };
}

function assertReady(ready: boolean): void {
  if (!ready) throw new Error('not connected');
}
