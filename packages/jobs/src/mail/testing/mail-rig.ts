import { type Database, findEmailMessage, insertEmailMessage, insertRegistration } from '@jobwire/db';
import { sha256, uuidv7 } from '@jobwire/runtime';

import type { EmailPorts, MailAlarm, MailOutcome, OutgoingMail, SendOptions } from '../../ports/email.ts';

/** A mail server's part in a test. */
export type Send = (mail: OutgoingMail, options: SendOptions) => Promise<MailOutcome>;

/** Ports on a real record, with a mail server that is a function; what they were asked is remembered. */
export interface MailRig {
  ports: EmailPorts;
  holds: { reason: string; alarm: MailAlarm }[];
  alarms: MailAlarm[];
  paced: { domain: string; relayHeldMs: number }[];
}

/** Make the ports of a test. */
export function mailRig(db: Database, send: Send, over: Partial<EmailPorts> = {}): MailRig {
  const rig: Omit<MailRig, 'ports'> = { holds: [], alarms: [], paced: [] };
  return {
    ...rig,
    ports: {
      emails: {
        find: (id) => findEmailMessage(db, id),
        messageIdOf: (purpose, id) => `<${purpose}.${id}@jobwire.test>`,
      },
      letters: { write: ({ to_name: name }) => ({ subject: 's', text: `Hello ${name}`, html: 'h' }) },
      domains: { takesMail: async () => true },
      pacer: { waitForTurn: async (mail) => void rig.paced.push(mail) },
      mailer: {
        send: async (mail, options) => {
          await options.whenFree();
          return send(mail, options);
        },
      },
      mailQueues: {
        holdMs: 60_000,
        hold: async (reason, alarm) => void rig.holds.push({ reason, alarm }),
        alarm: (alarm) => void rig.alarms.push(alarm),
      },
      ...over,
    },
  };
}

/** What a server answers that takes a mail. */
export const taken: MailOutcome = { kind: 'accepted', reply: '250 OK queued as 42', serverMessageId: '42' };

/** A mail server that answers so; refusals come before the body, everything else after it. */
export const answering =
  (outcome: MailOutcome): Send =>
  async (_mail, { beforeBody }) => {
    if (outcome.kind === 'accepted' || outcome.kind === 'unknown') await beforeBody();
    return outcome;
  };

/** A mail server that does not take the mail. */
export const failing = (kind: Exclude<MailOutcome['kind'], 'accepted'>): Send =>
  answering({ kind, code: `CODE_${kind}`, reply: '4xx no' });

/** A mail server that must not be asked. */
export const never: Send = () => Promise.reject(new Error('sent'));

/** Register somebody; the mail's id. The address is `<id>@example.com`, the name Ada. */
export async function register(db: Database): Promise<string> {
  const id = uuidv7();
  const email = `${id}@example.com`;
  await insertRegistration(db, {
    userId: uuidv7(),
    email,
    emailKey: email,
    name: 'Ada',
    locale: 'en',
    mail: { id, messageId: `<verify-email.${id}@jobwire.test>`, jobId: uuidv7() },
    token: { hash: sha256(id), expiresAt: new Date(Date.now() + 1_000) },
    mailPauseMs: 1_000,
  });
  return id;
}

/** Write a mail to somebody who is no user; its id. */
export async function writeToStranger(db: Database, template = 'sign-in-unknown'): Promise<string> {
  const id = uuidv7();
  const address = `${id}@example.com`;
  const mail = { id, jobId: uuidv7(), purpose: 'sign-in', template, locale: 'en', toAddress: address, toKey: address };
  await insertEmailMessage(db, { ...mail, messageId: `<sign-in.${id}@jobwire.test>` });
  return id;
}

/** What the record says of a mail. */
export async function readMail(db: Database, id: string): Promise<Record<string, unknown>> {
  const [row] = await db.query<Record<string, unknown>>(
    `SELECT status, smtp_phase, attempts, last_code, last_reply, server_message_id, possible_duplicate, purpose, template,
       user_id, to_address, to_key, message_id, job_id, locale, not_before, reopened_at
     FROM email_messages WHERE id = $1`,
    [id],
  );
  return row ?? {};
}
