import { type Database, findEmailMessage } from '@jobwire/db';
import { type EmailPorts, messageIdOf } from '@jobwire/jobs';
import type { JobControl } from '@jobwire/queue';
import type { Config, Emit, KeyRing } from '@jobwire/runtime';

import { createDomains, systemResolver, unaskedDomains } from './create-domains.ts';
import { createLetters } from './create-letters.ts';
import { createMailQueues } from './create-mail-queues.ts';
import { createMailer } from './create-mailer.ts';
import { createPacer } from './create-pacer.ts';

/** What the mail adapters need. */
export interface MailPortsOptions {
  db: Database;
  control: Pick<JobControl, 'pause'>;
  keys: KeyRing;
  config: Pick<
    Config,
    'PUBLIC_URL' | 'SMTP_URL' | 'MAIL_FROM' | 'MAIL_CONNECTIONS' | 'MAIL_RATE' | 'MAIL_DOMAIN_RATE' | 'MAIL_DNS_CHECK'
  >;
  /** How long mail is held when the server does not accept us, in milliseconds. */
  holdMs?: number;
  emit: Emit;
}

/** Soon enough for somebody who waits for a link, and rare enough for a server that refuses every password. */
const defaultHoldMs = 60_000;

/**
 * Make the ports of jobs that send mail.
 *
 * @returns the ports, and how to stop: mails under way get `deadlineMs` milliseconds
 * @throws ConfigError when SMTP_URL or MAIL_FROM cannot be read
 */
export function createMailPorts(options: MailPortsOptions): {
  ports: EmailPorts;
  close(deadlineMs: number): Promise<void>;
} {
  const { db, control, keys, config, holdMs = defaultHoldMs, emit } = options;
  const mailer = createMailer({
    smtpUrl: config.SMTP_URL,
    from: config.MAIL_FROM,
    connections: config.MAIL_CONNECTIONS,
    emit,
  });
  return {
    ports: {
      emails: {
        find: (id) => findEmailMessage(db, id),
        messageIdOf: (purpose, id) => messageIdOf(purpose, id, config.MAIL_FROM),
      },
      letters: createLetters(config.PUBLIC_URL, keys),
      domains: config.MAIL_DNS_CHECK ? createDomains(systemResolver()) : unaskedDomains(),
      pacer: createPacer({ db, everyMs: { all: config.MAIL_RATE, domain: config.MAIL_DOMAIN_RATE }, emit }),
      mailer,
      mailQueues: createMailQueues({ control, holdMs, emit }),
    },
    close: (deadlineMs) => mailer.close(deadlineMs),
  };
}
