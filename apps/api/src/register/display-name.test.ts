import { describe, expect, it } from '@jest/globals';

import { readDisplayName } from './display-name.ts';

describe('names that are accepted', () => {
  it.each([
    ['Ada', 'Ada'],
    ['  Ada Lovelace ', 'Ada Lovelace'],
    ['艾达·洛夫莱斯', '艾达·洛夫莱斯'],
    ['عائشة', 'عائشة'],
    ['Ada 🚀', 'Ada 🚀'],
    ['J. R. R. Tolkien', 'J. R. R. Tolkien'],
    ['J.R.R.Tolkien', 'J.R.R.Tolkien'],
    ['St.John', 'St.John'],
    ['Martin L. King Jr.', 'Martin L. King Jr.'],
    ['<script>alert(1)</script>', '<script>alert(1)</script>'],
    ['{{constructor}} ${x} <%= y %>', '{{constructor}} ${x} <%= y %>'],
    ['n'.repeat(100), 'n'.repeat(100)],
    ['   ', null],
  ])('%s', (typed, name) => {
    expect(readDisplayName(typed)).toBe(name);
  });
});

describe('names that are refused', () => {
  it.each([
    ['a line break', 'Ada\r\nBcc: evil@example.org'],
    ['NUL', 'Ada\0'],
    ['a line separator', 'Ada\u2028x'],
    ['a turned direction', 'Ada\u202egnp'],
    ['an isolate', '\u2066Ada'],
    ['an address of the web', 'Win at http://x'],
    ['a host of the web', 'visit www.example'],
    ['a bare domain', 'cheap-pills.com'],
    ['a domain in capitals', 'BUY AT PILLS.COM'],
    ['a domain with a path', 'buy at pills.example/now'],
    ['more than 100 characters', 'n'.repeat(101)],
    ['five kilobytes', 'n'.repeat(5_000)],
  ])('%s', (_what, typed) => {
    expect(readDisplayName(typed)).toBeUndefined();
  });
});
