import type { EmailMessage, EmailToSend } from '@jobwire/db';

import type { MailPurpose } from '../mail/message-id.ts';

/** The words of a mail. */
export interface MailWords {
  subject: string;
  text: string;
  html: string;
}

/** A mail as it goes out. */
export interface OutgoingMail extends Omit<MailWords, 'html'> {
  /** Null: plain text only. */
  html: string | null;
  to: { address: string; name: string | null };
  messageId: string;
  /** BCP 47. */
  locale: string;
}

/**
 * What came of handing a mail to the server. `code` is ours and stable; `reply` is the server's, if it said something.
 * - `accepted`: the server took it
 * - `no-such-address`: there is nobody under this address
 * - `refused`: it will never take this mail
 * - `throttled`: it wants us to be slower
 * - `misconfigured`: it does not accept us as a sender, whatever the mail
 * - `policy`: it objects to us or to this mail, and does not say to which
 * - `unreachable`: it failed or was not there; the mail did not go out
 * - `unknown`: the mail was handed over and the link broke before the reply
 */
export type MailOutcome =
  | { kind: 'accepted'; reply: string; serverMessageId: string | null }
  | {
      kind: 'no-such-address' | 'refused' | 'throttled' | 'misconfigured' | 'policy' | 'unreachable' | 'unknown';
      code: string;
      reply: string | null;
    };

/** What is asked of a sending. */
export interface SendOptions {
  /** Called when a connection is free, before anything is said to the server; nothing is sent when it throws. */
  whenFree(): Promise<void>;
  /** Called when the server is ready for the mail; the first byte waits for it, and nothing is sent when it throws. */
  beforeBody(): Promise<void>;
  /** Ends the sending until `beforeBody` is called; from then on the server's reply is waited for. */
  signal: AbortSignal;
}

/** Hands mails to a mail server. */
export interface Mailer {
  /**
   * @throws what `whenFree` and `beforeBody` throw, RetryAfter when no connection gets free, and the signal's reason; whatever
   * the server does is an outcome
   */
  send(mail: OutgoingMail, options: SendOptions): Promise<MailOutcome>;
}

/** The order in which mails go out. */
export interface MailPacer {
  /**
   * Wait until this mail may go, as MAIL_RATE, MAIL_DOMAIN_RATE and the server want it.
   *
   * @param domain of the recipient
   * @throws RetryAfter when that is too far away to wait here; the signal's reason
   */
  waitForTurn(mail: { domain: string; relayHeldMs: number }, signal: AbortSignal): Promise<void>;
}

/** Why somebody has to look after the mail. `code` is ours and stable. */
export interface MailAlarm {
  code: string;
  reply: string | null;
}

/** The queues of all jobs that send mail. */
export interface MailQueues {
  /** How long a hold lasts, in milliseconds. */
  readonly holdMs: number;
  /** Pause them all for `holdMs`, and raise the alarm. It never throws: mails that are still run wait by themselves. */
  hold(reason: 'MAIL_CONFIG' | 'MAIL_UNREACHABLE', alarm: MailAlarm): Promise<void>;
  /** Raise the alarm alone. */
  alarm(alarm: MailAlarm): void;
}

/** What jobs that send mail need. */
export interface EmailPorts {
  /** Mails in the record. */
  emails: {
    find(id: string): Promise<EmailToSend | undefined>;
    /** The Message-ID of a mail, under the domain of MAIL_FROM. */
    messageIdOf(purpose: MailPurpose, id: string): string;
  };
  /** Puts a mail into words. @throws when the template and the mail do not fit */
  letters: { write(message: EmailMessage): MailWords };
  /** Looks up where mail goes. */
  domains: {
    /** False only when it is certain that a domain takes no mail; always true with MAIL_DNS_CHECK off. */
    takesMail(domain: string): Promise<boolean>;
  };
  pacer: MailPacer;
  mailer: Mailer;
  mailQueues: MailQueues;
}
