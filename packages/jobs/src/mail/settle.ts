import {
  countMailFailure,
  holdMailPace,
  type MailHold,
  markEmailSent,
  markEmailUnsent,
  suppressBounced,
  type Tx,
} from '@jobwire/db';
import type { JobContext } from '@jobwire/queue/job';

import type { EmailPorts, MailOutcome } from '../ports/email.ts';
import type { Sent } from './mail-definition.ts';
import { type OpenMessage, type Settlement, settlementOf, type Unsent } from './settlement.ts';

/** How long an address that bounced gets no mail, in milliseconds: addresses are given out again. */
const bounceMs = 90 * 86_400_000;

/**
 * Write what came of a sending, with everything that follows from it for other mails, in one transaction; and end the run
 * accordingly.
 *
 * @returns the job's result when the server took the mail
 * @throws the verdict of every other outcome
 */
export async function settle(
  outcome: MailOutcome,
  opened: OpenMessage,
  { commit, commitStatement, job }: Pick<JobContext, 'commit' | 'commitStatement' | 'job'>,
  { mailQueues }: Pick<EmailPorts, 'mailQueues'>,
): Promise<Sent> {
  const { message, run } = opened;
  if (outcome.kind === 'accepted') {
    await commitStatement(`outcome:${run}`, markEmailSent(message.id, outcome));
    return { messageId: message.message_id, serverReply: outcome.reply };
  }
  const settlement = settlementOf(outcome, opened, job);
  const hold = await commit(`outcome:${run}`, async (tx) => {
    const { begins, remainingMs } = await write(tx, settlement, outcome, opened, mailQueues.holdMs);
    return { begins, remainingMs };
  });
  const alarm = { code: outcome.code, reply: outcome.reply };
  if (hold.begins) {
    await mailQueues.hold(settlement.counts?.failure === 'transient' ? 'MAIL_UNREACHABLE' : 'MAIL_CONFIG', alarm);
  }
  if (settlement.alarms) mailQueues.alarm(alarm);
  throw settlement.verdict(hold.remainingMs);
}

async function write(
  tx: Tx,
  { row, suppresses, slowsForMs, counts }: Settlement,
  { code, reply }: Unsent,
  { message, run }: OpenMessage,
  holdMs: number,
): Promise<MailHold> {
  await markEmailUnsent(tx, message.id, { ...row, attempt: run, code, reply });
  if (suppresses) {
    await suppressBounced(tx, { emailKey: message.to_key, reply, emailMessageId: message.id, forMs: bounceMs });
  }
  if (slowsForMs !== undefined) await holdMailPace(tx, slowsForMs);
  return counts ? countMailFailure(tx, { ...counts, forMs: holdMs }) : { begins: false, remainingMs: 0 };
}
