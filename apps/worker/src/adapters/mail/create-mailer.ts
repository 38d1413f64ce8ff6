import type { Mailer } from '@jobwire/jobs';
import type { Emit } from '@jobwire/runtime';

import { readSender } from './read-sender.ts';
import { createSmtpSlot, type SmtpSlot } from './smtp-slot.ts';

/** What the mailer needs to know. */
export interface MailerOptions {
  /** SMTP_URL. */
  smtpUrl: string;
  /** MAIL_FROM. */
  from: string;
  /** Mails at a time, each over a connection of its own: the concurrency of the jobs that send. */
  slots: number;
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
export function createMailer({ smtpUrl, from, slots, emit }: MailerOptions): RunningMailer {
  const sender = readSender(from);
  const all = Array.from({ length: slots }, () => createSmtpSlot(smtpUrl, sender));
  const free = [...all];
  const waiting: ((slot: SmtpSlot) => void)[] = [];
  const busy = new Set<Promise<unknown>>();

  const takeSlot = (): SmtpSlot | Promise<SmtpSlot> => free.pop() ?? new Promise((resolve) => waiting.push(resolve));
  const giveBack = (slot: SmtpSlot): void => {
    const next = waiting.shift();
    if (next) next(slot);
    else free.push(slot);
  };

  const send: Mailer['send'] = async (mail, options) => {
    const slot = await takeSlot();
    try {
      const outcome = await slot.send(mail, options);
      emit('mail.attempted', {
        messageId: mail.messageId,
        outcome: outcome.kind,
        ...('code' in outcome ? { code: outcome.code, reply: outcome.reply } : {}),
      });
      return outcome;
    } finally {
      giveBack(slot);
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
