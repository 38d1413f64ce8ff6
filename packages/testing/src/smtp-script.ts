/**
 * Where in an SMTP session something can go wrong, in order. `data` is before the server asks for the mail, `body` in the
 * middle of it, `final` after its last dot.
 */
export type SmtpPhase = 'connect' | 'tls' | 'auth' | 'mail' | 'rcpt' | 'data' | 'body' | 'final';

/** What the server does at a phase instead of going on. */
export type SmtpFault = {
  at: SmtpPhase;
  /** Only for mails to this address: from `rcpt` on a session has one. */
  to?: string;
} & SmtpMisdeed;

type SmtpMisdeed =
  /** Answer with a code, e.g. 550, 451, 421 (closes), 535. Lines of the text become lines of the reply. Not in `body`. */
  | { reply: number; text?: string }
  /** Write these bytes in place of the reply; what begins like a yes is one. */
  | { raw: string }
  /** Send a reply that never ends, one character after the other; the time between two in milliseconds. */
  | { trickleMs: number }
  /** Answer nothing until the client gives up or `release` is called. */
  | { hang: true }
  /** Close the connection without a reply. At `final` the mail is kept, as by a server that dies after storing it. */
  | { drop: true };

/** The faults that a server plays. */
export interface SmtpScript {
  /** From now on at every session, until `always(undefined)`. */
  always(fault: SmtpFault | undefined): void;
  /** Only for the first session that reaches its phase; several are played in the order given. */
  once(...faults: readonly SmtpFault[]): void;
  /** The fault to play at a phase, taken from the script. */
  take(phase: SmtpPhase, recipients: readonly string[]): SmtpFault | undefined;
}

/** Make an empty script: everything is accepted. */
export function createSmtpScript(): SmtpScript {
  let standing: SmtpFault | undefined;
  const single: SmtpFault[] = [];
  return {
    always: (fault) => void (standing = fault),
    once: (...faults) => void single.push(...faults),
    take(phase, recipients) {
      const fits = ({ at, to }: SmtpFault): boolean => at === phase && (to === undefined || recipients.includes(to));
      const index = single.findIndex(fits);
      if (index >= 0) return single.splice(index, 1)[0];
      return standing && fits(standing) ? standing : undefined;
    },
  };
}
