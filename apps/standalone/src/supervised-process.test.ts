import { expect, test } from '@jest/globals';

import { restartDelay } from './supervised-process.ts';

test('a process that keeps ending is started again ever later, up to ten seconds', () => {
  expect([1, 2, 3, 4, 5, 6, 7].map(restartDelay)).toEqual([500, 1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
});
