import { type JobRow, readPayload, type Tx } from '@jobwire/db';
import { z } from 'zod';

import { shownOf } from '../admin/board-words.ts';
import { type Caller, ownerOf } from '../auth/caller.ts';
import { jobViewSchema } from './job-view.ts';

/** A job alone, with what it was given. Lists, sockets and tickets show it without. */
export const jobWithPayloadSchema = jobViewSchema
  .extend({
    payload: z
      .unknown()
      .optional()
      .meta({ description: 'What the job was given; left out for whoever has only a ticket' }),
  })
  .meta({ id: 'JobWithPayload', description: 'A job as the record has it, with what it was given' });

/**
 * Show the payload of a job to whom it belongs, as it is: the user, or the key that started it. Administrators see it as
 * the board shows it, without addresses, links and secrets: they need to know what a job is about, not to read people's
 * mail. Whoever has come by a ticket, which may have been passed on, sees none.
 */
export async function shownPayload(
  db: Tx,
  job: Pick<JobRow, 'id' | 'owner_id'>,
  caller: Caller,
): Promise<{ payload?: unknown }> {
  if (caller.kind === 'anonymous') return {};
  const payload = await readPayload(db, job.id);
  const own = job.owner_id !== null && ownerOf(caller) === job.owner_id;
  return { payload: own ? payload : shownOf(payload) };
}
