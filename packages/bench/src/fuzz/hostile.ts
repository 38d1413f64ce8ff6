import fc from 'fast-check';

/** Texts that have broken other servers: injections, escapes, encodings, and patterns that blow up. */
const texts: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  '\r\nX-Injected: yes',
  '\ud800',
  '\u202Egnp.exe',
  '\uFEFF',
  '💥'.repeat(40),
  'Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢',
  "' OR '1'='1",
  "'; DROP TABLE jobs; --",
  '1; SELECT pg_sleep(9)',
  '%',
  '_%',
  '\\',
  '$1',
  '${7*7}',
  '{{constructor.constructor("return process")()}}',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '..%2f..%2fetc%2fpasswd',
  'file:///etc/passwd',
  '__proto__',
  'constructor',
  'toString',
  'null',
  'undefined',
  'NaN',
  'Infinity',
  '-1',
  '0',
  '1e400',
  '9007199254740993',
  '99999999999999999999999999',
  '0x7fffffff',
  '2026-02-30',
  '+275760-09-13T00:00:00.001Z',
  '0000-00-00T00:00:00Z',
  '9999-12-31T23:59:59.999Z',
  '2026-01-01T00:00:00+99:99',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '01980F4E-7A10-7C3B-9D52-1F6F4B0C6E11',
  'k3x9:0',
  'k3x9:99999999999999999999',
  'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!',
  `${'a@'.repeat(200)}b`,
  `${'x.'.repeat(120)}example`,
  '('.repeat(200),
  '* * * * * *',
  '*/0 99 32 13 8',
  'a'.repeat(2_000),
];

/** A text that somebody hostile would send. */
export const hostileTexts: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...texts) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
);

/** A JSON text, which can say what no value of JavaScript can: members twice, `__proto__`, numbers beyond all bounds. */
const jsonTexts: readonly string[] = [
  'null',
  'true',
  '0',
  '-0',
  '-1',
  '1.5',
  '1e999',
  '-1e-999',
  '9007199254740993',
  '2147483648',
  '[]',
  '{}',
  '[[]]',
  '{"__proto__":{"admin":true}}',
  '{"constructor":{"prototype":{"admin":true}}}',
  '{"toString":1,"hasOwnProperty":null}',
  '{"a":1,"a":2}',
  '{"":"","\\u0000":"\\u0000"}',
  '"\\ud800"',
  '["\\udfff\\ud800"]',
  `${'['.repeat(31)}${']'.repeat(31)}`,
  `${'['.repeat(33)}${']'.repeat(33)}`,
  `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`,
  `${'['.repeat(20_000)}${']'.repeat(20_000)}`,
  `[${'0,'.repeat(3_000)}0]`,
  JSON.stringify(Object.fromEntries(Array.from({ length: 1_500 }, (_, index) => [`k${index}`, index]))),
  JSON.stringify('x'.repeat(40_000)),
];

/** JSON, as text, that fits no schema on purpose. */
export const hostileJson: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...jsonTexts),
  hostileTexts.map((text) => JSON.stringify(text)),
  fc.json({ maxDepth: 3 }),
);

/** What is no JSON at all, or not in UTF-8. */
export const brokenJson: fc.Arbitrary<Buffer> = fc.oneof(
  fc
    .constantFrom(
      '',
      ' ',
      '{',
      '{"a":',
      '[1,',
      '{"a" 1}',
      "{'a':1}",
      '{"a":1}}',
      'nul',
      '\uFEFF{}',
      '{"a":NaN}',
      '{"a":1,}',
    )
    .map((text) => Buffer.from(text)),
  fc.constantFrom(
    Buffer.from('{"a":"b"}', 'utf16le'),
    Buffer.from([0x22, 0xff, 0xfe, 0x22]),
    Buffer.alloc(70_000, '9'),
  ),
  fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes)),
);
