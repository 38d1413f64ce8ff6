import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { formatCursor, parseCursor } from './event-stream.ts';
import { formatPosition, parsePosition } from './position.ts';

describe('a position', () => {
  it('reads back as it was written', () => {
    const position = fc.record({ epoch: fc.stringMatching(/^[a-z0-9]{1,8}$/), seq: fc.nat() });
    fc.assert(fc.property(position, (given) => expect(parsePosition(formatPosition(given), 'now')).toEqual(given)));
  });

  it('may leave out the epoch', () => {
    expect(parsePosition('12', 'now')).toEqual({ epoch: 'now', seq: 12 });
  });

  it.each(['', '-1', '1.5', 'e:', 'e:-1', 'e:1:2', ':1', '1e9', ' 1', 'e:99999999999', 'é:1'])('is not %j', (text) => {
    expect(parsePosition(text, 'now')).toBeUndefined();
  });
});

describe('a cursor of several channels', () => {
  it('reads back as it was written, and is a position when there is one channel', () => {
    const seqs = fc.array(fc.option(fc.nat()), { minLength: 1, maxLength: 9 });
    const cursor = fc.record({ epoch: fc.stringMatching(/^[a-z0-9]{1,8}$/), seqs });
    fc.assert(fc.property(cursor, (given) => expect(parseCursor(formatCursor(given), 'now')).toEqual(given)));
    expect(formatCursor({ epoch: 'e', seqs: [4] })).toBe(formatPosition({ epoch: 'e', seq: 4 }));
    expect(parseCursor('3,-', 'now')).toEqual({ epoch: 'now', seqs: [3, null] });
  });

  it.each(['', 'e:', ',', '1,', 'e:1,,2', '1,-1', 'e:1:2', '1.5'])('is not %j', (text) => {
    expect(parseCursor(text, 'now')).toBeUndefined();
  });
});
