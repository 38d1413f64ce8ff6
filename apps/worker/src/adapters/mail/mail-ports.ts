import { findEmailMessage, type Tx } from '@jobwire/db';
import type { EmailPorts } from '@jobwire/jobs';
import type { Config, Emit, KeyRing } from '@jobwire/runtime';

import { createLetters } from './create-letters.ts';
import { createMailer } from './create-mailer.ts';

/** What the mail adapters need. */
export interface MailPortsOptions {
  db: Tx;
  keys: KeyRing;
  config: Pick<Config, 'PUBLIC_URL' | 'SMTP_URL' | 'MAIL_FROM'>;
  /** Mails at a time: the concurrency of the jobs that send. */
  slots: number;
  emit: Emit;
}

/**
 * Make the ports of jobs that send mail.
 *
 * @returns the ports, and how to stop: mails under way get `deadlineMs` milliseconds
 * @throws ConfigError when SMTP_URL or MAIL_FROM cannot be read
 */
export function createMailPorts({ db, keys, config, slots, emit }: MailPortsOptions): {
  ports: EmailPorts;
  close(deadlineMs: number): Promise<void>;
} {
  const mailer = createMailer({ smtpUrl: config.SMTP_URL, from: config.MAIL_FROM, slots, emit });
  return {
    ports: {
      emails: { find: (id) => findEmailMessage(db, id) },
      letters: createLetters(config.PUBLIC_URL, keys),
      mailer,
    },
    close: (deadlineMs) => mailer.close(deadlineMs),
  };
}
