import { describe, expect, it } from '@jest/globals';
import type { EmailMessage } from '@jobwire/db';
import { verificationLink, verificationToken } from '@jobwire/jobs';
import { createKeyRing, locales } from '@jobwire/runtime';

import { createLetters } from './create-letters.ts';

const keys = createKeyRing('a secret that is long enough for a test');
const letters = createLetters('https://jobwire.example', keys);
const id = '0198f3a1-0000-7000-8000-000000000001';
const message = (facts: Partial<EmailMessage>): EmailMessage => ({
  id,
  user_id: '0198f3a1-0000-7000-8000-000000000002',
  purpose: 'verify-email',
  template: 'welcome',
  locale: 'en',
  to_address: 'ada@example.com',
  to_key: 'ada@example.com',
  to_name: 'Ada',
  message_id: '<x@jobwire.example>',
  status: 'queued',
  attempts: 0,
  smtp_phase: 'none',
  last_reply: null,
  possible_duplicate: false,
  not_before: null,
  created_at: new Date(0),
  reopened_at: null,
  ...facts,
});
const linkOf = (text: string): string | undefined => /https:\/\/\S+/.exec(text)?.[0];
const every = (['welcome', 'already-registered', 'sign-in'] as const).flatMap((template) =>
  locales.map((locale) => ({ template, locale })),
);

describe.each(every)('the mail $template in $locale', (kind) => {
  it('carries the link of its purpose', () => {
    const purpose = kind.template === 'sign-in' ? 'sign-in' : 'verify-email';
    const link = verificationLink('https://jobwire.example', verificationToken(keys, purpose, id));
    expect(linkOf(letters.write(message({ ...kind, purpose })).text)).toBe(link);
  });

  it('greets by name, and without one when there is none', () => {
    expect(letters.write(message(kind)).text).toContain('Ada');
    const { text, html } = letters.write(message({ ...kind, to_name: null }));
    expect(text).not.toMatch(/Ada|null|undefined|\s,/);
    expect(html).not.toMatch(/Ada|null|undefined/);
  });
});

it.each(locales)('shows who has no account (%s) where to register, and no way in', (locale) => {
  const { text, html } = letters.write(message({ template: 'sign-in-unknown', user_id: null, to_name: null, locale }));
  expect(linkOf(text)).toBe('https://jobwire.example/');
  expect(html).not.toContain('token');
});

it('carries the same link at every retry, and another one in every mail', () => {
  const other = message({ id: '0198f3a1-0000-7000-8000-000000000009' });
  expect(letters.write(message({})).text).toBe(letters.write(message({})).text);
  expect(linkOf(letters.write(other).text)).not.toBe(linkOf(letters.write(message({})).text));
});

it('writes in the nearest language', () => {
  expect(letters.write(message({ locale: 'zh-TW' })).subject).toContain('欢迎');
  expect(letters.write(message({ locale: '../../etc/passwd' })).subject).toContain('Welcome');
});

it.each(['../welcome', 'constructor', 'notice', 'custom'])(
  'throws for a mail whose words are not in the record: %s',
  (template) => {
    expect(() => letters.write(message({ template }))).toThrow('Invalid option');
  },
);

it('throws for a link that cannot be one', () => {
  const odd = createLetters('javascript:alert(1)//', keys);
  expect(() => odd.write(message({}))).toThrow('Invalid URL');
});
