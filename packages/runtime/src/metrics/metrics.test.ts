import { describe, expect, it } from '@jest/globals';

import { createEvents } from '../events.ts';
import { createMetrics } from './create-metrics.ts';
import { boundedLabel, labelOf, onEvents } from './event-counts.ts';

describe('the metrics of a process', () => {
  it('are its own: two in one program do not share a number', async () => {
    const about = { name: 'things_total', help: 'Things' };
    const [first, second] = [createMetrics('a', () => undefined), createMetrics('b', () => undefined)];
    first.counter(about)({}, 3);
    second.counter(about)();
    expect(await first.text()).toContain('things_total{process="a"} 3');
    expect(await second.text()).toContain('things_total{process="b"} 1');
  });

  it('read gauges when they are asked for, and leave out one that cannot be read', async () => {
    const failed: string[] = [];
    const metrics = createMetrics('a', (name) => void failed.push(name));
    let value = 1;
    metrics.gauge({ name: 'level', help: 'Level', labels: ['of'] }, () => {
      if (value < 0) throw new Error('away');
      return [{ labels: { of: 'water' }, value }];
    });
    expect(await metrics.text()).toContain('level{of="water",process="a"} 1');
    value = 2;
    expect(await metrics.text()).toContain('level{of="water",process="a"} 2');
    value = -1;
    expect(await metrics.text()).not.toContain('level{');
    expect(failed).toEqual(['metric.failed']);
  });

  it('count the events that they are told to', async () => {
    const events = createEvents();
    const metrics = createMetrics('a', events.emit);
    const count = metrics.counter({ name: 'sent_total', help: 'Sent', labels: ['kind'] });
    events.subscribe(onEvents({ 'thing.sent': (facts) => count({ kind: labelOf(facts, 'kind') }) }));
    events.emit('thing.sent', { kind: 'round' });
    events.emit('thing.sent', {});
    events.emit('thing.lost', { kind: 'round' });
    const text = await metrics.text();
    expect(text).toContain('sent_total{kind="round",process="a"} 1');
    expect(text).toContain('sent_total{kind="unknown",process="a"} 1');
  });

  it('keep few series where others choose the words', () => {
    const bounded = boundedLabel(2);
    expect(['a', 'b', 'c', 'a', 'd'].map(bounded)).toEqual(['a', 'b', 'other', 'a', 'other']);
  });
});
