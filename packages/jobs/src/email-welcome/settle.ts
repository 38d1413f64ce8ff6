import { type EmailMessage, markEmailSent, markEmailUnsent, type UnsentEmail } from '@jobwire/db';
import { type JobContext, Permanent, Retryable, RetryAfter, Skip } from '@jobwire/queue/job';

import type { MailOutcome } from '../ports/email.ts';
import { emailWelcome } from './job.ts';

/** What a sent mail's job answers. */
export interface Sent {
  messageId: string;
  serverReply: string;
}

/** A mail that this run may send. */
export interface OpenMessage {
  kind: 'open';
  message: EmailMessage;
  /**
   * Number of this run among those that wrote to the mail. It names the steps of the run; the job's attempt cannot, because
   * a run that was handed back does not count as one.
   */
  run: number;
}

/** How long to wait, in milliseconds. */
const waits = {
  /** Longer than a server takes to notice that it has the mail already, if it looks at Message-IDs. */
  secondCopy: 10 * 60_000,
  throttled: 30_000,
  /** A wrong password must not cost a mail: it waits for the operator without spending attempts. */
  misconfigured: 60_000,
};

/** What an outcome does to the mail's row and to the job. */
interface Settlement {
  row: Pick<UnsentEmail, 'status' | 'notBefore'>;
  verdict: Error;
}

/**
 * Write what came of a sending, in one transaction, and end the run accordingly.
 *
 * @returns the job's result when the server took the mail
 * @throws the verdict of every other outcome
 */
export async function settle(
  outcome: MailOutcome,
  opened: OpenMessage,
  { commit, job }: Pick<JobContext, 'commit' | 'job'>,
): Promise<Sent> {
  const { message, run } = opened;
  if (outcome.kind === 'accepted') {
    await commit(`outcome:${run}`, (tx) => markEmailSent(tx, message.id, outcome));
    return { messageId: message.message_id, serverReply: outcome.reply };
  }
  const { code, reply } = outcome;
  const { row, verdict } = settlementOf(outcome, opened, job.attempt);
  await commit(`outcome:${run}`, (tx) => markEmailUnsent(tx, message.id, { ...row, attempt: run, code, reply }));
  throw verdict;
}

function settlementOf(
  { kind, code, reply }: Exclude<MailOutcome, { kind: 'accepted' }>,
  { message }: OpenMessage,
  attempt: number,
): Settlement {
  const text = reply === null ? code : `${code}: ${reply}`;
  const waiting = { status: 'retry_wait', notBefore: null } as const;
  switch (kind) {
    case 'refused':
      return { row: { status: 'failed', notBefore: null }, verdict: new Permanent(code, text) };
    case 'throttled':
      return { row: waiting, verdict: new RetryAfter(waits.throttled, text) };
    case 'misconfigured':
      return { row: waiting, verdict: new RetryAfter(waits.misconfigured, text) };
    case 'unreachable': {
      const last = attempt >= emailWelcome.retry.attempts;
      return { row: last ? { status: 'failed', notBefore: null } : waiting, verdict: new Retryable(code, text) };
    }
    case 'unknown':
      return message.possible_duplicate ? givenUp() : secondCopy();
  }
}

/** The same mail once more, later: with the same Message-ID, and known to be a possible duplicate. */
function secondCopy(): Settlement {
  return {
    row: { status: 'uncertain', notBefore: new Date(Date.now() + waits.secondCopy) },
    verdict: new RetryAfter(waits.secondCopy, 'It is not known whether the mail was sent'),
  };
}

/** Two unknown ends: a third copy would more likely be a nuisance than the first one. */
function givenUp(): Settlement {
  return {
    row: { status: 'uncertain_final', notBefore: null },
    verdict: new Skip('It is not known whether the mail was sent; it was tried twice'),
  };
}
