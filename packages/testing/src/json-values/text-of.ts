import fc from 'fast-check';

import type { JsonSchema } from './json-schema.ts';

/** Longest text that is made where the schema allows more: long ones are a matter of hostile values. */
const longest = 60;

/** Texts of a format, else of a pattern, else of a length. */
export function textOf({ format, pattern, minLength = 0, maxLength = longest }: JsonSchema): fc.Arbitrary<string> {
  const formatted = format === undefined ? undefined : formats[format];
  if (formatted) return formatted;
  const fits = (text: string): boolean => text.length >= minLength && text.length <= maxLength;
  if (pattern !== undefined) return matching(pattern).map((text) => cut(text, fits, maxLength));
  // What people count as one character may be several.
  return fc
    .string({ unit: 'grapheme', minLength, maxLength: Math.max(minLength, Math.min(maxLength, longest)) })
    .filter(fits);
}

/**
 * Texts of a pattern. fast-check makes nothing for what looks ahead, and little for classes of Unicode: the one is left out,
 * for the other come texts of any characters, and what does not fit is thrown away.
 */
function matching(pattern: string): fc.Arbitrary<string> {
  const whole = new RegExp(pattern, 'u');
  const plain = pattern.replaceAll(/\(\?[!=][^)]*\)/g, '');
  const words = plainWords.filter((word) => whole.test(word));
  const made = /\\p\{/i.test(pattern)
    ? fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
    : fc.stringMatching(new RegExp(plain, 'u'));
  return fc.oneof(
    ...words.map((word) => fc.constant(word)),
    made.filter((text) => whole.test(text)),
  );
}

/** Words that fit many patterns. */
const plainWords = ['a', 'word', 'two-words', '1', '25', 'A-1', 'en'];

/** A pattern knows nothing of lengths: what is too long is cut, and may fit no longer. */
function cut(text: string, fits: (text: string) => boolean, maxLength: number): string {
  return fits(text) ? text : text.slice(0, maxLength);
}

/** Moments that every part of the system can tell. */
const moments = fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });

const formats: Readonly<Record<string, fc.Arbitrary<string>>> = {
  uuid: fc.uuid(),
  // Addresses that the strictest readers take, at domains that nobody has (RFC 2606).
  email: fc.stringMatching(/^[a-z0-9]{1,12}@[a-z]{2,8}\.example$/),
  uri: fc.webUrl(),
  date: moments.map((moment) => moment.toISOString().slice(0, 10)),
  'date-time': moments.map((moment) => moment.toISOString()),
};
