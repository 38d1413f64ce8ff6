import { describe, expect, it } from '@jest/globals';

import { readSender } from './read-sender.ts';
import { smtpOptions } from './smtp-options.ts';

describe('SMTP_URL', () => {
  it.each([
    ['smtp://127.0.0.1:1025', { host: '127.0.0.1', port: 1025, secure: false, requireTLS: false }],
    ['smtp://relay.example', { host: 'relay.example', port: 587, secure: false, requireTLS: false }],
    ['smtp://relay.example?requireTLS=true', { host: 'relay.example', port: 587, secure: false, requireTLS: true }],
    ['smtps://relay.example', { host: 'relay.example', port: 465, secure: true, requireTLS: false }],
    ['smtp://[::1]:25', { host: '::1', port: 25, secure: false, requireTLS: false }],
  ])('%s', (url, expected) => {
    expect(smtpOptions(url)).toMatchObject(expected);
    expect(smtpOptions(url)).not.toHaveProperty('auth');
  });

  it('never sends a password over a network without TLS', () => {
    expect(smtpOptions('smtp://u%40x:p%3Aw@relay.example')).toMatchObject({
      requireTLS: true,
      auth: { user: 'u@x', pass: 'p:w' },
    });
    expect(smtpOptions('smtp://u:p@127.0.0.1')).toMatchObject({ requireTLS: false });
  });

  it('cannot switch anything else, above all not the check of certificates', () => {
    expect(() => smtpOptions('smtps://relay.example?tls.rejectUnauthorized=false')).toThrow(
      'unknown option tls.rejectUnauthorized',
    );
  });
});

describe('MAIL_FROM', () => {
  it.each([
    ['Jobwire <no-reply@jobwire.example>', { name: 'Jobwire', address: 'no-reply@jobwire.example' }],
    ['"Jobwire, Inc." <a@b.c>', { name: 'Jobwire, Inc.', address: 'a@b.c' }],
    ['<a@b.c>', { name: '', address: 'a@b.c' }],
    [' a@b.c ', { name: '', address: 'a@b.c' }],
  ])('%s', (from, expected) => {
    expect(readSender(from)).toEqual(expected);
  });

  it.each(['Jobwire', 'a@b.c, d@e.f', 'Jobwire <a@b.c> <d@e.f>'])('refuses %s', (from) => {
    expect(() => readSender(from)).toThrow('MAIL_FROM');
  });
});
