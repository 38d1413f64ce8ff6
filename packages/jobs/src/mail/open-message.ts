import { type EmailMessage, type EmailToSend, markEmailUnsent, reopenEmail } from '@jobwire/db';
import { type JobContext, Permanent, RetryAfter, Skip } from '@jobwire/queue/job';

import { linkLifetimeMs } from '../email-welcome/verification-link.ts';
import type { EmailPorts } from '../ports/email.ts';
import type { Sent } from './mail-definition.ts';
import { settle } from './settle.ts';
import type { OpenMessage } from './settlement.ts';

/** How long a mail without a link may wait for the server to take it, in milliseconds. */
const sendLifetimeMs = 24 * 60 * 60 * 1_000;

/**
 * Decide by the record whether a mail is to be sent now.
 *
 * @throws Skip when there is nothing to send, RetryAfter when it is too early, Permanent when it is too late
 */
export async function openMessage(
  message: EmailToSend | undefined,
  context: Pick<JobContext, 'commit' | 'commitStatement' | 'job'>,
  ports: EmailPorts,
): Promise<OpenMessage | { kind: 'sent'; result: Sent }> {
  if (!message) throw new Skip('The mail is gone');
  const opened: OpenMessage = { kind: 'open', message, run: message.attempts + 1 };
  switch (message.status) {
    case 'sent':
      return { kind: 'sent', result: { messageId: message.message_id, serverReply: message.last_reply ?? '' } };
    case 'cancelled':
      throw new Skip('The mail is not wanted any more');
    case 'uncertain_final':
      throw new Skip('The mail may have been sent twice; it is not known whether either arrived');
    default:
  }
  // An earlier run ended between the first byte and the server's reply.
  if (message.smtp_phase === 'data') {
    await settle({ kind: 'unknown', code: 'WORKER_LOST', reply: null }, opened, context, ports);
  }
  const early = message.status === 'uncertain' && message.not_before ? message.not_before.getTime() - Date.now() : 0;
  if (early > 0) throw new RetryAfter(early, 'Waiting before the second copy');
  if (isOrphan(message)) {
    await close(opened, context, 'cancelled', 'USER_GONE');
    throw new Skip('The user is gone');
  }
  if (message.suppressed) {
    if (message.status !== 'suppressed') await close(opened, context, 'suppressed', 'ADDRESS_SUPPRESSED');
    throw new Skip('No mail goes to this address');
  }
  await reopenOrExpire(opened, context);
  return opened;
}

/** True when the mail's user was deleted. Mails to somebody who is no user have none to begin with. */
function isOrphan({ user_id, purpose, template, to_address }: EmailMessage): boolean {
  if (to_address === '') return true;
  return user_id === null && purpose !== 'send' && template !== 'sign-in-unknown';
}

/** A mail that had ended was retried by hand, and has its time again; but a dead link helps nobody. */
async function reopenOrExpire(opened: OpenMessage, context: Pick<JobContext, 'commit'>): Promise<void> {
  const { message, run } = opened;
  const ended = message.status === 'failed' || message.status === 'suppressed';
  const expired = expiresAt(message, ended) <= Date.now();
  if (expired) {
    const code = isLink(message.purpose) ? 'LINK_EXPIRED' : 'MAIL_EXPIRED';
    await close(opened, context, 'failed', code);
    throw new Permanent(code, 'The time of the mail was over before it could be sent');
  }
  if (ended) await context.commit(`reopen:${run}`, (tx) => reopenEmail(tx, message.id));
}

function expiresAt({ purpose, created_at, reopened_at }: EmailMessage, reopening: boolean): number {
  if (isLink(purpose)) return created_at.getTime() + linkLifetimeMs[purpose];
  if (reopening) return Number.POSITIVE_INFINITY;
  return (reopened_at ?? created_at).getTime() + sendLifetimeMs;
}

function isLink(purpose: string): purpose is keyof typeof linkLifetimeMs {
  return Object.hasOwn(linkLifetimeMs, purpose);
}

function close(
  { message, run }: OpenMessage,
  { commit }: Pick<JobContext, 'commit'>,
  status: 'cancelled' | 'failed' | 'suppressed',
  code: string,
): Promise<void> {
  return commit(`outcome:${run}`, (tx) =>
    markEmailUnsent(tx, message.id, { status, attempt: run, code, reply: null, notBefore: null }),
  );
}
