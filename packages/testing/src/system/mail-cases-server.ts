import type { SmtpFault } from '../smtp-script.ts';
import type { MailState } from './mail-stage.ts';

/** What a mail server does to the mail of a registration, and what the record says after each run. */
export interface ServerCase {
  id: string;
  does: string;
  /** Played once each, in this order. */
  faults: readonly SmtpFault[];
  /** After each run; all waits between them are skipped. The last one is the end. */
  runs: readonly Partial<MailState>[];
  /** What may be seen instead, when it depends on the moment: told apart by the code of the first run. */
  orRuns?: readonly Partial<MailState>[];
  /** Mail is held after the first run. */
  holds?: true;
}

/** No attempt is spent and nothing has gone out. */
const later = (code: string, attempt: number): Partial<MailState> => ({
  job: 'retrying',
  attempt,
  mail: 'retry_wait',
  code,
  duplicate: false,
  suppressed: false,
  copies: 0,
});

const sent = (attempt: number, copies = 1): Partial<MailState> => ({
  job: 'succeeded',
  attempt,
  error: null,
  skipped: null,
  mail: 'sent',
  code: null,
  duplicate: copies > 1,
  suppressed: false,
  copies,
});

const failed = (code: string, { attempt = 1, suppressed = false } = {}): Partial<MailState> => ({
  job: 'failed',
  attempt,
  error: code,
  mail: 'failed',
  code,
  duplicate: false,
  suppressed,
  copies: 0,
});

const uncertain: Partial<MailState> = {
  job: 'retrying',
  attempt: 0,
  mail: 'uncertain',
  code: 'NO_REPLY',
  duplicate: true,
  copies: 1,
};

/** A reply that refuses. */
type Refusal = Extract<SmtpFault, { reply: number }>;

/** A fault, then the server is well again. */
const once = (id: string, does: string, fault: SmtpFault, run: Partial<MailState>, attempts: number): ServerCase => ({
  id,
  does,
  faults: [fault],
  runs: [run, sent(attempts)],
});

/** A refusal that ends the mail. */
const final = (id: string, fault: Refusal, run: Partial<MailState>): ServerCase => ({
  id,
  does: `${fault.reply} ${(fault.text ?? '').replace('\n', ' / ')} at ${fault.at}`,
  faults: [fault],
  runs: [run],
});

const throttled = (id: string, fault: Refusal): ServerCase =>
  once(id, `${fault.reply} ${fault.text ?? ''} at ${fault.at}`, fault, later('MAIL_THROTTLED', 0), 1);

const deferred = (id: string, fault: Refusal): ServerCase =>
  once(id, `${fault.reply} ${fault.text ?? ''} at ${fault.at}`, fault, later('MAIL_DEFERRED', 1), 2);

const unreachable = (id: string, does: string, fault: SmtpFault): ServerCase =>
  once(id, does, fault, later('RELAY_UNREACHABLE', 1), 2);

const misconfigured = (id: string, fault: Refusal): ServerCase => ({
  ...once(id, `${fault.reply} ${fault.text ?? ''} at ${fault.at}`, fault, later('MAIL_CONFIG', 0), 1),
  holds: true,
});

const noSuchAddress = { suppressed: true };

