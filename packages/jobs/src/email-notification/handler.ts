import { insertEmailMessage, markEmailUnsent, type NotificationToMail } from '@jobwire/db';
import { type Handler, type JobContext, Skip } from '@jobwire/queue/job';
import { nearestLocale } from '@jobwire/runtime';

import { writeLetter } from '../letters/write-letter.ts';
import type { Sent } from '../mail/mail-definition.ts';
import { sendMessage } from '../mail/send-message.ts';
import type { EmailPorts } from '../ports/email.ts';
import type { NotificationPorts } from '../ports/notification.ts';
import type { emailNotification } from './job.ts';

/**
 * Send a notification as a mail, unless its user has had it meanwhile, or has not shown that the address is theirs. The mail gets its row under the job's id. Every run
 * looks again: who reads it while the mail server is away gets no mail.
 */
export const handle: Handler<typeof emailNotification, EmailPorts & NotificationPorts> = async (
  { notificationId },
  context,
  ports,
) => {
  const notification = await ports.notifications.find(notificationId);
  if (!notification) return withdraw('deleted', context, ports);
  if (notification.read) return withdraw('read', context, ports);
  if (notification.taken) return withdraw('taken', context, ports);
  // Anybody can register the address of somebody else, who must not get mail for it.
  if (!notification.verified) return withdraw('unverified', context, ports);
  const { id } = context.job;
  const { user } = notification;
  await context.commit('message', (tx) =>
    insertEmailMessage(tx, {
      id,
      jobId: id,
      userId: user.id,
      purpose: 'notification',
      template: 'notification',
      locale: nearestLocale(user.locale),
      toAddress: user.address,
      toKey: user.key,
      toName: user.name,
      messageId: ports.emails.messageIdOf('notification', id),
    }),
  );
  return sendMessage(id, context, ports, ({ locale }) =>
    writeLetter('notification', nearestLocale(locale), variablesOf(notification)),
  );
};

function variablesOf({
  title,
  body,
  link,
  user,
}: NotificationToMail): Parameters<typeof writeLetter<'notification'>>[2] {
  return {
    name: user.name ?? '',
    title,
    ...(body === null ? {} : { text: body }),
    ...(link === null ? {} : { link }),
  };
}

/**
 * End without a mail. One that an earlier run has sent stays sent.
 *
 * @throws Skip
 */
async function withdraw(
  reason: 'deleted' | 'read' | 'taken' | 'unverified',
  { job, commit }: Pick<JobContext, 'job' | 'commit'>,
  { emails }: Pick<EmailPorts, 'emails'>,
): Promise<Sent> {
  const mail = await emails.find(job.id);
  if (mail?.status === 'sent') return { messageId: mail.message_id, serverReply: mail.last_reply ?? '' };
  if (mail && ['queued', 'sending', 'retry_wait', 'uncertain'].includes(mail.status)) {
    const code = `NOTIFICATION_${reason.toUpperCase()}`;
    const { id, attempts: attempt } = mail;
    await commit('withdrawn', (tx) =>
      markEmailUnsent(tx, id, { status: 'cancelled', attempt, code, reply: null, notBefore: null }),
    );
  }
  throw new Skip(reason);
}
