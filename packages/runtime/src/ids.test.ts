import { expect, it } from '@jest/globals';

import { uuidv7 } from './ids.ts';
import { createKeyRing, sameText, sign } from './secrets.ts';

it('makes UUIDs of version 7 that sort by time', () => {
  const early = uuidv7(1_700_000_000_000);
  const late = uuidv7(1_700_000_000_001);
  expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(early < late).toBe(true);
  expect(new Set(Array.from({ length: 1_000 }, () => uuidv7())).size).toBe(1_000);
});

it('derives a key per purpose, the same every time', () => {
  const keys = createKeyRing('a secret of at least 32 characters, for tests');
  const again = createKeyRing('a secret of at least 32 characters, for tests');
  expect(keys('ticket')).toEqual(again('ticket'));
  expect(sign(keys('ticket'), 'text')).not.toBe(sign(keys('signed-url'), 'text'));
  expect(sameText('abc', 'abc')).toBe(true);
  expect(sameText('abc', 'abd')).toBe(false);
});
