import type { Tx } from '@jobwire/db';
import {
  boundedLabel,
  type Facts,
  labelOf,
  type Metrics,
  onEvents,
  secondsOf,
  type Subscriber,
} from '@jobwire/runtime';

import type { Engine } from '../engine.ts';
import { failureCodeOf } from '../failure-code.ts';
import { createQueueDepth } from './queue-depth.ts';

/** From the 5 ms in which a job should start to the minutes that a long one may take, in seconds. */
const startBounds = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300];
const runBounds = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 600];

/** Codes that have a series of their own. Jobs choose them, so they must be bounded here. */
const mostCodes = 100;

/** What the metrics of jobs read. */
export interface JobMetricsOptions {
  db: Tx;
  engine: Pick<Engine, 'ready' | 'kind'>;
}

/**
 * Declare what is measured of jobs, and count by the process's events.
 *
 * @returns a subscriber for `Events.subscribe`
 */
export function jobMetrics(metrics: Metrics, { db, engine }: JobMetricsOptions): Subscriber {
  readGauges(metrics, { db, engine });
  const codeOf = boundedLabel(mostCodes);
  const startSeconds = metrics.histogram({
    name: 'jobwire_job_start_seconds',
    help: 'Time from when a job was accepted, or from its start time, to its first attempt',
    labels: ['job'],
    bounds: startBounds,
  });
  const runSeconds = metrics.histogram({
    name: 'jobwire_job_run_seconds',
    help: 'Time of one attempt, from its claim to its verdict in the record',
    labels: ['job'],
    bounds: runBounds,
  });
  const attempts = metrics.counter({
    name: 'jobwire_job_attempts_total',
    help: 'Attempts that were begun',
    labels: ['job'],
  });
  const ended = metrics.counter({
    name: 'jobwire_jobs_ended_total',
    help: 'Runs that ended a job, by outcome (succeeded, skipped, failed, cancelled, expired) and the error code of a failure',
    labels: ['job', 'outcome', 'code'],
  });
  const retries = metrics.counter({
    name: 'jobwire_job_retries_total',
    help: 'Attempts that failed and will be repeated, by error code',
    labels: ['job', 'code'],
  });
  const handedBack = metrics.counter({
    name: 'jobwire_job_handbacks_total',
    help: 'Runs that gave the job back without spending an attempt',
    labels: ['job'],
  });
  const stalled = metrics.counter({
    name: 'jobwire_job_stalls_total',
    help: 'Deliveries whose worker was lost',
    labels: ['job'],
  });
  const dispatched = metrics.counter({ name: 'jobwire_jobs_dispatched_total', help: 'Deliveries given to the engine' });
  const lag = metrics.histogram({
    name: 'jobwire_dispatch_lag_seconds',
    help: 'How late the latest first delivery of a dispatcher’s round was',
    bounds: startBounds,
  });

  const end = (facts: Facts, outcome: string, code = ''): void => {
    const job = labelOf(facts, 'job');
    ended({ job, outcome, code });
    const seconds = secondsOf(facts, 'ranMs');
    if (seconds !== undefined) runSeconds({ job }, seconds);
  };
  return onEvents({
    'job.claimed'(facts) {
      const job = labelOf(facts, 'job');
      attempts({ job });
      const seconds = secondsOf(facts, 'waitedMs');
      if (facts['attempt'] === 1 && seconds !== undefined) startSeconds({ job }, seconds);
    },
    'job.finished': (facts) => end(facts, labelOf(facts, 'outcome')),
    'job.failed': (facts) => end(facts, 'failed', codeOf(failureCodeOf(facts))),
    'job.cancelled': (facts) => end(facts, 'cancelled'),
    'job.expired': (facts) => end(facts, 'expired'),
    'job.lost': (facts) => end(facts, 'failed', 'WORKER_LOST'),
    'job.retrying'(facts) {
      const job = labelOf(facts, 'job');
      retries({ job, code: codeOf(failureCodeOf(facts)) });
      const seconds = secondsOf(facts, 'ranMs');
      if (seconds !== undefined) runSeconds({ job }, seconds);
    },
    'job.handed-back': (facts) => handedBack({ job: labelOf(facts, 'job') }),
    'job.stalled': (facts) => stalled({ job: labelOf(facts, 'job') }),
    'jobs.dispatched'(facts) {
      if (typeof facts['jobs'] === 'number') dispatched({}, facts['jobs']);
      const seconds = secondsOf(facts, 'lateMs');
      if (seconds !== undefined) lag({}, seconds);
    },
  });
}

function readGauges(metrics: Metrics, { db, engine }: JobMetricsOptions): void {
  const depth = createQueueDepth(db);
  metrics.gauge(
    { name: 'jobwire_queue_jobs', help: 'Unfinished jobs in the record', labels: ['job', 'state'] },
    async () => (await depth()).map(({ name, state, jobs }) => ({ labels: { job: name, state }, value: jobs })),
  );
  metrics.gauge(
    {
      name: 'jobwire_queue_oldest_seconds',
      help: 'How long the oldest unfinished job has been due, or running',
      labels: ['job', 'state'],
    },
    async () =>
      (await depth()).map(({ name, state, oldestSeconds }) => ({ labels: { job: name, state }, value: oldestSeconds })),
  );
  metrics.gauge({ name: 'jobwire_engine_ready', help: '1 while the engine takes jobs', labels: ['engine'] }, () => [
    { labels: { engine: engine.kind }, value: engine.ready() ? 1 : 0 },
  ]);
}
