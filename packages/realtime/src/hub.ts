import type { ChannelName } from '@jobwire/protocol';
import type { Position } from '@jobwire/protocol';
import type { Emit } from '@jobwire/runtime';

import type { Sink } from './delivery.ts';
import { createLiveChannel, type Joined, type LiveChannel } from './live-channel.ts';
import { createPositionCheck } from './position-check.ts';
import type { ChannelSources, Doorbell, DoorbellBus } from './source.ts';

/** One subscriber's hold on a channel. */
export interface Attachment {
  /**
   * Settles when the subscription has begun (`open`, after `Sink.opened`), when there is no such channel (`unknown`), or
   * when it was closed before. Rejects when the record cannot be read.
   */
  readonly joined: Promise<Joined>;
  /** Let go; the sink hears nothing more. */
  close(): void;
}

/** Brings what happens in channels to those who watch, complete and in order. One per process. */
export interface Hub {
  /** The epoch that every position carries. */
  readonly epoch: string;
  /**
   * Subscribe to a channel. Whether the subscriber may is decided by the caller before.
   *
   * @param since continue after this position when that can be done completely; else, and without it, begin with the state
   */
  attach(channel: ChannelName, since: Position | undefined, sink: Sink): Attachment;
  /** Say that a channel has something new which this process wrote: its own subscribers do not wait for the bus. */
  ring(doorbell: Doorbell): void;
  /** Compare all watched channels with the record now. */
  checkPositions(): Promise<void>;
  /** How many channels are watched. */
  readonly channels: number;
  /** How many subscriptions a channel has in this process. */
  watchers(channel: string): number;
  /** End every subscription and stop. */
  close(): void;
}

/** What the hub works with. */
export interface HubOptions {
  bus: DoorbellBus;
  sources: ChannelSources;
  epoch: string;
  emit: Emit;
  /** Time between two position checks, in milliseconds. */
  checkEveryMs?: number;
}

/** Make the hub of a process. */
export function createHub({ bus, sources, epoch, emit, checkEveryMs = 5_000 }: HubOptions): Hub {
  const channels = new Map<string, LiveChannel>();
  const check = createPositionCheck(sources, emit);
  const checkPositions = (): Promise<void> => check.request(channels.values());
  const timer = setInterval(() => void checkPositions(), checkEveryMs).unref();
  const stopGaps = bus.onGap(() => void checkPositions());

  const open = (name: ChannelName): LiveChannel => {
    const source = sources[name.kind];
    if (!source) throw new Error(`No source for channels of the kind ${name.kind}`);
    const onEmpty = (): void => {
      if (channels.get(name.name) === channel) channels.delete(name.name);
      subscription.unsubscribe();
    };
    const channel = createLiveChannel({ name, source, epoch, emit, onEmpty });
    channels.set(name.name, channel);
    const subscription = bus.watch(name.name, (doorbell) => channel.ring(doorbell));
    // Nobody waits for the bus: what was rung before it listens is found by comparing once.
    subscription.confirmed.then(
      () => void check.request(channels.get(name.name) === channel ? [channel] : []),
      (error: unknown) => emit('bus.watch.failed', { channel: name.name, error }),
    );
    return channel;
  };

  return {
    epoch,
    attach(name, since, sink) {
      const channel = channels.get(name.name) ?? open(name);
      const { joined, leave } = channel.join(since, sink);
      return { joined, close: leave };
    },
    ring: (doorbell) => channels.get(doorbell.channel)?.ring(doorbell),
    checkPositions,
    get channels() {
      return channels.size;
    },
    watchers: (channel) => channels.get(channel)?.watchers ?? 0,
    close() {
      clearInterval(timer);
      stopGaps();
      for (const channel of [...channels.values()]) channel.end('stopped');
    },
  };
}
