import { markEmailData } from '@jobwire/db';
import type { Handler } from '@jobwire/queue/job';
import { asError } from '@jobwire/runtime';

import type { EmailPorts, MailWords } from '../ports/email.ts';
import type { emailWelcome } from './job.ts';
import { openMessage } from './open-message.ts';
import { settle } from './settle.ts';

/**
 * Send the mail of a registration. SMTP has no commit, so the record says beforehand that the body goes out (`data`), and
 * afterwards what the server answered; a run that finds `data` without an answer knows that it does not know.
 */
export const handle: Handler<typeof emailWelcome, EmailPorts> = async ({ emailId }, context, ports) => {
  const { progress, commit, signal } = context;
  progress('render');
  const opened = await openMessage(await ports.emails.find(emailId), context);
  if (opened.kind === 'sent') return opened.result;
  const { message, run } = opened;
  let words: MailWords;
  try {
    words = ports.letters.write(message);
  } catch (error) {
    return settle({ kind: 'refused', code: 'TEMPLATE_ERROR', reply: asError(error).message }, opened, context);
  }

  progress('connect');
  const to = { address: message.to_address, name: message.to_name };
  const mail = { ...words, to, messageId: message.message_id, locale: message.locale };
  const outcome = await ports.mailer.send(mail, {
    signal,
    beforeBody: async () => {
      progress('send');
      await commit(`data:${run}`, (tx) => markEmailData(tx, message.id, run));
    },
  });
  return settle(outcome, opened, context);
};
