import { Readable } from 'node:stream';

import type { MailOutcome, OutgoingMail, SendOptions } from '@jobwire/jobs';
import { asError } from '@jobwire/runtime';
import { createTransport } from 'nodemailer';

import { outcomeOf, type SmtpFailure } from './mail-outcome.ts';
import { smtpLimits, smtpOptions } from './smtp-options.ts';

/** One connection to the mail server, for one mail at a time. */
export interface SmtpSlot {
  send(mail: OutgoingMail, options: Omit<SendOptions, 'whenFree'>): Promise<MailOutcome>;
  /** @param force also end a sending that is under way */
  close(force: boolean): void;
}

/** What is known of the mail that is under way. */
interface Sending {
  /** Called once, before the first byte. */
  beforeBody(): Promise<void>;
  bodyBegun: boolean;
  handedOver: boolean;
  /** The 421 with which the server ended a connection that had been used before. */
  farewell?: string;
  /** What `beforeBody` threw. */
  refusal?: Error;
}

/** Who the mails are from. */
export interface Sender {
  name: string;
  address: string;
}

/**
 * Make a slot. Its transporter has one connection and a logger of its own: nodemailer says only there, without the mail's
 * name, that a mail was handed over completely.
 */
export function createSmtpSlot(smtpUrl: string, from: Sender): SmtpSlot {
  let sending: Sending | undefined;
  const transport = createTransport({ ...smtpOptions(smtpUrl), pool: true, logger: markHandedOver(() => sending) });
  // The last step before the wire: a stream that is not read before the server asks for the mail.
  transport.use('stream', (mail, done) => {
    mail.message?.processFunc((body) => Readable.from(gated(body, sending), { objectMode: false }));
    done();
  });

  return {
    async send(mail, { beforeBody, signal }) {
      signal.throwIfAborted();
      const current: Sending = { beforeBody, bodyBegun: false, handedOver: false };
      sending = current;
      const end = new AbortController();
      const onAbort = (): void => {
        if (!current.bodyBegun) end.abort(signal.reason);
      };
      signal.addEventListener('abort', onAbort, { once: true });
      const limit = setTimeout(() => end.abort(new Error('The sending took too long')), smtpLimits.sendTimeout);
      try {
        const info = await transport.sendMail({ ...messageOf(mail, from), signal: end.signal });
        return { kind: 'accepted', reply: info.response, serverMessageId: info.serverMessageId ?? null };
      } catch (error) {
        if (current.refusal) throw current.refusal;
        if (signal.aborted && !current.bodyBegun) throw signal.reason;
        const failure = failureOf(error, current);
        return outcomeOf(failure, current.handedOver || isOutOfStep(failure, current));
      } finally {
        clearTimeout(limit);
        signal.removeEventListener('abort', onAbort);
      }
    },
    close: (force) => transport.close({ force }),
  };
}

async function* gated(body: Readable, sending: Sending | undefined): AsyncGenerator<Buffer> {
  if (!sending) throw new Error('No mail is under way');
  sending.bodyBegun = true;
  try {
    await sending.beforeBody();
  } catch (error) {
    sending.refusal = asError(error);
    throw sending.refusal;
  }
  yield* body;
}

/** The part of a text that is the reply of a server that closes the connection (RFC 5321 §4.2.1). */
const farewell = /\b421[ -].*/s;

/**
 * What nodemailer says only in its log: one entry of kind `message` when the body and its final dot have been given to the
 * socket; and one of kind `pool` with the reply, when a server ended a connection that had been used before. It would try
 * again over another one, which is not its business here.
 */
function markHandedOver(
  sending: () => Sending | undefined,
): Record<string, (entry: { tnx?: string }, format?: string, ...facts: unknown[]) => void> {
  const hear = (entry: { tnx?: string }, _format?: string, ...facts: unknown[]): void => {
    const current = sending();
    if (!current) return;
    if (entry.tnx === 'message') current.handedOver = true;
    const reply = entry.tnx === 'pool' ? farewell.exec(String(facts.at(-1)))?.[0] : undefined;
    if (reply !== undefined) current.farewell = reply;
  };
  const ignore = (): void => undefined;
  return { trace: ignore, debug: ignore, info: hear, warn: ignore, error: ignore, fatal: ignore };
}

/** The envelope is explicit: nodemailer would otherwise read it out of headers. */
function messageOf({ to, subject, text, html, messageId, locale }: OutgoingMail, from: Sender) {
  return {
    from,
    to: { name: to.name ?? '', address: to.address },
    envelope: { from: from.address, to: [to.address] },
    subject,
    text,
    ...(html === null ? {} : { html }),
    messageId,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': locale },
  };
}

/** A server that says more than it is asked: "go on" is taken for its answer to a mail that is still being written. */
function isOutOfStep({ responseCode }: SmtpFailure, { bodyBegun }: Sending): boolean {
  return bodyBegun && responseCode !== undefined && responseCode < 400;
}

/** Only nodemailer throws here; its errors carry these fields. */
function failureOf(error: unknown, { farewell: response }: Sending): SmtpFailure {
  const failure: Error & Omit<SmtpFailure, 'message'> = asError(error);
  if (failure.responseCode !== undefined || response === undefined) return failure;
  return { message: failure.message, code: failure.code, command: 'CONN', responseCode: 421, response };
}
