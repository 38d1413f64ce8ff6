import { type Database, finalStates, findJob, isFinalEvent, jobPositions, readJobEvents } from '@jobwire/db';

import { type Gatekeeper, mayRead } from '../auth/caller.ts';
import type { ChannelKind } from '../channels/channel-kind.ts';
import { isJobId } from './job-id.ts';
import { jobView } from './job-view.ts';

/** The channels `job:<id>`: their log is the job's events, their snapshot the job. */
export function createJobChannel({
  db,
  gatekeeper,
}: {
  db: Database;
  gatekeeper: Pick<Gatekeeper, 'readTicket'>;
}): ChannelKind {
  return {
    async mayWatch(id, caller, ticket) {
      if (!isJobId(id)) return false;
      if (caller.kind === 'admin') return true;
      // Whoever owns the job needs no ticket, whose time ends.
      const job = caller.kind === 'anonymous' ? undefined : await findJob(db, id);
      if (job && mayRead(caller, job.owner_id, false)) return true;
      const opened = ticket === undefined ? undefined : await gatekeeper.readTicket(ticket);
      return opened?.jobId === id && { until: opened.until };
    },
    async state(id) {
      const job = await findJob(db, id);
      return job && { seq: job.seq, final: finalStates.includes(job.state), snapshot: jobView(job) };
    },
    read: (id, after, limit) => readJobEvents(db, id, after, limit),
    positions: (ids) => jobPositions(db, ids),
    isFinal: isFinalEvent,
    isReplaceable: ({ type }) => type === 'job.progress',
  };
}
