import { type EmailMessage, markEmailUnsent } from '@jobwire/db';
import { type JobContext, Permanent, RetryAfter, Skip } from '@jobwire/queue/job';

import { type OpenMessage, type Sent, settle } from './settle.ts';
import { linkLifetimeMs } from './verification-link.ts';

/**
 * Decide by the record whether a mail is to be sent now.
 *
 * @throws Skip when there is nothing to send, RetryAfter when it is too early, Permanent when it is too late
 */
export async function openMessage(
  message: EmailMessage | undefined,
  context: Pick<JobContext, 'commit' | 'job'>,
): Promise<OpenMessage | { kind: 'sent'; result: Sent }> {
  if (!message) throw new Skip('The mail is gone');
  const opened: OpenMessage = { kind: 'open', message, run: message.attempts + 1 };
  switch (message.status) {
    case 'sent':
      return { kind: 'sent', result: { messageId: message.message_id, serverReply: message.last_reply ?? '' } };
    case 'cancelled':
      throw new Skip('A mail went to this address a short time ago');
    case 'suppressed':
      throw new Skip('No mail goes to this address');
    case 'uncertain_final':
      throw new Skip('The mail may have been sent twice; it is not known whether either arrived');
    default:
  }
  // An earlier run ended between the first byte and the server's reply.
  if (message.smtp_phase === 'data') {
    await settle({ kind: 'unknown', code: 'WORKER_LOST', reply: null }, opened, context);
  }
  const early = message.status === 'uncertain' && message.not_before ? message.not_before.getTime() - Date.now() : 0;
  if (early > 0) throw new RetryAfter(early, 'Waiting before the second copy');
  if (message.user_id === null) {
    await close(opened, context, 'cancelled', 'USER_GONE');
    throw new Skip('The user is gone');
  }
  if (message.created_at.getTime() + linkLifetimeMs['verify-email'] <= Date.now()) {
    await close(opened, context, 'failed', 'LINK_EXPIRED');
    throw new Permanent('LINK_EXPIRED', 'The link of the mail has expired before it could be sent');
  }
  return opened;
}

function close(
  { message, run }: OpenMessage,
  { commit }: Pick<JobContext, 'commit'>,
  status: 'cancelled' | 'failed',
  code: string,
): Promise<void> {
  return commit(`outcome:${run}`, (tx) =>
    markEmailUnsent(tx, message.id, { status, attempt: run, code, reply: null, notBefore: null }),
  );
}
