import { type Database, insertJob, type NewJob, type Tx } from '@jobwire/db';
import type { Clock } from '@jobwire/runtime';
import type { Request, Response } from 'express';
import { z } from 'zod';

import type { Gatekeeper } from '../auth/caller.ts';
import { issuedTicketSchema } from '../auth/tickets.ts';
import { answerOnce } from '../idempotency/answer-once.ts';
import { idempotencyKey, readIdempotencyKey } from '../idempotency/idempotency-key.ts';
import { sendAnswer } from '../idempotency/send-answer.ts';
import { acceptedJobView, jobViewSchema } from '../jobs/job-view.ts';
import { traceOf } from '../traces/trace-requests.ts';

/** What accepting a mail needs. */
export interface AcceptMailDependencies {
  db: Database;
  gatekeeper: Pick<Gatekeeper, 'callerOf' | 'issueTicket'>;
  dispatcher: { wake(): void };
  clock: Clock;
}

/** A mail that somebody asked for by typing an address. */
export interface AskedMail {
  /** Method and path, for the Idempotency-Key. */
  route: string;
  /** What was asked, as plain data. */
  asked: unknown;
  /** What the answer says, in the request's language. */
  message: string;
  /** The job that sends it. It belongs to nobody, because who typed the address is not known to be its owner. */
  job: NewJob;
  /** Writes the rows of the mail. Statements are started, not awaited one after the other: this is a pipeline. */
  write(tx: Tx): Promise<unknown>;
}

/** The answer, the same for every address. */
export const acceptedMailSchema = issuedTicketSchema.extend({
  message: z.string().meta({ description: 'For people, in the language of `Accept-Language` (en, zh-CN)' }),
  job: jobViewSchema,
});

/** Accepted, not done. */
const status = 202;

/** Write a mail and its job in one transaction and one round trip, and answer with a ticket that opens the job. */
export async function acceptMail(
  request: Request,
  response: Response,
  { route, asked, message, job, write }: AskedMail,
  { db, gatekeeper, dispatcher, clock }: AcceptMailDependencies,
): Promise<void> {
  const given = readIdempotencyKey(request);
  const key =
    given === undefined
      ? undefined
      : idempotencyKey(given, { caller: await gatekeeper.callerOf(request), route, asked });
  const ticket = await gatekeeper.issueTicket({ jobId: job.id });
  const body: z.output<typeof acceptedMailSchema> = {
    message,
    job: acceptedJobView(job, new Date(clock.now())),
    ...ticket,
  };
  const answer = await answerOnce(db, key, async (record) => {
    await db.pipeline((tx) =>
      Promise.all([record(tx, { status, body }), write(tx), insertJob(tx, { ...job, ...traceOf(response) })]),
    );
    return { status, body };
  });
  if (!answer.replayed) dispatcher.wake();
  response.set('Location', answer.body.job.links.self);
  sendAnswer(response, answer);
}
