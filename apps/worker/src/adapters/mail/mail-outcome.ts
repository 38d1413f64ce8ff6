import type { MailOutcome } from '@jobwire/jobs';

/** What nodemailer says of a failure (nodemailer 10, errors). */
export interface SmtpFailure {
  code?: string | undefined;
  /** Three digits; undefined when the server did not reply. */
  responseCode?: number | undefined;
  /** The server's reply. */
  response?: string | undefined;
  /** What was replied to: `CONN`, `AUTH …`, `MAIL FROM`, `RCPT TO`, `DATA`. */
  command?: string | undefined;
  message: string;
}

type Unsent = Exclude<MailOutcome, { kind: 'accepted' }>;

/** Characters of a reply that are kept. */
const longestReply = 500;

/** Codes that concern us as a sender, not this mail. */
const senderCodes = new Set(['EAUTH', 'ENOAUTH', 'EOAUTH2', 'ECONFIG', 'ETLS', 'EREQUIRETLS']);

/** Codes that concern this mail before a server has seen it. */
const mailCodes = new Set(['EMAXRECIPIENTS', 'EENVELOPE', 'EMESSAGE', 'EFILEACCESS', 'EURLACCESS', 'ESTREAM']);

/** Texts with which servers throttle, whatever their code (a provider answers 550 5.7.0 "too many emails per second"). */
const throttleText = /too many (e-?mails|messages|connections)|rate limit|throttl/i;

/** A TLS handshake that cannot succeed with these settings: bad certificate, or no TLS at that port. */
const tlsText = /certificate|wrong version number|packet length too long|ssl routines/i;

/**
 * Say what a failed sending means. The order matters: what the server said beats how the connection ended, throttling
 * beats refusal, and trouble with the sender beats trouble with the mail, because a wrong password must not cost mails.
 *
 * @param handedOver whether the whole mail, with its final dot, was given to the connection
 */
export function outcomeOf(failure: SmtpFailure, handedOver: boolean): Unsent {
  const reply = failure.response?.slice(0, longestReply) ?? null;
  const status = failure.responseCode;
  // "Go on" is no answer to a mail that was handed over: this server's replies are out of step.
  if (status !== undefined && (status >= 400 || !handedOver)) return { ...judgeReply(failure, status), reply };
  // nodemailer reports a link that broke before and after the mail alike; `handedOver` is what tells them apart.
  if (handedOver) return { kind: 'unknown', code: 'NO_REPLY', reply };
  if (failure.code === 'ESOCKET' && tlsText.test(failure.message))
    return { kind: 'misconfigured', code: 'MAIL_CONFIG', reply };
  if (senderCodes.has(failure.code ?? '')) return { kind: 'misconfigured', code: 'MAIL_CONFIG', reply };
  // With a reply, one that could not be read, it is the server that is in trouble.
  if (mailCodes.has(failure.code ?? '') && reply === null) return { kind: 'refused', code: 'MESSAGE_INVALID', reply };
  return { kind: 'unreachable', code: 'RELAY_UNREACHABLE', reply };
}

function judgeReply({ code, response = '', command = '' }: SmtpFailure, status: number): Omit<Unsent, 'reply'> {
  const enhanced = /^\d{3}[ -](\d\.\d{1,3}\.\d{1,3})/.exec(response)?.[1] ?? '';
  const policy = /^[45]\.7\./.test(enhanced);
  const throttled = status === 421 || status === 454 || ([450, 451, 452].includes(status) && policy);
  if (throttled || throttleText.test(response)) return { kind: 'throttled', code: 'MAIL_THROTTLED' };
  if (senderCodes.has(code ?? '') && status >= 500) return { kind: 'misconfigured', code: 'MAIL_CONFIG' };
  if (status < 500 || status === 503) return { kind: 'unreachable', code: 'MAIL_DEFERRED' };
  if (status === 530 || !/^(RCPT|DATA)/.test(command)) return { kind: 'misconfigured', code: 'MAIL_CONFIG' };
  if (policy) return { kind: 'policy', code: 'MAIL_POLICY' };
  if (status === 552 || enhanced === '5.3.4') return { kind: 'refused', code: 'MESSAGE_TOO_LARGE' };
  return command.startsWith('RCPT') ? judgeRecipient(status, enhanced) : { kind: 'refused', code: 'MESSAGE_REFUSED' };
}

/**
 * Only what speaks of the recipient's address itself ends all mail to it (RFC 3463 §3.2; X.1.7 and X.1.8 speak of the
 * sender's). A bare 550 may also be about access, so it ends this mail alone.
 */
function judgeRecipient(status: number, enhanced: string): Omit<Unsent, 'reply'> {
  if (/^5\.1\.[78]$/.test(enhanced)) return { kind: 'misconfigured', code: 'MAIL_CONFIG' };
  const gone = enhanced === '' ? status === 551 || status === 553 : enhanced.startsWith('5.1.');
  return { kind: gone ? 'no-such-address' : 'refused', code: 'RECIPIENT_REFUSED' };
}
