import { type Facts, labelOf, onEvents, type Subscriber, type Tracer, type TraceSpan } from '@jobwire/runtime';
import { z } from 'zod';

import { failureCodeOf } from '../failure-code.ts';

const tracedDispatch = z.object({ jobId: z.string(), job: z.string(), traceContext: z.string() });
const tracedRound = z.object({ dispatches: z.array(tracedDispatch), startedAt: z.number() });

/** One delivery of a round that came from a traced request. */
export type TracedDispatch = z.output<typeof tracedDispatch>;

/**
 * Make spans of what a process does for jobs, by its events: giving them to the engine, and their attempts. They continue
 * the trace of the request that the job came from.
 *
 * @returns a subscriber for `Events.subscribe`
 */
export function jobTraces(tracer: Tracer): Subscriber {
  const running = new Map<string, TraceSpan>();
  const end = (facts: Facts, failure?: string): void => {
    const key = keyOf(facts);
    running.get(key)?.end({ failure });
    running.delete(key);
  };
  return onEvents({
    'jobs.traced'(facts) {
      const { dispatches, startedAt } = tracedRound.parse(facts);
      for (const { jobId, job, traceContext } of dispatches) {
        const about = { name: `dispatch ${job}`, kind: 'producer', parent: traceContext, startedAt } as const;
        tracer.start({ ...about, attributes: { 'jobwire.job.id': jobId, 'jobwire.job.name': job } }).end();
      }
    },
    'job.claimed'(facts) {
      const job = labelOf(facts, 'job');
      const { traceContext } = facts;
      const span = tracer.start({
        name: `run ${job}`,
        kind: 'consumer',
        parent: typeof traceContext === 'string' ? traceContext : undefined,
        attributes: {
          'jobwire.job.id': labelOf(facts, 'jobId'),
          'jobwire.job.name': job,
          'jobwire.job.attempt': Number(facts['attempt'] ?? 0),
        },
      });
      running.set(keyOf(facts), span);
    },
    'job.finished': (facts) => end(facts),
    'job.handed-back': (facts) => end(facts),
    'job.cancelled': (facts) => end(facts),
    'job.failed': (facts) => end(facts, failureCodeOf(facts)),
    'job.retrying': (facts) => end(facts, failureCodeOf(facts)),
    'claim.lost': (facts) => end(facts, 'claim lost'),
  });
}

function keyOf(facts: Facts): string {
  return `${labelOf(facts, 'jobId')}:${labelOf(facts, 'attempt')}`;
}
