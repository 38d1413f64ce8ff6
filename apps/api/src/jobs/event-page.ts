import { type Database, finalStates, isFinalEvent, type JobEvent, type JobRow, readJobEvents } from '@jobwire/db';
import { follows, type Position, replayEvents } from '@jobwire/realtime';
import { appError } from '@jobwire/runtime';

/** Part of a job's log. */
export interface EventPage {
  epoch: string;
  events: readonly JobEvent[];
  /** True when the job has ended and nothing follows this page. */
  final: boolean;
}

/**
 * Read the events that follow a position, at most 300; the next page follows the last of them.
 *
 * @param job as it was read before
 * @throws AppError POSITION_LOST when events between the position and the page are missing, or the position is not of
 * this log
 */
export async function eventPage(db: Database, job: JobRow, epoch: string, since: Position): Promise<EventPage> {
  if (since.epoch !== epoch || since.seq > job.seq) throw lost();
  const events = await readJobEvents(db, job.id, since.seq, replayEvents);
  if (!follows(events, since.seq) || (events.length === 0 && since.seq < job.seq)) throw lost();
  const last = events.at(-1);
  const final = last ? isFinalEvent(last) && last.seq >= job.seq : finalStates.includes(job.state);
  return { epoch, events, final };
}

function lost(): Error {
  return appError('POSITION_LOST', { detail: 'Read the job, then its events from the beginning' });
}
