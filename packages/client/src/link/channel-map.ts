import type { WatchedChannel } from '../watch/watched-channel.ts';

/** The channels of one link, by name. What carries them may change; they keep their positions. */
export type ChannelMap = ReadonlyMap<string, WatchedChannel>;

/** Tell every channel that nothing follows. */
export function failAll(channels: ChannelMap, error: unknown): void {
  for (const watched of [...channels.values()]) watched.fail(error);
}

/** Tell every channel that what comes from now on is not of its subscription. */
export function suspendAll(channels: ChannelMap): void {
  for (const watched of channels.values()) watched.suspended();
}
