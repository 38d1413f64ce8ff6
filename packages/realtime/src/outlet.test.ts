import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import type { Delivery } from './delivery.ts';
import { createOutlet, overflowAtBytes, pauseAtBytes } from './outlet.ts';

const delivery = (seq: number, type: 'progress' | 'life', channel = 'a'): Delivery => ({
  channel,
  epoch: 'e',
  event: { seq, type, at: '', data: {} },
  final: false,
  replaceable: type === 'progress',
});

function connection() {
  const line = { buffered: 0, written: [] as { channel: string; seq: number; skipped: number }[], overflows: 0 };
  const outlet = createOutlet({
    buffered: () => line.buffered,
    write: ({ channel, event }, skipped) => void line.written.push({ channel, seq: event.seq, skipped }),
    overflow: () => void (line.overflows += 1),
  });
  return { line, outlet };
}

describe('the way out to a slow reader', () => {
  it('holds progress back, then sends the newest of each channel and says what it stands for', () => {
    const { line, outlet } = connection();
    line.buffered = pauseAtBytes + 1;
    for (const seq of [1, 2, 3]) outlet.deliver(delivery(seq, 'progress', 'a'));
    outlet.deliver(delivery(1, 'progress', 'b'));
    expect(line.written).toEqual([]);
    line.buffered = 0;
    outlet.drained();
    expect(line.written).toEqual([
      { channel: 'a', seq: 3, skipped: 2 },
      { channel: 'b', seq: 1, skipped: 0 },
    ]);
  });

  it('never holds back anything else, and keeps the order', () => {
    const { line, outlet } = connection();
    line.buffered = pauseAtBytes + 1;
    outlet.deliver(delivery(1, 'progress'));
    outlet.deliver(delivery(2, 'progress'));
    outlet.deliver(delivery(3, 'life'));
    expect(line.written.map(({ seq, skipped }) => [seq, skipped])).toEqual([
      [2, 1],
      [3, 0],
    ]);
  });

  it('gives a reader up who leaves a mebibyte unread, once', () => {
    const { line, outlet } = connection();
    line.buffered = overflowAtBytes + 1;
    outlet.deliver(delivery(1, 'life'));
    line.buffered = 0;
    outlet.deliver(delivery(2, 'life'));
    outlet.drained();
    expect([line.overflows, line.written]).toEqual([1, []]);
  });

  it('accounts for every event however fast the reader is', () => {
    const kind = fc.constantFrom('life', 'progress', 'omitted');
    const steps = fc.array(fc.record({ kind, slow: fc.boolean(), drains: fc.boolean() }));
    fc.assert(
      fc.property(steps, (events) => {
        const { line, outlet } = connection();
        events.forEach(({ kind: one, slow, drains }, index) => {
          line.buffered = slow ? pauseAtBytes + 1 : 0;
          if (one === 'omitted') outlet.omit('a');
          else outlet.deliver(delivery(index + 1, one === 'life' ? 'life' : 'progress'));
          if (drains) outlet.drained();
        });
        line.buffered = 0;
        outlet.drained();
        outlet.deliver(delivery(events.length + 1, 'life'));
        let known = 0;
        for (const { seq, skipped } of line.written) {
          expect(seq - skipped - 1).toBe(known);
          known = seq;
        }
        expect(known).toBe(events.length + 1);
        const sent = new Set(line.written.map(({ seq }) => seq));
        expect(events.every(({ kind: one }, index) => one !== 'life' || sent.has(index + 1))).toBe(true);
      }),
    );
  });
});
