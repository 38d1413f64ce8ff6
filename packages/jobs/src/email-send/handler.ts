import { insertEmailMessage } from '@jobwire/db';
import type { Handler } from '@jobwire/queue/job';
import { readEmailAddress } from '@jobwire/runtime';

import { sendMessage } from '../mail/send-message.ts';
import type { EmailPorts } from '../ports/email.ts';
import type { emailSend } from './job.ts';

/** Send a mail of another program. It gets its row in the record first, under the job's id, and is sent like all others. */
export const handle: Handler<typeof emailSend, EmailPorts> = async (payload, context, ports) => {
  const { id } = context.job;
  await context.commit('message', async (tx) => {
    const { address, key } = readTo(payload.to);
    await insertEmailMessage(tx, {
      id,
      jobId: id,
      purpose: 'send',
      template: 'custom',
      locale: payload.locale ?? 'en',
      toAddress: address,
      toKey: key,
      messageId: ports.emails.messageIdOf('send', id),
    });
  });
  const { subject, text, html = null } = payload;
  return sendMessage(id, context, ports, () => ({ subject, text, html }));
};

function readTo(text: string): { address: string; key: string } {
  const read = readEmailAddress(text);
  if (typeof read === 'string') throw new Error(`The payload was accepted with an address that is none: ${read}`);
  return read;
}
