import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

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
