import { describe, expect, it } from '@jest/globals';
import type { EventPush } from '@jobwire/protocol';
import fc from 'fast-check';

import { createWatchedChannel, type WatchItem } from './watched-channel.ts';

function follow(since?: string) {
  const told: WatchItem<unknown>[] = [];
  const ends: string[] = [];
  const watched = createWatchedChannel({
    channel: 'job:1',
    ticket: undefined,
    since,
    tell: (item) => void told.push(item),
    end: () => void ends.push('end'),
    fail: () => void ends.push('fail'),
  });
  return { watched, told, ends };
}

const event = (seq: number, more: Partial<EventPush> = {}): EventPush => ({
  t: 'event',
  ch: 'job:1',
  epoch: 'e',
  seq,
  type: 'job.progress',
  at: '2026-01-01T00:00:00.000Z',
  data: {},
  ...more,
});

describe('a followed channel', () => {
  it('takes what follows, drops what it knows, and notices what is missing', () => {
    const { watched, told } = follow();
    watched.opened({ epoch: 'e', seq: 3, recovered: false, snapshot: { state: 'running' } });
    expect([3, 4, 4, 6, 5].map((seq) => watched.event(event(seq)))).toEqual(['old', 'taken', 'old', 'gap', 'taken']);
    expect(watched.since()).toBe('e:5');
    expect(told.map((item) => item.kind)).toEqual(['snapshot', 'event', 'event']);
  });

  it('accepts a jump that the frame explains, and no larger one', () => {
    const { watched } = follow();
    watched.opened({ epoch: 'e', seq: 1, recovered: false });
    expect(watched.event(event(5, { skipped: 3 }))).toBe('taken');
    expect(watched.event(event(9, { skipped: 2 }))).toBe('gap');
    expect(watched.event(event(6, { epoch: 'other' }))).toBe('gap');
  });

  it('does not count events between a lost connection and the next confirmation', () => {
    const { watched } = follow();
    watched.opened({ epoch: 'e', seq: 1, recovered: false });
    watched.suspended();
    expect(watched.event(event(2))).toBe('old');
    watched.opened({ epoch: 'e', seq: 1, newest: 2, recovered: true });
    expect(watched.event(event(2))).toBe('taken');
  });

  it('ends with the final event, with a final state, and with the last event of a replay', () => {
    const byEvent = follow();
    byEvent.watched.opened({ epoch: 'e', seq: 1, recovered: false });
    byEvent.watched.event(event(2, { type: 'job.succeeded', final: true }));
    const byState = follow();
    byState.watched.opened({ epoch: 'e', seq: 2, recovered: false, final: true });
    const byReplay = follow('e:1');
    byReplay.watched.opened({ epoch: 'e', seq: 1, newest: 2, recovered: true, final: true });
    expect(byReplay.ends).toEqual([]);
    byReplay.watched.event(event(2));
    const nothingMissed = follow('e:2');
    nothingMissed.watched.opened({ epoch: 'e', seq: 2, newest: 2, recovered: true, final: true });
    for (const { ends } of [byEvent, byState, byReplay, nothingMissed]) expect(ends).toEqual(['end']);
  });

  it('tells a list without a hole whatever order frames come in', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 12 })), (seqs) => {
        const { watched, told } = follow('0');
        watched.opened({ epoch: 'e', seq: 0, newest: 0, recovered: true });
        for (const seq of seqs) watched.event(event(seq));
        const numbers = told.map((item) => (item.kind === 'event' ? item.seq : 0));
        expect(numbers).toEqual(numbers.map((_, index) => index + 1));
      }),
    );
  });
});
