import { describe, expect, it } from '@jest/globals';

import { afterClose, closeCodes } from './close-codes.ts';

describe('what a client does after a close', () => {
  it.each([
    [closeCodes.unauthenticated, 'stop'],
    [closeCodes.badFrames, 'stop'],
    [closeCodes.tooManySockets, 'stop'],
    [closeCodes.rateLimited, 'back off'],
    [closeCodes.slowReader, 'back off'],
    [closeCodes.draining, 'reconnect'],
    [closeCodes.silent, 'reconnect'],
    [1003, 'stop'],
    [1009, 'stop'],
    [1006, 'back off'],
    [1011, 'back off'],
  ])('%i: %s', (code, expected) => {
    expect(afterClose(code)).toBe(expected);
  });
});
