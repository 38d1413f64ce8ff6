import { describe, expect, it, jest } from '@jest/globals';

import { pauseAtBytes } from './outlet.ts';
import { createStallWatch, stalledAfterMs } from './stall.ts';

describe('a slow reader that takes nothing any more', () => {
  function reader() {
    const line = { buffered: 0, stalls: 0 };
    const watch = createStallWatch({ buffered: () => line.buffered, stalled: () => void (line.stalls += 1) });
    return { line, watch };
  }
  const inTurn = (steps: () => void): void => {
    jest.useFakeTimers();
    try {
      steps();
    } finally {
      jest.useRealTimers();
    }
  };

  it('is given up once, after ten seconds', () => {
    inTurn(() => {
      const { line, watch } = reader();
      line.buffered = pauseAtBytes + 1;
      watch.wrote();
      jest.advanceTimersByTime(stalledAfterMs - 1);
      watch.wrote();
      expect(line.stalls).toBe(0);
      jest.advanceTimersByTime(1);
      watch.wrote();
      jest.advanceTimersByTime(2 * stalledAfterMs);
      expect(line.stalls).toBe(1);
    });
  });

  it('is not one that takes a little, nor one that keeps up', () => {
    inTurn(() => {
      const { line, watch } = reader();
      line.buffered = pauseAtBytes + 1;
      watch.wrote();
      for (let turn = 0; turn < 5; turn += 1) {
        jest.advanceTimersByTime(stalledAfterMs - 1);
        watch.drained();
      }
      expect(line.stalls).toBe(0);
      line.buffered = pauseAtBytes;
      watch.drained();
      jest.advanceTimersByTime(2 * stalledAfterMs);
      expect([line.stalls, jest.getTimerCount()]).toEqual([0, 0]);
    });
  });

  it('is no matter after the connection has closed', () => {
    inTurn(() => {
      const { line, watch } = reader();
      line.buffered = pauseAtBytes + 1;
      watch.wrote();
      watch.stop();
      watch.wrote();
      jest.advanceTimersByTime(2 * stalledAfterMs);
      expect([line.stalls, jest.getTimerCount()]).toEqual([0, 0]);
    });
  });
});
