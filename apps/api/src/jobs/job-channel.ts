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
      const scope = ticket === undefined ? undefined : await gatekeeper.readTicket(ticket);
      if (scope?.jobId === id || caller.kind === 'admin') return true;
      if (caller.kind === 'anonymous') return false;
      const job = await findJob(db, id);
      return job !== undefined && mayRead(caller, job.owner_id, false);
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
