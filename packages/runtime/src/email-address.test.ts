import { describe, expect, it } from '@jest/globals';

import { readEmailAddress } from './email-address.ts';

const label63 = 'd'.repeat(63);
/** A domain of an exact length, at least 200. */
const domainOf = (length: number): string => {
  const front = `${label63}.${label63}.${label63}.`;
  return `${front}${'e'.repeat(length - front.length - 4)}.org`;
};

describe('addresses that are accepted', () => {
  it.each([
    ['a plain one', 'ada@example.com', 'ada@example.com', 'ada@example.com'],
    ['spaces around it', '  ada@example.com ', 'ada@example.com', 'ada@example.com'],
    ['capitals', 'Ada.Lovelace@Example.COM', 'Ada.Lovelace@example.com', 'ada.lovelace@example.com'],
    ['a plus tag', 'ada+news@example.com', 'ada+news@example.com', 'ada+news@example.com'],
    ['dots, which only some servers ignore', 'a.d.a@gmail.com', 'a.d.a@gmail.com', 'a.d.a@gmail.com'],
    [
      'all marks of an atom',
      "!#$%&'*+-/=?^_`{|}~@example.com",
      "!#$%&'*+-/=?^_`{|}~@example.com",
      "!#$%&'*+-/=?^_`{|}~@example.com",
    ],
    ['a domain of another script', 'a@bücher.example', 'a@xn--bcher-kva.example', 'a@xn--bcher-kva.example'],
    ['a domain in decomposed form', 'a@bu\u0308cher.example', 'a@xn--bcher-kva.example', 'a@xn--bcher-kva.example'],
    ['full-width letters', 'a@ｅxample.com', 'a@example.com', 'a@example.com'],
    ['circled digits', 'a@①②.com', 'a@12.com', 'a@12.com'],
    ['an ideographic full stop', 'a@example。com', 'a@example.com', 'a@example.com'],
    ['a soft hyphen', 'a@ex\u00adample.com', 'a@example.com', 'a@example.com'],
    ['a look-alike, which keeps its own key', 'a@аpple.com', 'a@xn--pple-43d.com', 'a@xn--pple-43d.com'],
    [
      'the longest local part',
      `${'l'.repeat(64)}@example.com`,
      `${'l'.repeat(64)}@example.com`,
      `${'l'.repeat(64)}@example.com`,
    ],
    ['the longest address', `a@${domainOf(252)}`, `a@${domainOf(252)}`, `a@${domainOf(252)}`],
  ])('%s', (_what, typed, address, key) => {
    expect(readEmailAddress(typed)).toEqual({ address, key });
  });
});

describe('addresses that are refused', () => {
  it.each([
    ['nothing', '', 'EMAIL_INVALID'],
    ['no at sign', 'ada', 'EMAIL_INVALID'],
    ['no local part', '@example.com', 'EMAIL_INVALID'],
    ['no domain', 'ada@', 'EMAIL_INVALID'],
    ['a header behind it', 'a@example.com\r\nBcc: evil@example.org', 'EMAIL_INVALID'],
    ['a line feed at the end', 'a@example.com\n', 'EMAIL_INVALID'],
    ['a second address behind a comma', 'a@example.com, evil@example.org', 'EMAIL_INVALID'],
    ['a second address behind a semicolon', 'a@example.com;evil@example.org', 'EMAIL_INVALID'],
    ['two at signs', 'a@b@example.com', 'EMAIL_INVALID'],
    ['a source route', '@evil.org:a@example.com', 'EMAIL_INVALID'],
    ['a percent route', 'a@evil.org%example.com', 'EMAIL_INVALID'],
    ['a quoted local part', '"a@evil.org x"@example.com', 'EMAIL_UNSUPPORTED'],
    ['a comment', 'a@example.com(evil@example.org)', 'EMAIL_INVALID'],
    ['a comment in the domain', 'a@example.com(evil)', 'EMAIL_INVALID'],
    ['brackets', '<a@example.com>', 'EMAIL_INVALID'],
    ['a display name', 'Bob <a@example.com>', 'EMAIL_INVALID'],
    ['a space inside', 'a b@example.com', 'EMAIL_INVALID'],
    ['NUL', 'a\0@example.com', 'EMAIL_INVALID'],
    ['a C1 control', 'a\u0085b@example.com', 'EMAIL_INVALID'],
    ['a control in the domain', 'a@exa\u0007mple.com', 'EMAIL_INVALID'],
    ['two dots', 'a..b@example.com', 'EMAIL_INVALID'],
    ['a dot in front', '.a@example.com', 'EMAIL_INVALID'],
    ['a dot at the end', 'a.@example.com', 'EMAIL_INVALID'],
    ['a label that starts with a hyphen', 'a@-x.com', 'EMAIL_DOMAIN_INVALID'],
    ['a label that ends with a hyphen', 'a@x-.com', 'EMAIL_DOMAIN_INVALID'],
    ['an underscore in the domain', 'a@x_y.com', 'EMAIL_DOMAIN_INVALID'],
    ['a domain without a dot', 'a@x', 'EMAIL_DOMAIN_INVALID'],
    ['localhost', 'a@localhost', 'EMAIL_DOMAIN_INVALID'],
    ['an address literal', 'a@[127.0.0.1]', 'EMAIL_DOMAIN_INVALID'],
    ['an IP address', 'a@10.0.0.1', 'EMAIL_DOMAIN_INVALID'],
    ['an IP address in hex', 'a@0x7f.1', 'EMAIL_DOMAIN_INVALID'],
    ['a dot at the end of the domain', 'a@example.com.', 'EMAIL_DOMAIN_INVALID'],
    ['an empty label', 'a@example..com', 'EMAIL_DOMAIN_INVALID'],
    ['a label of 64', `a@${'d'.repeat(64)}.com`, 'EMAIL_DOMAIN_INVALID'],
    ['a broken A-label', 'a@xn--a.com', 'EMAIL_DOMAIN_INVALID'],
    ['a local part of 65', `${'l'.repeat(65)}@example.com`, 'EMAIL_TOO_LONG'],
    ['a domain of 254', `a@${domainOf(254)}`, 'EMAIL_TOO_LONG'],
    ['an address of 255', `aa@${domainOf(252)}`, 'EMAIL_TOO_LONG'],
    ['five kilobytes', `${'a'.repeat(5_000)}@example.com`, 'EMAIL_TOO_LONG'],
    ['a local part that is not ASCII', '用户@例子.中国', 'SMTPUTF8_UNSUPPORTED'],
    ['a decomposed accent in the local part', 'e\u0301@example.com', 'SMTPUTF8_UNSUPPORTED'],
  ])('%s', (_what, typed, problem) => {
    expect(readEmailAddress(typed)).toBe(problem);
  });
});
