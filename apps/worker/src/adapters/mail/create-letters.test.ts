import { describe, expect, it } from '@jest/globals';
import type { EmailMessage } from '@jobwire/db';
import { createKeyRing, locales } from '@jobwire/runtime';

import { createLetters } from './create-letters.ts';
import { templates } from './templates/index.ts';

const keys = createKeyRing('a secret that is long enough for a test');
const letters = createLetters('https://jobwire.example', keys);
const message = (facts: Partial<EmailMessage>): EmailMessage => ({
  id: '0198f3a1-0000-7000-8000-000000000001',
  user_id: '0198f3a1-0000-7000-8000-000000000002',
  template: 'welcome',
  locale: 'en',
  to_address: 'ada@example.com',
  to_name: 'Ada',
  message_id: '<x@jobwire.example>',
  status: 'queued',
  attempts: 0,
  smtp_phase: 'none',
  last_reply: null,
  possible_duplicate: false,
  not_before: null,
  created_at: new Date(0),
  ...facts,
});
const every = Object.keys(templates).flatMap((template) => locales.map((locale) => ({ template, locale })));
const linkOf = (text: string): string | undefined =>
  /https:\/\/jobwire\.example\/verify\?token=[\w-]{43}/.exec(text)?.[0];

describe.each(every)('the mail $template in $locale', (kind) => {
  it('has the same link in both parts', () => {
    const { text, html } = letters.write(message(kind));
    expect(linkOf(text)).toBeDefined();
    expect(html).toContain(`href="${linkOf(text)?.replace('=', '&#x3D;')}"`);
  });

  it('greets by name, and without one when there is none', () => {
    expect(letters.write(message(kind)).text).toContain('Ada');
    const { text, html } = letters.write(message({ ...kind, to_name: null }));
    expect(text).not.toMatch(/Ada|null|undefined|\s,/);
    expect(html).not.toMatch(/Ada|null|undefined/);
  });

  it('prints a name as it is, whatever it holds', () => {
    const name = '{{constructor}} {{link}} <script>alert(1)</script> ${x} <%= y %>';
    const { subject, text, html } = letters.write(message({ ...kind, to_name: name }));
    expect(text).toContain(name);
    expect(html).toContain('{{constructor}} {{link}} &lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).not.toContain('<script>');
    expect(subject).not.toContain('{{');
  });

  it('says its language, fits narrow screens and has dark colours', () => {
    const { html } = letters.write(message(kind));
    expect(html).toContain(`<html lang="${kind.locale}">`);
    expect(html).toContain('max-width:520px');
    expect(html).toContain('prefers-color-scheme: dark');
  });
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

it('throws for a template that does not exist', () => {
  expect(() => letters.write(message({ template: '../welcome' }))).toThrow('There is no template');
});

it('throws for a variable that no mail has, in any part', () => {
  const good = { subject: 's', text: 't', html: 'h' };
  for (const part of ['subject', 'text', 'html']) {
    const broken = createLetters('https://jobwire.example', keys, { welcome: { en: { ...good, [part]: '{{nmae}}' } } });
    expect(() => broken.write(message({}))).toThrow('"nmae" not defined');
  }
});
