import { insertEmailMessage } from '@jobwire/db';
import type { Handler } from '@jobwire/queue/job';
import { nearestLocale, readEmailAddress } from '@jobwire/runtime';
import type { z } from 'zod';

import { writeLetter } from '../letters/write-letter.ts';
import { sendMessage, type WriteMail } from '../mail/send-message.ts';
import type { EmailPorts } from '../ports/email.ts';
import type { emailSend } from './job.ts';

type Payload = z.output<(typeof emailSend)['payload']>;

/** Send a mail of another program. It gets its row in the record first, under the job's id, and is sent like all others. */
export const handle: Handler<typeof emailSend, EmailPorts> = async (payload, context, ports) => {
  const { id } = context.job;
  await context.commit('message', async (tx) => {
    const { address, key } = readTo(payload.to);
    await insertEmailMessage(tx, {
      id,
      jobId: id,
      purpose: 'send',
      template: payload.template ?? 'custom',
      locale: localeOf(payload),
      toAddress: address,
      toKey: key,
      messageId: ports.emails.messageIdOf('send', id),
    });
  });
  return sendMessage(id, context, ports, ({ locale }) => wordsOf(payload, locale));
};

/** A letter exists in some languages; a mail in its own words is in the one it says. */
function localeOf({ template, locale = 'en' }: Payload): string {
  return template === 'notice' ? nearestLocale(locale) : locale;
}

function wordsOf(payload: Payload, locale: string): ReturnType<WriteMail> {
  if (payload.template === 'notice') return writeLetter('notice', nearestLocale(locale), payload.variables);
  const { subject, text, html = null } = payload;
  return { subject, text, html };
}

function readTo(text: string): { address: string; key: string } {
  const read = readEmailAddress(text);
  if (typeof read === 'string') throw new Error(`The payload was accepted with an address that is none: ${read}`);
  return read;
}
