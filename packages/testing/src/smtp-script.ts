/** Where in an SMTP session something can go wrong, in order. `body` is in the middle of it, `final` after its last dot. */
export type SmtpPhase = 'connect' | 'auth' | 'mail' | 'rcpt' | 'body' | 'final';

/** What the server does at a phase instead of going on. */
export type SmtpFault =
  /** Answer with a code, e.g. 550, 451, 421 (closes), 535. Not possible in `body`. */
  | { at: Exclude<SmtpPhase, 'body'>; reply: number; text?: string }
  /** Answer nothing until the client gives up or `release` is called. */
  | { at: SmtpPhase; hang: true }
  /** Close the connection without a reply. At `final` the mail is kept, as by a server that dies after storing it. */
  | { at: SmtpPhase; drop: true };

/** The faults that a server plays. */
export interface SmtpScript {
  /** From now on at every session, until `always(undefined)`. */
  always(fault: SmtpFault | undefined): void;
  /** Only for the first session that reaches its phase; several are played in the order given. */
  once(...faults: readonly SmtpFault[]): void;
  /** The fault to play at a phase, taken from the script. */
  take(phase: SmtpPhase): SmtpFault | undefined;
}

/** Make an empty script: everything is accepted. */
export function createSmtpScript(): SmtpScript {
  let standing: SmtpFault | undefined;
  const single: SmtpFault[] = [];
  return {
    always: (fault) => void (standing = fault),
    once: (...faults) => void single.push(...faults),
    take(phase) {
      const index = single.findIndex((fault) => fault.at === phase);
      if (index >= 0) return single.splice(index, 1)[0];
      return standing?.at === phase ? standing : undefined;
    },
  };
}
