import { describe, expect, it } from '@jest/globals';

import { outcomeOf, type SmtpFailure } from './mail-outcome.ts';

const replied = (command: string, response: string, code = 'EENVELOPE'): SmtpFailure => ({
  code,
  command,
  response,
  responseCode: Number(response.slice(0, 3)),
  message: response,
});
const broke = (code: string, message = code): SmtpFailure => ({ code, message, command: 'CONN' });

describe('a reply of the server', () => {
  it.each([
    ['RCPT TO', '550 5.1.1 No such user', 'no-such-address RECIPIENT_REFUSED'],
    ['RCPT TO', '551 User not local', 'no-such-address RECIPIENT_REFUSED'],
    ['RCPT TO', '553 Bad mailbox name', 'no-such-address RECIPIENT_REFUSED'],
    ['RCPT TO', '553 5.1.2 Bad destination system', 'no-such-address RECIPIENT_REFUSED'],
    ['RCPT TO', '550 Mailbox unavailable', 'refused RECIPIENT_REFUSED'],
    ['RCPT TO', '550 5.2.1 Mailbox disabled', 'refused RECIPIENT_REFUSED'],
    ['RCPT TO', '553 5.1.8 Sender address rejected', 'misconfigured MAIL_CONFIG'],
    ['DATA', '554 Transaction failed', 'refused MESSAGE_REFUSED'],
    ['DATA', '552 Too much mail data', 'refused MESSAGE_TOO_LARGE'],
    ['DATA', '554 5.3.4 Message too big', 'refused MESSAGE_TOO_LARGE'],
    ['MAIL FROM', '550 Sender rejected', 'misconfigured MAIL_CONFIG'],
    ['MAIL FROM', '530 Authentication required', 'misconfigured MAIL_CONFIG'],
    ['RCPT TO', '550 5.7.1 Relaying denied', 'policy MAIL_POLICY'],
    ['DATA', '550 5.7.515 Sender does not meet the requirements', 'policy MAIL_POLICY'],
    ['MAIL FROM', '550 5.7.1 Sender not allowed', 'misconfigured MAIL_CONFIG'],
    ['DATA', '550 5.7.0 Too many emails per second', 'throttled MAIL_THROTTLED'],
    ['CONN', '421 Too many connections', 'throttled MAIL_THROTTLED'],
    ['RCPT TO', '450 4.7.1 Slow down', 'throttled MAIL_THROTTLED'],
    ['DATA', '454 4.7.0 Throttling failure', 'throttled MAIL_THROTTLED'],
    ['RCPT TO', '451 Greylisted, come back later', 'unreachable MAIL_DEFERRED'],
    ['RCPT TO', '452 4.2.2 Mailbox full', 'unreachable MAIL_DEFERRED'],
    ['MAIL FROM', '503 Bad sequence', 'unreachable MAIL_DEFERRED'],
  ])('to %s: %s', (command, response, expected) => {
    const { kind, code, reply } = outcomeOf(replied(command, response), false);
    expect(`${kind} ${code}`).toBe(expected);
    expect(reply).toBe(response);
  });

  it('counts after the mail was handed over too: then the outcome is known', () => {
    expect(outcomeOf(replied('DATA', '554 No'), true).kind).toBe('refused');
    expect(outcomeOf(replied('CONN', '421 Shutting down', 'ECONNECTION'), true).kind).toBe('throttled');
  });

  it('that only asks to go on is none to a mail that was handed over', () => {
    expect(outcomeOf(replied('DATA', '354 Go on', 'EMESSAGE'), true)).toMatchObject({
      kind: 'unknown',
      code: 'NO_REPLY',
    });
  });

  it('that cannot be read says nothing about the mail', () => {
    const failure = { code: 'EENVELOPE', command: 'DATA', response: 'HTTP/1.1 200 OK', message: 'Data command failed' };
    expect(outcomeOf(failure, false)).toMatchObject({ kind: 'unreachable', code: 'RELAY_UNREACHABLE' });
  });

  it('to a password stops nothing but the sending', () => {
    expect(outcomeOf(replied('AUTH PLAIN', '535 Bad password', 'EAUTH'), false).kind).toBe('misconfigured');
    expect(outcomeOf(replied('AUTH PLAIN', '454 4.7.0 Temporary failure', 'EAUTH'), false).kind).toBe('throttled');
  });

  it('is kept to 500 characters', () => {
    expect(outcomeOf(replied('DATA', `554 ${'x'.repeat(2_000)}`), false).reply).toHaveLength(500);
  });
});

describe('a link that broke', () => {
  it.each(['ESOCKET', 'ECONNECTION', 'ETIMEDOUT', 'EABORT', 'EPROTOCOL', 'EDNS'])('%s', (code) => {
    expect(outcomeOf(broke(code), false)).toEqual({ kind: 'unreachable', code: 'RELAY_UNREACHABLE', reply: null });
    expect(outcomeOf(broke(code), true)).toEqual({ kind: 'unknown', code: 'NO_REPLY', reply: null });
  });
});

describe('what never reached a server', () => {
  it.each(['EMAXRECIPIENTS', 'EENVELOPE', 'EMESSAGE', 'EFILEACCESS', 'EURLACCESS', 'ESTREAM'])(
    '%s is this mail’s',
    (code) => {
      expect(outcomeOf(broke(code), false).kind).toBe('refused');
    },
  );

  it.each(['ENOAUTH', 'ECONFIG', 'ETLS', 'EREQUIRETLS'])('%s is ours', (code) => {
    expect(outcomeOf(broke(code), false).kind).toBe('misconfigured');
  });

  it.each(['self-signed certificate', 'ssl3_get_record:wrong version number'])(
    'TLS that cannot work is ours: %s',
    (message) => {
      expect(outcomeOf(broke('ESOCKET', message), false).kind).toBe('misconfigured');
    },
  );
});
