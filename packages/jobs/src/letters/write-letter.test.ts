import { describe, expect, it } from '@jest/globals';
import { type Locale, locales } from '@jobwire/runtime';
import type { z } from 'zod';

import type { MailWords } from '../ports/email.ts';
import { type LetterName, letters, writeLetter } from './index.ts';

const sampleWords = (name: LetterName, locale: Locale): MailWords =>
  writeLetter(name, locale, letters[name].sample[locale]);
const nameOf = { en: 'Ada', 'zh-CN': '王小明' };
const foreignPunctuation = {
  en: /[，。！：；（）]/,
  'zh-CN': /\p{Script=Han}[,.!?:;()]|[,!?:;()]\p{Script=Han}/u,
};
const link = 'https://jobwire.example/verify?token=abc';
const every = (Object.keys(letters) as LetterName[]).flatMap((name) => locales.map((locale) => ({ name, locale })));
const greeting = (['welcome', 'already-registered', 'sign-in'] as const).flatMap((name) =>
  locales.map((locale) => ({ name, locale })),
);

describe.each(every)('the letter $name in $locale', ({ name, locale }) => {
  const { subject, text, html } = sampleWords(name, locale);

  it('has a sample that its contract accepts', () => {
    expect(letters[name].variables.parse(letters[name].sample[locale])).toEqual(letters[name].sample[locale]);
  });

  it('says what it said before', () => {
    expect(subject).toMatchSnapshot('subject');
    expect(text).toMatchSnapshot('text');
    expect(html).toMatchSnapshot('html');
  });

  it('can be written without what it may do without', () => {
    const shape: Readonly<Record<string, z.ZodType>> = letters[name].variables.shape;
    const needed = Object.entries(letters[name].sample[locale]).filter(
      ([key]) => !shape[key]?.safeParse(undefined).success,
    );
    const words = writeLetter(name, locale, letters[name].variables.parse(Object.fromEntries(needed)));
    expect(Object.values(words).join('')).not.toMatch(/null|undefined|\[object/);
  });

  it('has a subject of one line that a list of mails can show', () => {
    expect(subject).toMatch(/^[^\r\n]{4,60}$/);
  });

  it('has text for 78 columns (RFC 5322 §2.1.1), but for links', () => {
    const tooLong = text.split('\n').filter((line) => columns(line) > 78 && !line.startsWith('https://'));
    expect(tooLong).toEqual([]);
  });

  it('says its language, hides what only lists of mails show, and has dark colours', () => {
    expect(html).toMatch(new RegExp(`^<!doctype html>\\n<html lang="${locale}"`));
    expect(html).toMatch(/<div style="display:none[^"]*">[^<]{6,}<\/div>/);
    expect(html).toContain('@media (prefers-color-scheme: dark)');
    expect(html).toContain('max-width:560px');
    expect(html.match(/<table (?!role="presentation")/g)).toBeNull();
  });

  it('has the same links in both parts, and none but those', () => {
    const inHtml = [...html.matchAll(/href="([^"]+)"/g)].map(([, target = '']) => target.replaceAll('&#x3D;', '='));
    expect(new Set(inHtml)).toEqual(new Set(text.match(/https?:\/\/\S+/g)));
  });

  it('loads nothing from anywhere', () => {
    expect(html).not.toMatch(/<(img|link|script|iframe|form)|url\(|@import|\son\w+=/i);
  });

  it('uses the punctuation of its language', () => {
    const prose = text.replaceAll(/https?:\/\/\S+/g, '');
    expect(prose).not.toMatch(foreignPunctuation[locale]);
  });
});

describe.each(greeting)('the greeting of $name in $locale', ({ name, locale }) => {
  it('is by name, or general when there is none', () => {
    expect(sampleWords(name, locale).text.split('\n')[0]).toContain(nameOf[locale]);
    const { text, html } = writeLetter(name, locale, { name: '', link });
    expect(text.split('\n')[0]).toBe(locale === 'en' ? 'Hello,' : '您好！');
    expect(html).not.toMatch(/null|undefined|\[object/);
  });

  it.each([
    '{{constructor}}',
    '{{#with "s" as |x|}}{{x}}{{/with}}',
    '{{{link}}}',
    '<%= 7 * 7 %>',
    '${7 * 7}',
    '<script>alert(1)</script>',
    `"><img src=x onerror=alert('1')>`,
    '&amp; &lt;b&gt;',
    '`@partial-block`',
    '__proto__',
  ])('prints a name as it is: %s', (odd) => {
    const { subject, text, html } = writeLetter(name, locale, { name: odd, link });
    expect(text).toContain(odd);
    expect(html).toContain(escaped(odd));
    expect(html.replaceAll(escaped(odd), '')).not.toContain(odd);
    expect(subject).toBe(sampleWords(name, locale).subject);
  });
});

describe('a notice', () => {
  const notice = (text: string, heading = 'News'): MailWords => writeLetter('notice', 'en', { heading, text });

  it('keeps the line breaks of its text, however they are written', () => {
    expect(notice('one\ntwo\r\nthree\rfour').html).toContain('one<br>\ntwo<br>\nthree<br>\nfour');
    expect(notice('one\n\ntwo').text).toContain('one\n\ntwo');
  });

  it('makes neither markup nor links of its text', () => {
    const { html } = notice('see https://evil.example <b>now</b> {{link}}');
    expect(html).toContain('see https://evil.example &lt;b&gt;now&lt;/b&gt; {{link}}');
    expect(html).not.toContain('href');
  });

  it('has no button unless it is asked for', () => {
    expect(notice('text').html).not.toContain('class="button"');
    const button = { label: 'A & B', link: 'https://jobwire.example/?a=1&b="2"' };
    const { text, html } = writeLetter('notice', 'en', { heading: 'News', text: 'text', button });
    expect(text).toContain('A & B:\nhttps://jobwire.example/?a=1&b="2"');
    expect(html).toContain('href="https://jobwire.example/?a&#x3D;1&amp;b&#x3D;&quot;2&quot;"');
  });

  it('has one line as subject, whatever its heading holds', () => {
    expect(notice('text', 'News\r\nBcc: all@example.com\u2028end').subject).toBe('News Bcc: all@example.com end');
  });

  it('shows the beginning of its text in a list of mails', () => {
    expect(notice('one\n\ntwo').html).toContain('mso-hide:all">one two</div>');
    expect(notice('😀'.repeat(500)).html).toMatch(/mso-hide:all">(😀){59}…<\/div>/);
  });

  it.each([
    { link: 'javascript:alert(1)' },
    { link: 'data:text/html,x' },
    { link: 'ftp://example.com/' },
    { link: '/relative' },
  ])('refuses the button $link', ({ link: target }) => {
    const { success } = letters.notice.variables.safeParse({
      heading: 'h',
      text: 't',
      button: { label: 'l', link: target },
    });
    expect(success).toBe(false);
  });

  it.each([
    { heading: 'two\nlines' },
    { heading: '' },
    { text: '' },
    { text: 'null\0' },
    { text: 'x'.repeat(10_001) },
    { more: 1 },
  ])('refuses %j', (odd) => {
    expect(letters.notice.variables.safeParse({ heading: 'h', text: 't', ...odd }).success).toBe(false);
  });
});

it('does not compile without a variable, or with one too many, and does not print what is missing', () => {
  // @ts-expect-error: the link is missing
  expect(() => writeLetter('welcome', 'en', { name: 'Ada' })).toThrow('"link" not defined');
  // @ts-expect-error: nobody greets a notice
  expect(writeLetter('notice', 'en', { heading: 'h', text: 't', name: 'Ada' }).text).not.toContain('Ada');
});

it('lets other programs send notices, and nothing that lets somebody in', () => {
  expect(Object.entries(letters).flatMap(([name, { open }]) => (open ? [name] : []))).toEqual(['notice']);
});

/** As Handlebars escapes (its runtime's `escapeExpression`). */
function escaped(text: string): string {
  const entities: Record<string, string> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#x27;',
    '`': '&#x60;',
    '=': '&#x3D;',
  };
  return text.replaceAll(/[&<>"'`=]/g, (character) => entities[character] ?? character);
}

/** Columns on a screen of fixed width: characters of East Asia take two (Unicode annex 11, roughly). */
function columns(line: string): number {
  return [...line].reduce((sum, character) => sum + (/[\u3000-\u9fff\uff00-\uff60]/.test(character) ? 2 : 1), 0);
}
