import { setImmediate as turn } from 'node:timers/promises';

import { describe, expect, it } from '@jest/globals';
import { jobChannel } from '@jobwire/protocol';

import { createHub } from './hub.ts';
import { createHandBus, createMemoryChannel } from './testing/memory-channel.ts';
import { createViewer } from './testing/viewer.ts';

const channel = jobChannel('1');

function scene(
  options: { confirmed?: () => Promise<void>; checkEveryMs?: number; settle?: () => Promise<unknown> } = {},
) {
  const log = createMemoryChannel(options.settle);
  log.append('queued');
  const bus = createHandBus(options.confirmed);
  const emitted: string[] = [];
  const emit = (name: string): void => void emitted.push(name);
  const hub = createHub({ bus, sources: { job: log }, epoch: 'e', emit, checkEveryMs: options.checkEveryMs ?? 1e9 });
  return { log, bus, hub, emitted };
}

describe('the hub', () => {
  it('reads the log once for all who watch, however many doorbells ring', async () => {
    const { log, bus, hub } = scene();
    const viewers = Array.from({ length: 50 }, () => createViewer(hub, channel));
    await Promise.all(viewers.map((viewer) => viewer.attach(true)));
    expect(bus.watched).toBe(1);
    const before = log.reads;
    log.append();
    for (let ring = 0; ring < 10; ring += 1) bus.ring({ channel: channel.name, seq: 2 });
    await turn();
    expect(log.reads - before).toBe(1);
    for (const { seqs } of viewers) expect(seqs).toEqual([1, 2]);
    hub.close();
  });

  it('does not read the log for events that the doorbell brings', async () => {
    const { log, bus, hub } = scene();
    const viewer = createViewer(hub, channel);
    await viewer.attach(true);
    const before = log.reads;
    bus.ring({ channel: channel.name, seq: 3, events: [log.append(), log.append()] });
    expect(viewer.seqs).toEqual([1, 2, 3]);
    expect(log.reads).toBe(before);
    hub.close();
  });

  it('gives those who come back from a short absence what others have had, without reading the log', async () => {
    const { log, bus, hub } = scene();
    const [stays, returns] = [createViewer(hub, channel), createViewer(hub, channel)];
    await Promise.all([stays.attach(true), returns.attach(true)]);
    returns.leave();
    bus.ring({ channel: channel.name, seq: 3, events: [log.append(), log.append()] });
    const before = log.reads;
    await returns.attach();
    expect(returns).toMatchObject({ seqs: [1, 2, 3], snapshots: 1, complaints: [] });
    expect(log.reads).toBe(before);
    hub.close();
  });

  it('begins without waiting for the bus, and compares once when the bus listens', async () => {
    let listens = (): void => undefined;
    const { log, hub } = scene({ confirmed: () => new Promise((resolve) => (listens = resolve)) });
    const viewer = createViewer(hub, channel);
    await viewer.attach(true);
    expect(viewer.seqs).toEqual([1]);
    log.append();
    await turn();
    expect(viewer.seqs).toEqual([1]);
    listens();
    await turn();
    expect(viewer.seqs).toEqual([1, 2]);
    hub.close();
  });

  it('goes on without a bus that cannot be reached: the position check finds everything', async () => {
    const { log, hub, emitted } = scene({ confirmed: () => Promise.reject(new Error('no bus')), checkEveryMs: 1 });
    const viewer = createViewer(hub, channel);
    await viewer.attach(true);
    log.append();
    while (viewer.seqs.length < 2) await turn();
    expect(viewer.seqs).toEqual([1, 2]);
    expect(emitted).toContain('bus.watch.failed');
    hub.close();
  });

  it('compares at once when the bus says that rings may have been missed', async () => {
    const { log, bus, hub } = scene();
    const viewer = createViewer(hub, channel);
    await viewer.attach(true);
    log.append();
    bus.gap();
    await turn();
    expect(viewer.seqs).toEqual([1, 2]);
    hub.close();
  });

  it('lets go of the bus when the last one leaves, and when the channel has ended', async () => {
    const { log, bus, hub } = scene();
    const viewers = [createViewer(hub, channel), createViewer(hub, channel)];
    for (const viewer of viewers) await viewer.attach(true);
    viewers[0]?.leave();
    expect(bus.watched).toBe(1);
    bus.ring({ channel: channel.name, seq: 2, events: [log.append('final')] });
    expect(bus.watched).toBe(0);
    expect(viewers[1]?.ended).toBe('final');
    await viewers[0]?.attach();
    expect(viewers[0]?.seqs).toEqual([1, 2]);
    expect([bus.watched, hub.channels]).toEqual([0, 0]);
    hub.close();
  });

  it('goes on for those who come after a retry by hand, in a channel that had ended', async () => {
    const { log, bus, hub } = scene();
    const viewer = createViewer(hub, channel);
    await viewer.attach(true);
    bus.ring({ channel: channel.name, seq: 2, events: [log.append('final')] });
    log.append('queued');
    await viewer.attach();
    expect([viewer.seqs, viewer.ended]).toEqual([[1, 2, 3], undefined]);
    bus.ring({ channel: channel.name, seq: 4, events: [log.append('final')] });
    expect([viewer.seqs, viewer.ended]).toEqual([[1, 2, 3, 4], 'final']);
    expect(viewer.complaints).toEqual([]);
    hub.close();
  });

  it('calls nothing final that was continued while somebody was joining', async () => {
    let hold: Promise<void> | undefined;
    const { log, bus, hub } = scene({ settle: () => hold ?? Promise.resolve() });
    await createViewer(hub, channel).attach(true);
    const seen: [number, boolean][] = [];
    const sink = { opened: () => undefined, snapshot: () => undefined, ended: () => undefined };
    const { joined } = hub.attach(channel, undefined, {
      ...sink,
      event: ({ event, final }) => void seen.push([event.seq, final]),
    });
    // The state was read; its answer is still on the way.
    let answer = (): void => undefined;
    hold = new Promise((resolve) => (answer = resolve));
    await turn();
    bus.ring({ channel: channel.name, seq: 2, events: [log.append('final')] });
    bus.ring({ channel: channel.name, seq: 3, events: [log.append('queued')] });
    answer();
    expect(await joined).toBe('open');
    expect(seen).toEqual([
      [2, false],
      [3, false],
    ]);
    expect(hub.channels).toBe(1);
    hub.close();
  });

  it('gives the state anew to those for whom the log has a hole', async () => {
    const { log, bus, hub } = scene();
    const viewer = createViewer(hub, channel);
    await viewer.attach(true);
    for (let count = 0; count < 5; count += 1) log.append();
    log.forget(4);
    bus.ring({ channel: channel.name, seq: 6 });
    await turn();
    expect([viewer.seqs, viewer.snapshots, viewer.complaints]).toEqual([[1, 2, 3, 4, 5, 6], 2, []]);
    hub.close();
  });

  it('is not misled by a doorbell for events that were never committed', async () => {
    const { log, bus, hub } = scene();
    const viewer = createViewer(hub, channel);
    await viewer.attach(true);
    bus.ring({ channel: channel.name, seq: 9 });
    await turn();
    log.append();
    bus.ring({ channel: channel.name, seq: 2 });
    await turn();
    expect(viewer.seqs).toEqual([1, 2]);
    hub.close();
  });

  it('tells those who watch when the channel is taken away, and that one was never there', async () => {
    const { log, bus, hub } = scene();
    const viewer = createViewer(hub, channel);
    await viewer.attach(true);
    log.remove();
    await hub.checkPositions();
    expect(viewer.ended).toBe('gone');
    const sink = { opened: () => undefined, event: () => undefined, snapshot: () => undefined, ended: () => undefined };
    expect(await hub.attach(channel, undefined, sink).joined).toBe('unknown');
    expect(bus.watched).toBe(0);
    hub.close();
  });

  it('tries again after a record that did not answer', async () => {
    let broken = false;
    const settle = (): Promise<void> => (broken ? Promise.reject(new Error('down')) : Promise.resolve());
    const { log, bus, hub, emitted } = scene({ settle });
    const viewer = createViewer(hub, channel);
    await viewer.attach(true);
    log.append();
    broken = true;
    bus.ring({ channel: channel.name, seq: 2 });
    await hub.checkPositions();
    expect(emitted.toSorted()).toEqual(['channel.read.failed', 'positions.failed']);
    await expect(createViewer(hub, channel).attach(true)).rejects.toThrow('down');
    broken = false;
    await hub.checkPositions();
    await turn();
    expect(viewer.seqs).toEqual([1, 2]);
    hub.close();
  });

  it('ends everything when it closes', async () => {
    const { bus, hub } = scene();
    const viewer = createViewer(hub, channel);
    await viewer.attach(true);
    hub.close();
    expect([viewer.ended, bus.watched]).toEqual(['stopped', 0]);
  });
});
