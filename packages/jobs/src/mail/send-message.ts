import { markEmailData } from '@jobwire/db';
import { type JobContext, Skip } from '@jobwire/queue/job';
import { asError } from '@jobwire/runtime';

import type { EmailPorts, MailOutcome, OutgoingMail } from '../ports/email.ts';
import type { MailStage, Sent } from './mail-definition.ts';
import { openMessage } from './open-message.ts';
import { settle } from './settle.ts';
import type { OpenMessage } from './settlement.ts';

/** Puts a mail into words. @throws when it cannot */
export type WriteMail = (message: OpenMessage['message']) => Pick<OutgoingMail, 'subject' | 'text' | 'html'>;

/**
 * Send a mail of the record. SMTP has no commit, so the record says beforehand that the body goes out (`data`), and
 * afterwards what the server answered; a run that finds `data` without an answer knows that it does not know.
 *
 * @throws the verdict of everything but a sent mail
 */
export async function sendMessage(
  emailId: string,
  context: JobContext<MailStage>,
  ports: EmailPorts,
  write: WriteMail = ports.letters.write,
): Promise<Sent> {
  context.progress('render');
  const opened = await openMessage(await ports.emails.find(emailId), context, ports);
  if (opened.kind === 'sent') return opened.result;
  const outcome = await attempt(opened, write, context, ports);
  return settle(outcome, opened, context, ports);
}

async function attempt(
  { message, run }: OpenMessage,
  write: WriteMail,
  { progress, commitStatement, signal }: JobContext<MailStage>,
  { domains, pacer, mailer }: EmailPorts,
): Promise<MailOutcome> {
  const words = tryWrite(write, message);
  if ('kind' in words) return words;
  const domain = message.to_key.slice(message.to_key.lastIndexOf('@') + 1);
  if (!(await domains.takesMail(domain))) {
    return { kind: 'refused', code: 'EMAIL_DOMAIN_UNDELIVERABLE', reply: null };
  }
  const to = { address: message.to_address, name: message.to_name };
  const mail = { ...words, to, messageId: message.message_id, locale: message.locale };
  return mailer.send(mail, {
    signal,
    whenFree: async () => {
      await pacer.waitForTurn({ domain, relayHeldMs: message.relay_held_ms }, signal);
      progress('connect');
    },
    beforeBody: async () => {
      progress('send');
      const wanted = await commitStatement(`data:${run}`, markEmailData(message.id, run));
      if (!wanted) throw new Skip('The mail is not wanted any more');
    },
  });
}

function tryWrite(write: WriteMail, message: OpenMessage['message']): ReturnType<WriteMail> | MailOutcome {
  try {
    return write(message);
  } catch (error) {
    return { kind: 'refused', code: 'TEMPLATE_ERROR', reply: asError(error).message };
  }
}
