import { type Database, finalStates, isFinalEvent, type JobRow, readJobEvents } from '@jobwire/db';
import { follows, type Position, replayEvents } from '@jobwire/realtime';
import { appError } from '@jobwire/runtime';
import { z } from 'zod';

/** Part of a job's log. */
export const eventPageSchema = z.object({
  epoch: z.string().meta({ description: 'Names this log: with `seq` it makes a position' }),
  events: z.array(
    z
      .object({
        seq: z.int().meta({ description: 'Counts the events of the job, from 1, without gaps' }),
        type: z.string().meta({ examples: ['job.progress'] }),
        at: z.iso.datetime(),
        data: z.record(z.string(), z.unknown()),
      })
      .meta({ id: 'JobEvent', description: 'One thing that happened to a job' }),
  ),
  final: z.boolean().meta({ description: 'True when the job has ended and nothing follows this page' }),
});

/** Part of a job's log. */
export type EventPage = z.output<typeof eventPageSchema>;

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
