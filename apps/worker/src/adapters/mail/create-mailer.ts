import type { Mailer } from '@jobwire/jobs';
import type { Emit } from '@jobwire/runtime';

import { createFreeConnections } from './free-connections.ts';
import { readSender } from './read-sender.ts';
import { createSmtpSlot } from './smtp-slot.ts';

/** What the mailer needs to know. */
export interface MailerOptions {
  /** SMTP_URL. */
  smtpUrl: string;
  /** MAIL_FROM. */
  from: string;
  /** Mails at a time, each over a connection of its own. Servers limit how many a client may have. */
  connections: number;
  emit: Emit;
}

/** A mailer that can be stopped. */
export interface RunningMailer extends Mailer {
  /**
   * Wait for the mails that are under way, then close the connections; what is not done in time is cut off.
   *
   * @param deadlineMs milliseconds
   */
  close(deadlineMs: number): Promise<void>;
}

/**
 * Make the mailer: every mail under way has a connection to itself, which stays open for the next one.
 *
 * @throws ConfigError when SMTP_URL or MAIL_FROM cannot be read
 */
export function createMailer({ smtpUrl, from, connections, emit }: MailerOptions): RunningMailer {
  const sender = readSender(from);
  const all = Array.from({ length: connections }, () => createSmtpSlot(smtpUrl, sender));
  const free = createFreeConnections(all);
  const busy = new Set<Promise<unknown>>();

  const send: Mailer['send'] = async (mail, options) => {
    const slot = await free.take(options.signal);
    try {
      await options.whenFree();
      const outcome = await slot.send(mail, options);
      emit('mail.attempted', {
        messageId: mail.messageId,
        outcome: outcome.kind,
        ...('code' in outcome ? { code: outcome.code, reply: outcome.reply } : {}),
      });
      return outcome;
    } finally {
      free.giveBack(slot);
    }
  };

  return {
    send(mail, options) {
      const sending = send(mail, options);
      busy.add(sending);
      const done = (): void => void busy.delete(sending);
      sending.then(done, done);
      return sending;
    },
    async close(deadlineMs) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, deadlineMs);
      });
      await Promise.race([Promise.allSettled(busy), late]);
      clearTimeout(timer);
      for (const slot of all) slot.close(true);
    },
  };
}