/** Every way in which a mail server may fail while it holds a mail. */
export const serverCases: readonly ServerCase[] = [
  { id: 'R00', does: 'nothing goes wrong', faults: [], runs: [sent(1)] },
  {
    id: 'R41.1',
    does: 'a server that hangs up seven times',
    faults: Array.from({ length: 7 }, () => ({ at: 'rcpt', drop: true }) as const),
    runs: [
      ...[1, 2, 3, 4, 5, 6].map((attempt) => later('RELAY_UNREACHABLE', attempt)),
      failed('RELAY_UNREACHABLE', { attempt: 7 }),
    ],
  },
  misconfigured('R42.1', { at: 'auth', reply: 535, text: '5.7.8 Bad credentials' }),
  misconfigured('R42.2', { at: 'mail', reply: 550, text: '5.7.1 Sender not allowed' }),
  misconfigured('R42.3', { at: 'mail', reply: 530, text: '5.7.0 Authentication required' }),
  final('R43.1', { at: 'rcpt', reply: 550, text: '5.1.1 No such user' }, failed('RECIPIENT_REFUSED', noSuchAddress)),
  final('R43.2', { at: 'rcpt', reply: 553, text: 'No such user' }, failed('RECIPIENT_REFUSED', noSuchAddress)),
  final('R43.3', { at: 'rcpt', reply: 551, text: 'User not local' }, failed('RECIPIENT_REFUSED', noSuchAddress)),
  final('R43.4', { at: 'rcpt', reply: 550, text: '5.2.1 Mailbox disabled' }, failed('RECIPIENT_REFUSED')),
  final(
    'R43.5',
    { at: 'rcpt', reply: 550, text: '5.1.1 No such user\n5.1.1 here' },
    failed('RECIPIENT_REFUSED', noSuchAddress),
  ),
  deferred('R44.1', { at: 'rcpt', reply: 452, text: '4.2.2 Mailbox full' }),
  throttled('R44.2', { at: 'rcpt', reply: 451, text: '4.7.1 Greylisted' }),
  deferred('R44.3', { at: 'rcpt', reply: 450, text: '4.2.0 Busy' }),
  deferred('R44.4', { at: 'final', reply: 451, text: '4.3.0 Try again' }),
  throttled('R45.1', { at: 'data', reply: 421, text: '4.3.2 Too busy' }),
  throttled('R45.2', { at: 'final', reply: 421, text: '4.3.2 Too busy' }),
  throttled('R45.3', { at: 'mail', reply: 454, text: '4.7.0 Throttling' }),
  throttled('R45.4', { at: 'rcpt', reply: 550, text: '5.7.0 Too many emails per second' }),
  {
    id: 'R46.1',
    does: '550 5.7.1 for one mail, while others are taken',
    faults: [{ at: 'final', reply: 550, text: '5.7.1 Looks like spam' }],
    runs: [later('MAIL_POLICY', 0), sent(1)],
  },
  final('R47.1', { at: 'final', reply: 552, text: '5.3.4 Too large' }, failed('MESSAGE_TOO_LARGE')),
  final('R47.2', { at: 'data', reply: 554, text: '5.3.4 Too large' }, failed('MESSAGE_TOO_LARGE')),
  final('R47.3', { at: 'final', reply: 554, text: '5.6.0 I do not like it' }, failed('MESSAGE_REFUSED')),
  unreachable('R48.1', 'a link that breaks at MAIL', { at: 'mail', drop: true }),
  unreachable('R48.2', 'a link that breaks at DATA', { at: 'data', drop: true }),
  {
    id: 'R48.3',
    // A mail of a few kilobytes mostly is on its way as a whole before a broken link can be seen: that errs to the safe side.
    does: 'a link that breaks in the middle of the mail',
    faults: [{ at: 'body', drop: true }],
    runs: [
      { ...uncertain, copies: 0 },
      { ...sent(1), duplicate: true },
    ],
    orRuns: [later('RELAY_UNREACHABLE', 1), sent(2)],
  },
  {
    id: 'R49.1',
    does: 'a link that breaks after the last dot',
    faults: [{ at: 'final', drop: true }],
    runs: [uncertain, sent(1, 2)],
  },
  {
    id: 'R49.2',
    does: 'a link that breaks after the last dot of both copies',
    faults: [
      { at: 'final', drop: true },
      { at: 'final', drop: true },
    ],
    runs: [
      uncertain,
      { job: 'succeeded', attempt: 1, mail: 'uncertain_final', code: 'NO_REPLY', duplicate: true, copies: 2 },
    ],
  },
  unreachable('R54.1', 'a reply of 2 MB', { at: 'rcpt', raw: `250 ${'x'.repeat(2 * 1024 * 1024)}\r\n` }),
  {
    id: 'R54.2',
    // Which of them counts is the client's choice; the reply to the mail itself decides.
    does: 'two codes in one reply',
    faults: [{ at: 'rcpt', raw: '250-2.1.5 OK\r\n550 5.1.1 No such user\r\n' }],
    runs: [sent(1)],
  },
  unreachable('R54.3', 'a reply that is none', { at: 'data', raw: 'HTTP/1.1 200 OK\r\n\r\n' }),
  {
    id: 'R54.4',
    // Every reply is taken for that of the command before: the one to the mail itself is never heard.
    does: 'a second greeting behind the first',
    faults: [{ at: 'connect', raw: '220 hello\r\n220 hello again\r\n' }],
    runs: [uncertain, sent(1, 2)],
  },
  {
    id: 'R54.5',
    does: 'a reply of 2 MB to the mail itself',
    faults: [{ at: 'final', raw: `250 ${'x'.repeat(2 * 1024 * 1024)}\r\n` }],
    runs: [uncertain, sent(1, 2)],
  },
];
