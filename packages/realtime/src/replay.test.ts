import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { canContinue, isComplete, replayCharacters, replayEvents } from './replay.ts';

const eventsFrom = (first: number, count: number, text = '') =>
  Array.from({ length: count }, (_, index) => ({ seq: first + index, type: 't', at: '', data: { text } }));

describe('a position', () => {
  it.each([
    ['of another epoch', { epoch: 'old', seq: 5 }, false],
    ['ahead of the log', { epoch: 'e', seq: 11 }, false],
    ['at the end of the log', { epoch: 'e', seq: 10 }, true],
    ['before the first event', { epoch: 'e', seq: 0 }, true],
  ])('%s can be continued: %p %p', (_what, since, expected) => {
    expect(canContinue(since, 'e', 10)).toBe(expected);
  });

  it('may be 300 events behind, and no more', () => {
    expect(canContinue({ epoch: 'e', seq: 0 }, 'e', replayEvents)).toBe(true);
    expect(canContinue({ epoch: 'e', seq: 0 }, 'e', replayEvents + 1)).toBe(false);
  });
});

describe('a replay', () => {
  it('is complete exactly when it holds every number between the position and the newest', () => {
    const numbers = fc.tuple(fc.nat(20), fc.nat(20), fc.uniqueArray(fc.integer({ min: 1, max: 45 })));
    fc.assert(
      fc.property(numbers, ([after, distance, stored]) => {
        const events = stored
          .filter((seq) => seq > after)
          .toSorted((a, b) => a - b)
          .map((seq) => ({ ...eventsFrom(seq, 1)[0]!, seq }));
        const newest = after + distance;
        const wanted = Array.from({ length: distance }, (_, index) => after + 1 + index);
        const upToNewest = events.filter(({ seq }) => seq <= newest);
        expect(isComplete(upToNewest, after, newest)).toBe(wanted.every((seq) => stored.includes(seq)));
      }),
    );
  });

  it('is not sent when it is larger than a mebibyte', () => {
    const half = 'x'.repeat(replayCharacters / 2);
    expect(isComplete(eventsFrom(1, 1, half), 0, 1)).toBe(true);
    expect(isComplete(eventsFrom(1, 2, half), 0, 2)).toBe(false);
  });
});
