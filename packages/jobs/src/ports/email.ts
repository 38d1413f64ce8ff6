import type { EmailMessage } from '@jobwire/db';

/** The words of a mail. */
export interface MailWords {
  subject: string;
  text: string;
  html: string;
}

/** A mail as it goes out. */
export interface OutgoingMail extends MailWords {
  to: { address: string; name: string | null };
  messageId: string;
  /** BCP 47. */
  locale: string;
}

/**
 * What came of handing a mail to the server. `code` is ours and stable; `reply` is the server's, if it said something.
 * - `accepted`: the server took it
 * - `refused`: it will never take this mail
 * - `throttled`: it wants us to be slower
 * - `misconfigured`: it does not accept us as a sender, whatever the mail
 * - `unreachable`: it failed or was not there; the mail did not go out
 * - `unknown`: the mail was handed over and the link broke before the reply
 */
export type MailOutcome =
  | { kind: 'accepted'; reply: string; serverMessageId: string | null }
  | { kind: 'refused' | 'throttled' | 'misconfigured' | 'unreachable' | 'unknown'; code: string; reply: string | null };

/** What is asked of a sending. */
export interface SendOptions {
  /** Called when the server is ready for the mail; the first byte waits for it, and nothing is sent when it throws. */
  beforeBody(): Promise<void>;
  /** Ends the sending until `beforeBody` is called; from then on the server's reply is waited for. */
  signal: AbortSignal;
}

/** Hands mails to a mail server. */
export interface Mailer {
  /** @throws what `beforeBody` throws, and the signal's reason; whatever the server does is an outcome */
  send(mail: OutgoingMail, options: SendOptions): Promise<MailOutcome>;
}

/** What jobs that send mail need. */
export interface EmailPorts {
  /** Reads mails from the record. */
  emails: { find(id: string): Promise<EmailMessage | undefined> };
  /** Puts a mail into words. @throws when the template and the mail do not fit */
  letters: { write(message: EmailMessage): MailWords };
  mailer: Mailer;
}
