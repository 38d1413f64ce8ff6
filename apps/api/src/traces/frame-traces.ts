import { findTraceContext, type Tx } from '@jobwire/db';
import { asError, type Emit, onEvents, type Subscriber, type Tracer } from '@jobwire/runtime';

/** Jobs whose origin is remembered: those that are watched now, not all that ever were. */
const mostKnown = 1_000;

/**
 * Make a span of every event on its way from its commit to its first frame of this process, by the process's events. Where
 * the job comes from is read from the record once a job.
 *
 * @returns a subscriber for `Events.subscribe`
 */
export function frameTraces(tracer: Tracer, db: Tx, emit: Emit): Subscriber {
  const known = new Map<string, Promise<string | null>>();
  const contextOf = (jobId: string): Promise<string | null> => {
    const found = known.get(jobId) ?? findTraceContext(db, jobId);
    known.delete(jobId);
    known.set(jobId, found);
    const [oldest] = known.keys();
    if (known.size > mostKnown && oldest !== undefined) known.delete(oldest);
    return found;
  };
  const send = async (jobId: string, type: string, startedAt: number): Promise<void> => {
    const parent = await contextOf(jobId);
    if (parent === null) return;
    const attributes = { 'jobwire.job.id': jobId };
    tracer.start({ name: `send ${type}`, kind: 'producer', parent, startedAt, attributes }).end();
  };
  return onEvents({
    'event.sent'({ channel, type, at }) {
      if (typeof channel !== 'string' || typeof type !== 'string' || typeof at !== 'string') return;
      if (!channel.startsWith('job:')) return;
      const jobId = channel.slice('job:'.length);
      send(jobId, type, Date.parse(at)).catch((error: unknown) => {
        known.delete(jobId);
        emit('trace.failed', { jobId, error: asError(error) });
      });
    },
  });
}
